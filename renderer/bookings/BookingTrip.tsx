import { useQuery } from '@tanstack/react-query'
import { AutoComplete, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { bookingFields } from '../../shared/contract/bookings.ts'
import { longest } from '../../shared/contract/longest.ts'
import { query } from '../base/client.ts'
import { Field } from '../ui/Field.tsx'
import type { BookingDraft } from './bookingDraft.ts'

interface Props {
  draft: BookingDraft
  /** Is it booked already? Only then has it miles. */
  isKept: boolean
  set: (patch: Partial<BookingDraft>) => void
}

/** Where the trip of a vehicle begins and ends, and what its odometer says. */
export function BookingTrip({ draft, isKept, set }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div className="booking-pair">
        {(['fromPlace', 'toPlace'] as const).map(field => (
          <Field key={field} label={t(`fields.${field}`)}>
            {id => <PlaceField id={id} value={draft[field]} onChange={value => set({ [field]: value })} />}
          </Field>
        ))}
      </div>
      {isKept && (
        <div className="booking-pair">
          {(['mileageOut', 'mileageIn'] as const).map(field => (
            <Field key={field} label={t(`fields.${field}`)}>
              {id => (
                <InputNumber
                  id={id}
                  min={0}
                  max={9_999_999}
                  suffix="km"
                  style={{ width: '100%' }}
                  value={draft[field]}
                  onChange={value => set({ [field]: value })}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  )
}

/** A place of a trip: one whose travel time is known, or any other. */
function PlaceField({ id, value, onChange }: { id: string; value: string; onChange: (place: string) => void }) {
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const places = [...new Set((settings?.travel ?? []).flatMap(each => [each.fromPlace, each.toPlace]))]
  return (
    <AutoComplete
      id={id}
      value={value}
      maxLength={longest(bookingFields.shape.fromPlace)}
      onChange={onChange}
      options={places.filter(place => place.includes(value)).map(place => ({ value: place }))}
    />
  )
}
