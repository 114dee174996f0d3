import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type OfficeDocumentRequest, pageOf } from '../../../shared/contract/documents.ts'
import { clockOf, weekdayOf } from '../../../shared/domain/time.ts'
import { InLanguage } from '../paper/parts.tsx'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'
import type { OfficeData } from './officeData.ts'

/** Letters of the list, mm. */
const LARGEST = 13
const SMALLEST = 3.5

interface Props {
  request: Extract<OfficeDocumentRequest, { kind: 'room-sign' }>
  data: OfficeData
}

/** What hangs at a room's door: its name, the day, and what is on when. Titles only: no names, no phones. */
export function RoomSign({ request, data }: Props) {
  const { settings } = data
  const page = pageOf(request)
  const room = data.resources[0]
  const laidOut = useLaidOut()
  const list = useRef<HTMLOListElement>(null)
  const [size, setSize] = useState(LARGEST)
  const [fontsLoaded, setFontsLoaded] = useState(false)
  useEffect(() => {
    if (!room) fail('There is no such room')
    else document.fonts.ready.then(() => setFontsLoaded(true)).catch(error => fail(String(error)))
  }, [room])
  // As large as all of them fit: the fewer there are, the farther they can be read.
  useLayoutEffect(() => {
    if (!fontsLoaded) return
    const box = list.current
    if (box && box.scrollHeight > box.clientHeight && size > SMALLEST) setSize(size - 0.5)
    else laidOut()
  }, [fontsLoaded, size, laidOut])
  if (!room) return null
  return (
    <Sheet page={page} className="room-sign">
      <header>
        <div>
          <div className="company">
            <InLanguage speak={data.speak} chinese={settings.companyName} latin={settings.companyLatin} />
          </div>
          <h1>
            <InLanguage speak={data.speak} chinese={room.name} latin={room.latinName} />
          </h1>
        </div>
        <div className="when">
          {settings.logo && <img src={`/files/${settings.logo}`} alt="" />}
          <b>
            {Number(request.day.slice(5, 7))}/{Number(request.day.slice(8))}
          </b>
          <span>{data.speak.word(`weekday.${weekdayOf(request.day)}`)}</span>
        </div>
      </header>
      {data.bookings.length === 0 ? (
        <p className="nothing">{data.speak.word('documents.roomFree')}</p>
      ) : (
        <ol ref={list} style={{ fontSize: `${size}mm` }}>
          {data.bookings.map(booking => (
            <li key={booking.id}>
              <b>
                {clockOf(booking.startsAt)}–{clockOf(booking.endsAt)}
              </b>
              <span>
                <InLanguage speak={data.speak} chinese={booking.title} latin={booking.titleLatin} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <footer>{[room.building, room.floor, room.planNote].filter(Boolean).join(' · ')}</footer>
    </Sheet>
  )
}
