import { skipToken, useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import { query } from '../base/client.ts'
import { Field } from '../ui/Field.tsx'
import type { Choosing, Only } from './choices.ts'

interface Props {
  visitId: string
  kind: DocumentKind
  choosing: Choosing
  only: Only
  onOnly: (only: Only) => void
}

/** What there is to choose about a document that is no badge: its paper, and of what it is. */
export function PaperChoice({ visitId, kind, choosing: { choice, set }, only, onOnly }: Props) {
  const { t } = useTranslation()
  switch (kind) {
    case 'itinerary':
      return (
        <Either
          label={t('print.paper')}
          value={choice.paper}
          values={{ a4: 'A4', a5: 'A5' }}
          onChange={paper => set({ paper })}
        />
      )
    case 'needs':
      return (
        <Either
          label={t('print.filled')}
          value={choice.filled}
          values={{ no: t('print.filledNo'), yes: t('print.filledYes') }}
          onChange={filled => set({ filled })}
        />
      )
    case 'run-sheet':
      return (
        <PersonChoice visitId={visitId} value={only.person ?? ''} onChange={person => onOnly({ ...only, person })} />
      )
    case 'dispatch':
      return <TripChoice visitId={visitId} value={only.trip ?? ''} onChange={trip => onOnly({ ...only, trip })} />
    case 'pickup-sign':
      return (
        <>
          <Either
            label={t('print.paper')}
            value={choice.sign}
            values={{ a4: 'A4', a3: 'A3' }}
            onChange={sign => set({ sign })}
          />
          <TripChoice visitId={visitId} value={only.trip ?? ''} onChange={trip => onOnly({ ...only, trip })} />
        </>
      )
    case 'table-cards':
      return (
        <>
          <Either
            label={t('print.card')}
            value={choice.card}
            values={{ '200x100': '200 × 100', '210x140': '210 × 140' }}
            onChange={card => set({ card })}
          />
          <SeatedChoice visitId={visitId} value={only.item ?? ''} onChange={item => onOnly({ ...only, item })} />
          {only.item && (
            <Either
              label={t('print.staffCards')}
              value={choice.staff}
              values={{ yes: t('common.yes'), no: t('common.no') }}
              onChange={staff => set({ staff })}
            />
          )}
        </>
      )
    case 'seating-plan':
      return (
        <SeatingChoice
          visitId={visitId}
          value={only.seating ?? ''}
          onChange={seating => onOnly({ ...only, seating })}
        />
      )
    default:
      return null
  }
}

function Either<V extends string>({
  label,
  value,
  values,
  onChange,
}: {
  label: string
  value: V
  values: Record<V, string>
  onChange: (value: V) => void
}) {
  return (
    <Field label={label}>
      {() => (
        <Segmented<V>
          block
          aria-label={label}
          value={value}
          onChange={onChange}
          options={(Object.entries(values) as [V, string][]).map(([key, text]) => ({ value: key, label: text }))}
        />
      )}
    </Field>
  )
}

interface ChoiceProps {
  visitId: string
  value: string
  onChange: (value: string) => void
}

/** Whose run sheet: one person's, or everybody's. */
function PersonChoice({ visitId, value, onChange }: ChoiceProps) {
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
function TripChoice({ visitId, value, onChange }: ChoiceProps) {
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
function SeatedChoice({ visitId, value, onChange }: ChoiceProps) {
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

function SeatingChoice({ visitId, value, onChange }: ChoiceProps) {
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
