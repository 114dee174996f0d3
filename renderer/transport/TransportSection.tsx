import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Trip } from '../../shared/contract/transport.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { DRIVEN_KINDS, withoutCar } from '../../shared/domain/plan/transport.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { headsOf } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Tickets } from './Tickets.tsx'
import './transport.css'
import { TripLine } from './TripLine.tsx'
import { VehicleChoice } from './VehicleChoice.tsx'

/** Who is driven where, by whom and in what; guests in no car are pointed out. */
export function TransportSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const input = { visitId: visit.id }
  const { data: items } = useQuery(query.itinerary.list.queryOptions({ input }))
  const { data: trips } = useQuery(query.trips.list.queryOptions({ input }))
  const { data: guests } = useQuery(query.guests.list.queryOptions({ input }))
  if (!items || !trips || !guests) return <Skeleton active style={{ padding: 24 }} />
  const driven = items.filter(
    item => DRIVEN_KINDS.some(kind => kind === item.kind) || trips.some(trip => trip.itemId === item.id),
  )
  return (
    <div className="lines-section">
      {driven.length === 0 && <EmptyState title={t('transport.none')} text={t('transport.noneText')} />}
      {driven.map(item => (
        <Stop
          key={item.id}
          visit={visit}
          item={item}
          trips={trips.filter(trip => trip.itemId === item.id)}
          guests={guests}
        />
      ))}
      <Tickets visit={visit} guests={guests} />
    </div>
  )
}

function Stop({ visit, item, trips, guests }: { visit: Visit; item: Item; trips: Trip[]; guests: Guest[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const name = item.content || t(`itemKind.${item.kind}`)
  const riders = item.allGuests ? guests : guests.filter(guest => item.guestIds.includes(guest.id))
  const left = withoutCar(
    riders.map(guest => guest.id),
    trips,
  )
  const heads = item.allGuests ? headsOf({ headcount: visit.headcount, guestCount: guests.length }) : riders.length
  const add = async (vehicleId: string | null) => {
    setRefused([])
    // The next car of a stop takes whoever is in none yet.
    const guestIds = trips.length > 0 ? left : []
    await act(() => client.trips.add({ visitId: visit.id, line: { itemId: item.id, vehicleId, guestIds } }), {
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
  }
  return (
    <section aria-label={name} data-item={item.id}>
      <div className="section-head">
        <h2 className="section-title">
          <span className="numeric">
            {dayOf(item.startsAt).slice(5)} {clockOf(item.startsAt)}–{clockOf(item.endsAt)}
          </span>{' '}
          {name}
        </h2>
        <span className="soft">{t('transport.riders', { count: riders.length })}</span>
        {trips.length > 0 && left.length > 0 && (
          <span className="finding">
            {t('transport.withoutCar', {
              count: left.length,
              names: left
                .slice(0, 6)
                .map(id => guests.find(guest => guest.id === id)?.name ?? '')
                .join(t('mark.list')),
            })}
          </span>
        )}
        <span style={{ flex: 1 }} />
        <VehicleChoice
          item={item}
          taken={trips}
          headcount={(trips.length > 0 ? left.length : heads) || null}
          onChoose={id => void add(id)}
        />
        <Button icon={<PlusOutlined />} onClick={() => void add(null)}>
          {t('transport.hired')}
        </Button>
      </div>
      <ConflictNotice
        conflicts={refused}
        onTakeResource={(_, resourceId) => void add(resourceId)}
        onDismiss={() => setRefused([])}
      />
      {trips.length === 0 && <p className="soft">{t('transport.noCar')}</p>}
      {trips.map(trip => (
        <TripLine key={trip.id} visit={visit} item={item} trip={trip} guests={riders} alone={trips.length === 1} />
      ))}
    </section>
  )
}
