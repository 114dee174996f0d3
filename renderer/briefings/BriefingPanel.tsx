import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attendee, type AttendeeFields, attendeeFields, type Briefing } from '../../shared/contract/briefings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { longest } from '../../shared/contract/longest.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { addMinutes, at, clockOf, dayOf, minutesBetween } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { CheckCell, TextCell } from '../ui/cells.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { useLine } from '../ui/useLine.ts'
import { CommonTimes } from './CommonTimes.tsx'

/** The internal meeting where everybody learns the plan: when, where, who came. */
export function BriefingPanel({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const input = { visitId: visit.id }
  const { data: briefing } = useQuery(query.briefings.get.queryOptions({ input }))
  const { data: attendees = [] } = useQuery(query.attendees.list.queryOptions({ input }))
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const put = (patch: Partial<Pick<Briefing, 'startsAt' | 'endsAt' | 'roomId' | 'place' | 'agenda'>>) => {
    setRefused([])
    return act(() => client.briefings.put({ ...patch, visitId: visit.id, revision: briefing?.revision ?? null }), {
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
  }
  const begin = async () => {
    if (await put({})) await act(() => client.briefings.invite({ visitId: visit.id }))
  }
  return (
    <section aria-label={t('briefing.title')}>
      <div className="section-head">
        <h2 className="section-title">{t('briefing.title')}</h2>
        {briefing && (
          <>
            <Button
              size="small"
              onClick={() =>
                void act(() => client.briefings.invite({ visitId: visit.id }), {
                  done: ({ added }) => t('briefing.invited', { count: added }),
                })
              }
            >
              {t('briefing.invite')}
            </Button>
            <Button
              size="small"
              onClick={() =>
                void act(() => client.briefings.remove({ visitId: visit.id }), { done: t('briefing.removed') })
              }
            >
              {t('briefing.remove')}
            </Button>
            <span style={{ flex: 1 }} />
            <Link to="/print" search={{ visit: visit.id, kind: 'briefing' }}>
              <PrinterOutlined /> {t('documents.briefing')}
            </Link>
            <Link to="/print" search={{ visit: visit.id, kind: 'run-sheet' }}>
              <PrinterOutlined /> {t('documents.run-sheet')}
            </Link>
          </>
        )}
      </div>
      {briefing ? (
        <>
          <When briefing={briefing} onPut={patch => void put(patch)} />
          <CommonTimes briefing={briefing} attendees={attendees} onTake={span => void put(span)} />
          <ConflictNotice
            conflicts={refused}
            onTakeResource={(_, roomId) => void put({ roomId })}
            onTakeTime={(conflict, span) => void put({ ...span, roomId: conflict.resource.id })}
            onDismiss={() => setRefused([])}
          />
          {attendees.length > 0 && (
            <LineHead
              grid="attendee-grid"
              titles={[t('fields.attended'), t('fields.name'), t('fields.phone'), t('fields.duty')]}
            />
          )}
          {attendees.map(attendee => (
            <AttendeeLine key={attendee.id} attendee={attendee} />
          ))}
          <AddAttendee visitId={visit.id} />
        </>
      ) : (
        <div>
          <p className="soft">{t('briefing.text')}</p>
          <Button className="add-line" icon={<PlusOutlined />} onClick={() => void begin()}>
            {t('briefing.plan')}
          </Button>
        </div>
      )}
    </section>
  )
}

function When({ briefing, onPut }: { briefing: Briefing; onPut: (patch: Partial<Briefing>) => void }) {
  const { t } = useTranslation()
  const { data: rooms = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const day = dayOf(briefing.startsAt)
  const length = minutesBetween(briefing.startsAt, briefing.endsAt)
  const move = (startsAt: string) => onPut({ startsAt, endsAt: addMinutes(startsAt, length) })
  return (
    <div className="briefing-fields">
      <Field label={t('fields.day')}>
        {id => (
          <DayInput
            id={id}
            label={t('fields.day')}
            value={day}
            onChange={next => move(at(next, clockOf(briefing.startsAt)))}
          />
        )}
      </Field>
      <Field label={t('fields.start')}>
        {id => (
          <ClockInput
            id={id}
            label={t('fields.start')}
            value={clockOf(briefing.startsAt)}
            onChange={clock => move(at(day, clock))}
          />
        )}
      </Field>
      <Field label={t('fields.end')}>
        {id => (
          <ClockInput
            id={id}
            label={t('fields.end')}
            value={clockOf(briefing.endsAt)}
            onChange={clock => onPut({ endsAt: at(day, clock) })}
          />
        )}
      </Field>
      <Field label={t('fields.roomId')}>
        {id => (
          <Select
            id={id}
            allowClear
            value={briefing.roomId}
            placeholder={t('briefing.noRoom')}
            onChange={roomId => onPut({ roomId: roomId ?? null })}
            options={rooms.map(room => ({ value: room.id, label: room.name }))}
          />
        )}
      </Field>
      <Field label={t('fields.place')}>
        {id => <LateInput id={id} value={briefing.place} onSave={place => onPut({ place })} />}
      </Field>
      <Field label={t('fields.agenda')} className="wide">
        {id => <LateInput id={id} rows={3} value={briefing.agenda} onSave={agenda => onPut({ agenda })} />}
      </Field>
    </div>
  )
}

/** A text that is saved when it is left. */
function LateInput({
  id,
  value,
  rows,
  onSave,
}: {
  id: string
  value: string
  rows?: number
  onSave: (text: string) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const shared = {
    id,
    value: typed ?? value,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => {
      if (typed !== null && typed !== value) onSave(typed)
      setTyped(null)
    },
  }
  return rows ? <Input.TextArea {...shared} autoSize={{ minRows: rows }} /> : <Input {...shared} />
}

function AttendeeLine({ attendee }: { attendee: Attendee }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useLine<Attendee, AttendeeFields>(attendee, attendeeFields.partial() as never, client.attendees.update)
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name: attendee.name })
  return (
    <LineRow
      saver={saver}
      name={attendee.name}
      grid="attendee-grid"
      onRemove={() =>
        void act(() => client.attendees.remove({ ids: [attendee.id] }), {
          done: t('lines.removed', { name: attendee.name }),
        })
      }
    >
      <span style={{ textAlign: 'center' }}>
        <CheckCell saver={saver} name="attended" label={label('attended')} />
      </span>
      <TextCell saver={saver} name="name" label={label('name')} />
      <TextCell saver={saver} name="phone" label={label('phone')} />
      <span className="soft">{dutyText(attendee.duty, t)}</span>
    </LineRow>
  )
}

/** Duties are kept as the roles' codes. */
export const dutyText = (duty: string, t: ReturnType<typeof useTranslation>['t']): string =>
  duty
    .split(' ')
    .filter(Boolean)
    .map(role => t(`assignmentRole.${role}`, { defaultValue: role }))
    .join(t('mark.list'))

function AddAttendee({ visitId }: { visitId: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const [name, setName] = useState('')
  return (
    <form
      style={{ display: 'flex', gap: 8, maxWidth: 320, marginTop: 8 }}
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() === '') return
        void act(() => client.attendees.add({ visitId, line: { name: name.trim() } })).then(() => setName(''))
      }}
    >
      <Input
        value={name}
        maxLength={longest(attendeeFields.shape.name)}
        placeholder={t('briefing.addHint')}
        aria-label={t('briefing.addHint')}
        onChange={event => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={name.trim() === ''}>
        {t('guests.add')}
      </Button>
    </form>
  )
}
