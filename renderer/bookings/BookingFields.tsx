import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Booking, bookingFields } from '../../shared/contract/bookings.ts'
import { longest } from '../../shared/contract/longest.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import type { Day } from '../../shared/domain/time.ts'
import { SETUP_STYLES } from '../../shared/domain/visit.ts'
import { Field } from '../ui/Field.tsx'
import { BookingEquipment } from './BookingEquipment.tsx'
import { BookingHold } from './BookingHold.tsx'
import { BookingTrip } from './BookingTrip.tsx'
import { BookingWhen } from './BookingWhen.tsx'
import type { BookingDraft } from './bookingDraft.ts'
import { LoanFields } from './LoanFields.tsx'

interface Props {
  kind: Resource['kind']
  draft: BookingDraft
  existing: Booking | null
  resources: Resource[]
  state: { today: Day; now: string } | undefined
  set: (patch: Partial<BookingDraft>) => void
}

/** What is booked, when, by whom, and what it needs. */
export function BookingFields({ kind, draft, existing, resources, state, set }: Props) {
  const { t } = useTranslation()
  const over = state !== undefined && draft.startsAt <= state.now
  return (
    <>
      <Field label={t(`resourceKind.${kind}`)}>
        {id => (
          <Select
            id={id}
            showSearch
            optionFilterProp="label"
            value={draft.resourceId}
            onChange={value => set({ resourceId: value })}
            options={resources.map(each => ({ value: each.id, label: each.name }))}
          />
        )}
      </Field>
      <BookingWhen draft={draft} set={set} />
      <Field label={t('fields.organizer')}>
        {id => (
          <Input
            id={id}
            value={draft.organizer}
            maxLength={longest(bookingFields.shape.organizer)}
            onChange={event => set({ organizer: event.target.value })}
          />
        )}
      </Field>
      <div className="booking-pair">
        <Field label={t('fields.headcount')}>
          {id => (
            <InputNumber
              id={id}
              min={1}
              max={5000}
              style={{ width: '100%' }}
              value={draft.headcount}
              onChange={headcount => set({ headcount })}
            />
          )}
        </Field>
        {kind === 'room' && (
          <Field label={t('fields.setupStyle')}>
            {id => (
              <Select
                id={id}
                value={draft.setupStyle}
                onChange={setupStyle => set({ setupStyle })}
                options={SETUP_STYLES.map(style => ({ value: style, label: t(`setupStyle.${style || 'none'}`) }))}
              />
            )}
          </Field>
        )}
      </div>
      <Field label={t('bookings.purpose')}>
        {id => (
          <Input
            id={id}
            value={draft.purpose}
            maxLength={longest(bookingFields.shape.purpose)}
            onChange={event => set({ purpose: event.target.value })}
          />
        )}
      </Field>
      {kind === 'room' && (
        <BookingEquipment
          value={draft.equipment}
          known={resources.flatMap(each => each.equipment)}
          onChange={equipment => set({ equipment })}
        />
      )}
      {kind === 'vehicle' && <BookingTrip draft={draft} isKept={existing !== null} set={set} />}
      {kind === 'room' && !existing?.itemId && (
        <LoanFields
          span={draft}
          bookingId={existing?.id ?? null}
          loans={draft.loans}
          onChange={loans => set({ loans })}
        />
      )}
      {!existing?.itemId && (
        <BookingHold draft={draft} today={state?.today} asksNoShow={existing !== null && over} set={set} />
      )}
    </>
  )
}
