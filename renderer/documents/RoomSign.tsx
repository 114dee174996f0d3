import { useEffect } from 'react'
import { type OfficeDocumentRequest, pageOf } from '../../shared/contract/documents.ts'
import { clockOf, weekdayOf } from '../../shared/domain/time.ts'
import { inLanguage } from './documentData.ts'
import type { OfficeData } from './officeData.ts'
import { fail, useLaidOut } from './ready.tsx'
import { Sheet } from './Sheet.tsx'

interface Props {
  request: Extract<OfficeDocumentRequest, { kind: 'room-sign' }>
  data: OfficeData
}

/** What hangs at a room's door: its name, the day, and what is on when. Titles only: no names, no phones. */
export function RoomSign({ request, data }: Props) {
  const { label, settings } = data
  const page = pageOf(request)
  const room = data.resources[0]
  const laidOut = useLaidOut()
  useEffect(() => {
    if (!room) fail('There is no such room')
    else document.fonts.ready.then(laidOut).catch(error => fail(String(error)))
  }, [room, laidOut])
  if (!room) return null
  const count = data.bookings.length
  // The fewer there are, the farther they can be read.
  const size = count <= 2 ? 13 : count <= 4 ? 10 : count <= 7 ? 7.5 : 5
  return (
    <Sheet page={page} className="room-sign">
      <header>
        <div>
          <div className="company">{inLanguage(request.language, settings.companyName, settings.companyLatin)}</div>
          <h1>{inLanguage(request.language, room.name, room.latinName)}</h1>
        </div>
        <div className="when">
          {settings.logo && <img src={`/files/${settings.logo}`} alt="" />}
          <b>
            {Number(request.day.slice(5, 7))}/{Number(request.day.slice(8))}
          </b>
          <span>{label(`weekday.${weekdayOf(request.day)}`)}</span>
        </div>
      </header>
      {count === 0 ? (
        <p className="nothing">{label('documents.roomFree')}</p>
      ) : (
        <ol style={{ fontSize: `${size}mm` }}>
          {data.bookings.map(booking => (
            <li key={booking.id}>
              <b>
                {clockOf(booking.startsAt)}–{clockOf(booking.endsAt)}
              </b>
              <span>{inLanguage(request.language, booking.title, booking.titleLatin)}</span>
            </li>
          ))}
        </ol>
      )}
      <footer>{[room.building, room.floor, room.planNote].filter(Boolean).join(' · ')}</footer>
    </Sheet>
  )
}
