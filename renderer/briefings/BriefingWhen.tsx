import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Briefing } from '../../shared/contract/briefings.ts'
import { addMinutes, at, clockOf, dayOf, minutesBetween } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'

export function When({ briefing, onPut }: { briefing: Briefing; onPut: (patch: Partial<Briefing>) => void }) {
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
