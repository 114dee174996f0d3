import { skipToken, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../shared/contract/itinerary.ts'
import { query } from '../base/client.ts'
import { Field } from '../ui/Field.tsx'

interface ChoiceProps {
  visitId: string
  value: string
  onChange: (value: string) => void
}

/** Whose run sheet: one person's, or everybody's. */
export function PersonChoice({ visitId, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { data: duties = [] } = useQuery(query.staffing.duties.queryOptions({ input: { visitId } }))
  return (
    <Field label={t('print.person')}>
      {id => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: t('print.everybody') },
            ...[...new Set(duties.map(duty => duty.name))].map(name => ({ value: name, label: name })),
          ]}
        />
      )}
    </Field>
  )
}

const when = (item: Item | undefined): string => item?.startsAt.slice(5).replace('T', ' ') ?? ''

/** Which trip's slip or sign: one car's, or all. */
export function TripChoice({ visitId, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { data: trips = [] } = useQuery(query.trips.list.queryOptions({ input: { visitId } }))
  const { data: items = [] } = useQuery(query.itinerary.list.queryOptions({ input: { visitId } }))
  return (
    <Field label={t('print.trip')}>
      {id => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: t('print.allTrips') },
            ...trips.map(trip => ({
              value: trip.id,
              label: `${when(items.find(item => item.id === trip.itemId))} ${trip.vehicleName}`,
            })),
          ]}
        />
      )}
    </Field>
  )
}

function useSeatings(visitId: string) {
  const { data: seatings = [] } = useQuery(
    query.seating.list.queryOptions({ input: visitId ? { visitId } : skipToken }),
  )
  const { data: items = [] } = useQuery(query.itinerary.list.queryOptions({ input: { visitId } }))
  const { t } = useTranslation()
  const named = (itemId: string) => {
    const item = items.find(each => each.id === itemId)
    return [when(item), item && (item.content || t(`itemKind.${item.kind}`))].filter(Boolean).join(' ')
  }
  return { seatings, named }
}

/** In whose order cards are printed: a stop's seats, or the order of precedence. */
export function SeatedChoice({ visitId, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { seatings, named } = useSeatings(visitId)
  return (
    <Field label={t('print.cardOrder')}>
      {id => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: t('print.byPrecedence') },
            ...seatings
              .filter(each => each.tripId === null)
              .map(each => ({ value: each.itemId, label: t('print.bySeats', { stop: named(each.itemId) }) })),
          ]}
        />
      )}
    </Field>
  )
}

export function SeatingChoice({ visitId, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { seatings, named } = useSeatings(visitId)
  return (
    <Field label={t('section.seating')}>
      {id => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: t('print.allSeatings') },
            ...seatings.map(each => ({
              value: each.id,
              label: `${named(each.itemId)} · ${t(`seating.layout.${each.layout}`)}`,
            })),
          ]}
        />
      )}
    </Field>
  )
}
