import { useEffect } from 'react'
import { pageOf } from '../../../shared/contract/documents.ts'
import { useMeasure } from '../../ui/measure.ts'
import { FitLines } from '../paper/FitLines.tsx'
import { type DocumentProps, headingOf } from '../paper/parts.tsx'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'

const FONTS = [
  { font: 'serif', weight: 900 },
  { font: 'sans', weight: 500 },
] as const

/** What is held up at the airport or the station: whom it is for, as large as the paper takes it, with the flight or train. */
export function PickupSign({ request, data }: DocumentProps<'pickup-sign'>) {
  const laidOut = useLaidOut()
  const { settings, speak } = data
  const page = pageOf(request)
  const k = page.width / 297
  const signs = signsOf(request, data)
  const company = speak.name(settings.companyName, settings.companyLatin)
  const measure = useMeasure(
    FONTS,
    [...signs.flatMap(sign => [sign.text, sign.second, sign.travel]), company, speak.word('documents.welcome')],
    fail,
  )
  useEffect(() => {
    if (measure) laidOut()
  }, [measure, laidOut])
  if (!measure) return null
  const inner = page.width - 36 * k
  return signs.map((sign, index) => (
    <Sheet
      page={page}
      className="pickup"
      heading={index === 0 ? headingOf(request.kind, data) : ''}
      key={sign.key}
      style={{ padding: `${14 * k}mm ${18 * k}mm` }}
    >
      <header style={{ height: `${22 * k}mm` }}>
        <span style={{ fontSize: `${8 * k}mm` }}>{company}</span>
        {settings.logo && <img src={`/files/${settings.logo}`} alt="" style={{ height: `${20 * k}mm` }} />}
      </header>
      <FitLines
        text={speak.word('documents.welcome')}
        width={inner}
        height={24 * k}
        largest={15 * k}
        font="sans"
        weight={500}
        measure={measure}
      />
      <FitLines
        text={sign.text}
        width={inner}
        height={88 * k}
        largest={52 * k}
        font="serif"
        weight={900}
        measure={measure}
      />
      <FitLines
        text={sign.second}
        width={inner}
        height={24 * k}
        largest={13 * k}
        font="sans"
        weight={500}
        measure={measure}
      />
      <footer style={{ height: `${18 * k}mm`, fontSize: `${7.4 * k}mm` }}>{sign.travel}</footer>
    </Sheet>
  ))
}

interface Sign {
  key: string
  text: string
  second: string
  travel: string
}

/** A sign for each trip that meets somebody; the delegation's own where none does. */
function signsOf(request: DocumentProps<'pickup-sign'>['request'], data: DocumentProps<'pickup-sign'>['data']): Sign[] {
  const pickups = new Set(data.items.filter(item => item.kind === 'pickup').map(item => item.id))
  const trips = data.trips.filter(trip =>
    request.trip === '' ? trip.signText !== '' || pickups.has(trip.itemId) : trip.id === request.trip,
  )
  const whole = delegation(data, request.language)
  if (trips.length === 0) return [{ key: 'delegation', ...whole, travel: '' }]
  return trips.map(trip => {
    const travel = [trip.transportNumber, trip.station, trip.transportAt?.slice(11)].filter(Boolean).join(' · ')
    if (trip.signText !== '') return { key: trip.id, text: trip.signText, second: '', travel }
    const riders = data.guests.filter(guest => trip.guestIds.includes(guest.id))
    if (riders.length === 0 || riders.length === data.guests.length) return { key: trip.id, ...whole, travel }
    return { key: trip.id, ...named(riders, request.language), travel }
  })
}

type Guests = DocumentProps<'pickup-sign'>['data']['guests']
type Language = DocumentProps<'pickup-sign'>['request']['language']

function delegation(data: DocumentProps<'pickup-sign'>['data'], language: Language) {
  if (data.guests.length > 0 && data.guests.length <= 2) return named(data.guests, language)
  return {
    text: data.speak.of(data.visit, 'organization') || data.speak.name(data.visit.title, data.visit.titleLatin),
    second: '',
  }
}

/** One to three names large; of more, the first and the delegation are enough to be found by. */
function named(guests: Guests, language: Language) {
  const few = guests.slice(0, 3)
  const latin = few.flatMap(guest => guest.latinName || []).join(', ')
  const chinese = few.map(guest => guest.name).join('、')
  if (language === 'en' && latin !== '') return { text: latin, second: '' }
  return { text: chinese, second: latin === chinese ? '' : latin }
}
