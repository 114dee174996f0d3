import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { BOOKING_ROLES } from '../../shared/domain/roles.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { Field } from '../ui/Field.tsx'

import { type CheckedProps, DraftNumber, DraftText } from './DraftFields.tsx'

import { RoomFields } from './RoomFields.tsx'
import { type DraftProps, MORE_FIELDS } from './resourceDraft.ts'
import { VehiclePapers } from './VehicleFields.tsx'
import { WeekHours } from './WeekHours.tsx'

interface Props extends CheckedProps {
  kind: Resource['kind']
  /** Null for a new one. */
  resource: Resource | null
}

/** What few offices fill in: names in English, what a hall is made of, when and by whom it can be booked. */
export function MoreFields({ kind, resource, draft, set, problems }: Props) {
  const { t } = useTranslation()
  const shared = { draft, set, problems }
  return (
    <>
      {MORE_FIELDS[kind].map(field => (
        <DraftText key={field} kind={kind} field={field} {...shared} />
      ))}
      {kind === 'room' && <RoomFields resource={resource} draft={draft} set={set} />}
      {kind === 'vehicle' && <VehiclePapers draft={draft} set={set} />}
      {kind !== 'person' && <DraftNumber field="setupMinutes" min={0} {...shared} />}
      {kind !== 'person' && <DraftNumber field="clearupMinutes" min={0} {...shared} />}
      <WeekHours kind={kind} draft={draft} set={set} />
      <Field label={t('resources.bookedBy')} className="wide">
        {id => (
          <Select
            id={id}
            value={draft.bookedBy}
            onChange={bookedBy => set({ bookedBy })}
            options={BOOKING_ROLES.map(role => ({ value: role, label: t(`resources.bookedByRole.${role}`) }))}
          />
        )}
      </Field>
      {draft.weeklyHours.length === 0 && <DayHours draft={draft} set={set} />}
      {kind !== 'person' && (
        <Checkbox className="wide" checked={draft.strict} onChange={event => set({ strict: event.target.checked })}>
          {t('resources.strict')}
        </Checkbox>
      )}
      <Field label={t('fields.notes')} className="wide">
        {id => (
          <Input.TextArea
            id={id}
            value={draft.notes}
            autoSize={{ minRows: 2 }}
            onChange={event => set({ notes: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** From when until when it can be booked, the same every day. */
function DayHours({ draft, set }: DraftProps) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('fields.bookableFrom')}>
        {id => (
          <ClockInput
            id={id}
            label={t('fields.bookableFrom')}
            value={draft.bookableFrom}
            onChange={bookableFrom => set({ bookableFrom })}
          />
        )}
      </Field>
      <Field label={t('fields.bookableUntil')}>
        {id => (
          <ClockInput
            id={id}
            label={t('fields.bookableUntil')}
            value={draft.bookableUntil}
            ends="day"
            onChange={clock => set({ bookableUntil: clock === '00:00' ? '24:00' : clock })}
          />
        )}
      </Field>
    </>
  )
}
