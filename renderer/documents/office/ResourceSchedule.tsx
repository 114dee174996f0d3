import type { ReactNode } from 'react'
import { type OfficeDocumentRequest, pageOf } from '../../../shared/contract/documents.ts'
import type { Resource } from '../../../shared/contract/resources.ts'
import {
  addDays,
  at,
  clockOf,
  dayOf,
  eachDay,
  MINUTES_PER_DAY,
  minutesBetween,
  overlaps,
  type Span,
  toMinutes,
  weekdayOf,
} from '../../../shared/domain/time.ts'
import type { Block } from '../paper/blocks.tsx'
import { Pages } from '../paper/Pages.tsx'
import type { OfficeData } from './officeData.ts'
import { OfficeHead, officeFoot } from './officeParts.tsx'

interface Props {
  request: Extract<OfficeDocumentRequest, { kind: 'resource-schedule' }>
  data: OfficeData
}

/** A day or a week of the rooms, vehicles or people: what a desk pins up, and what it has when the computer fails. */
export function ResourceSchedule({ request, data }: Props) {
  const days = eachDay(request.day, addDays(request.day, request.days - 1))
  const title = (day: string) =>
    `${Number(day.slice(5, 7))}/${Number(day.slice(8))} ${data.speak.word(`weekday.${weekdayOf(day)}`)}`
  const hours = hoursOf(data)
  const columns =
    request.days === 1
      ? [
          { title: data.speak.word(`resourceKind.${request.resourceKind}`), width: '42mm' },
          { title: `${clock(hours.from)} – ${clock(hours.until)}`, width: request.paper === 'a3' ? '150mm' : '92mm' },
          { title: data.speak.word('timeline.bookings'), width: 'auto' },
        ]
      : [
          { title: data.speak.word(`resourceKind.${request.resourceKind}`), width: '34mm' },
          ...days.map(day => ({ title: title(day), width: 'auto' })),
        ]
  const table = { key: 'resources', columns }
  const rows: Block[] = data.resources.map(resource => ({
    key: resource.id,
    keepWithNext: false,
    table,
    node: (
      <tr>
        <td>
          <span className="what">{data.speak.name(resource.name, resource.latinName)}</span>
          <div className="small">
            {[
              resource.plate,
              resource.floor,
              resource.capacity === null ? '' : data.speak.word('conflict.seats', { count: resource.capacity }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </td>
        {request.days === 1 ? (
          <>
            <td>
              <Strip resource={resource} data={data} day={request.day} hours={hours} />
            </td>
            <td>{entriesOf(resource, request.day, data, true)}</td>
          </>
        ) : (
          days.map(day => <td key={day}>{entriesOf(resource, day, data, false)}</td>)
        )}
      </tr>
    ),
  }))
  const span =
    request.days === 1
      ? `${request.day} ${data.speak.word(`weekday.${weekdayOf(request.day)}`)}`
      : `${days[0]} – ${days.at(-1)}`
  return (
    <div className={request.paper === 'a3' ? 'large-print' : 'usual-print'}>
      <Pages
        page={pageOf(request)}
        margin={12}
        blocks={[
          {
            key: 'head',
            keepWithNext: true,
            node: (
              <OfficeHead data={data} title={`${data.speak.word(`timeline.of.${request.resourceKind}`)} · ${span}`} />
            ),
          },
          ...rows,
        ]}
        foot={officeFoot(data)}
      />
    </div>
  )
}

/** What is on that day, in order of time: times, what, who; tentative in brackets, closed said. */
function entriesOf(resource: Resource, day: string, data: OfficeData, wide: boolean): ReactNode {
  const whole = { startsAt: at(day, '00:00'), endsAt: at(addDays(day, 1), '00:00') }
  const booked = data.bookings
    .filter(booking => booking.resourceId === resource.id && overlaps(booking, whole))
    .map(booking => ({
      startsAt: booking.startsAt,
      node: (
        <div key={booking.id} className="entry">
          <b>{timesOn(booking, day)}</b>{' '}
          {booking.status === 'tentative' ? `[${data.speak.word('bookingStatus.tentative')}] ` : ''}
          {data.speak.name(booking.title, booking.titleLatin)}
          {wide && (
            <span className="small">
              {' '}
              {[
                booking.organizer,
                booking.headcount === null ? '' : data.speak.word('timeline.heads', { count: booking.headcount }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </div>
      ),
    }))
  const closed = data.closures
    .filter(closure => closure.resourceId === resource.id && overlaps(closure, whole))
    .map(closure => ({
      startsAt: closure.startsAt,
      node: (
        <div key={`${closure.id} ${closure.startsAt}`} className="entry">
          <b>{timesOn(closure, day)}</b> ✕ {data.speak.word('resources.closed')} {closure.reason}
        </div>
      ),
    }))
  return [...booked, ...closed].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).map(each => each.node)
}

const timesOn = (span: Span, day: string): string =>
  `${dayOf(span.startsAt) < day ? '…' : clockOf(span.startsAt)}–${dayOf(span.endsAt) > day ? '…' : clockOf(span.endsAt)}`

interface StripProps {
  resource: Resource
  data: OfficeData
  day: string
  hours: { from: number; until: number }
}

/** The day drawn to scale: booked full, tentative hatched, set-up and clear-up thin, closed crossed. */
function Strip({ resource, data, day, hours }: StripProps) {
  const length = hours.until - hours.from
  const share = (time: string) => {
    const minutes = toMinutes(time) - toMinutes(at(day, '00:00')) - hours.from
    return (Math.min(Math.max(minutes, 0), length) / length) * 100
  }
  const part = (span: Span) => ({
    left: `${share(span.startsAt)}%`,
    width: `${share(span.endsAt) - share(span.startsAt)}%`,
  })
  const marks = Array.from({ length: Math.floor(length / 60) + 1 }, (_, index) => (index * 60 * 100) / length)
  const mine = <T extends { resourceId: string } & Span>(list: T[]) =>
    list.filter(each => each.resourceId === resource.id)
  return (
    <div className="strip">
      {marks.map(mark => (
        <i key={mark} className="hour" style={{ left: `${mark}%` }} />
      ))}
      {mine(data.closures).map(closure => (
        <i key={closure.startsAt} className="shut" style={part(closure)} />
      ))}
      {mine(data.bookings).map(booking => (
        <span key={booking.id}>
          <i className="margin" style={part({ startsAt: booking.blockedFrom, endsAt: booking.blockedUntil })} />
          <i className={`block ${booking.status}`} style={part(booking)}>
            {minutesBetween(booking.startsAt, booking.endsAt) >= 75 ? clockOf(booking.startsAt) : ''}
          </i>
        </span>
      ))}
    </div>
  )
}

/** The office's hours, an hour wider, and wider where something is booked. */
function hoursOf({ settings, bookings }: OfficeData): { from: number; until: number } {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
  return bookings.reduce(
    (hours, booking) =>
      dayOf(booking.startsAt) === dayOf(booking.endsAt)
        ? {
            from: Math.min(hours.from, Math.floor(minutes(clockOf(booking.startsAt)) / 60) * 60),
            until: Math.max(hours.until, Math.ceil(minutes(clockOf(booking.endsAt)) / 60) * 60),
          }
        : hours,
    {
      from: Math.max(0, Math.floor(minutes(settings.opensAt) / 60 - 1) * 60),
      until: Math.min(MINUTES_PER_DAY, Math.ceil(minutes(settings.closesAt) / 60 + 1) * 60),
    },
  )
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:00`
