import { Checkbox, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaStop } from '../../shared/domain/lists/agendaStop.ts'
import { type KnownRoom, kindOfContent, roomOf } from '../../shared/domain/lists/agendaWords.ts'
import { addMinutes, at, clockOf, type Day, dayOf, endAt, minutesBetween } from '../../shared/domain/time.ts'
import { ITEM_KINDS } from '../../shared/domain/visit.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import type { Mended } from './AgendaDialog.tsx'
import { placeTyped } from './PlaceInput.tsx'

interface Props {
  stop: AgendaStop
  taken: boolean
  inVisit: boolean
  days: readonly Day[]
  rooms: readonly KnownRoom[]
  coordinator: string
  /** Names of the guests who take part where not all do. */
  participants: string
  onMend: (change: Mended) => void
}

/** One stop of a pasted agenda, mended where it stands, with what is doubted of it below. */
export function AgendaRow({ stop, taken, inVisit, days, rooms, coordinator, participants, onMend }: Props) {
  const { t } = useTranslation()
  const label = (field: string) => t('import.fieldOfRow', { field: t(`fields.${field}`), row: stop.line })
  const day = dayOf(stop.startsAt)
  const place = rooms.find(room => room.id === stop.roomId)?.name ?? stop.place
  const [typed, setTyped] = useState(place)
  useEffect(() => setTyped(place), [place])
  const onDay = (next: Day) => {
    const startsAt = at(next, clockOf(stop.startsAt))
    onMend({ startsAt, endsAt: addMinutes(startsAt, minutesBetween(stop.startsAt, stop.endsAt)) })
  }
  const onStart = (clock: string) => {
    const startsAt = at(day, clock)
    onMend({ startsAt, endsAt: addMinutes(startsAt, minutesBetween(stop.startsAt, stop.endsAt)) })
  }
  const several = stop.roomId === null && roomOf(stop.place, rooms).several
  return (
    <fieldset className="agenda-row" aria-label={`${clockOf(stop.startsAt)} ${stop.content}`} title={stop.source}>
      <Checkbox
        checked={taken}
        disabled={!inVisit}
        aria-label={t('import.take', { row: stop.line })}
        onChange={event => onMend({ left: !event.target.checked })}
      />
      <Select
        size="small"
        value={day}
        aria-label={label('day')}
        suffixIcon={null}
        {...(inVisit ? {} : { status: 'error' as const })}
        onChange={onDay}
        options={[...(inVisit ? [] : [day]), ...days].map(each => ({ value: each, label: each.slice(5) }))}
      />
      <ClockInput
        value={clockOf(stop.startsAt)}
        label={label('start')}
        onChange={onStart}
        onSpan={(start, end, nextDay) =>
          onMend({ startsAt: at(day, start), endsAt: endAt(at(day, start), end, nextDay) })
        }
      />
      <ClockInput
        value={clockOf(stop.endsAt)}
        label={label('end')}
        after={clockOf(stop.startsAt)}
        ends="span"
        onChange={(clock, nextDay) => onMend({ endsAt: endAt(stop.startsAt, clock, nextDay) })}
      />
      <Select
        size="small"
        value={stop.kind}
        suffixIcon={null}
        aria-label={label('kind')}
        onChange={kind => onMend({ kind })}
        options={ITEM_KINDS.map(kind => ({ value: kind, label: t(`itemKind.${kind}`) }))}
      />
      <Input
        size="small"
        value={stop.content}
        maxLength={500}
        aria-label={label('content')}
        onChange={event => onMend({ content: event.target.value, kind: kindOfContent(event.target.value) })}
      />
      <Input
        size="small"
        value={typed}
        maxLength={160}
        aria-label={label('place')}
        suffix={<span className="soft">{stop.roomId ? t('agenda.booked') : ''}</span>}
        onChange={event => setTyped(event.target.value)}
        onBlur={() => typed !== place && onMend(placeTyped(typed, rooms))}
        onPressEnter={() => typed !== place && onMend(placeTyped(typed, rooms))}
      />
      <Input
        size="small"
        value={stop.personInCharge}
        maxLength={80}
        placeholder={coordinator}
        aria-label={label('personInCharge')}
        onChange={event => onMend({ personInCharge: event.target.value, phone: '' })}
      />
      {(stop.doubts.length > 0 || stop.notes !== '' || several || participants !== '') && (
        <div className="agenda-doubts">
          {stop.doubts.map(doubt => (
            <span key={doubt.code + doubt.text} className="finding">
              {t(`agenda.doubt.${doubt.code}`, { text: doubt.text })}
            </span>
          ))}
          {participants !== '' && <span>{t('agenda.only', { names: participants })}</span>}
          {stop.notes !== '' && (
            <span className="soft">
              {t('fields.notes')}：{stop.notes}
            </span>
          )}
        </div>
      )}
    </fieldset>
  )
}
