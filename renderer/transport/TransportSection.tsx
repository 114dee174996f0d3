import { CarOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import { type Trip, type TripFields, tripFields } from '../../shared/contract/transport.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { DRIVEN_KINDS, overSeats, withoutCar } from '../../shared/domain/plan/transport.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { headsOf } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf, findingWords } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { GuestsCell, MomentCell, NumberCell, SuggestCell, staffOptions, TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { LineRow } from '../ui/LineRow.tsx'
import { useLine } from '../ui/useLine.ts'
import { Tickets } from './Tickets.tsx'
import './transport.css'

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

interface ChoiceProps {
  item: Item
  taken: Trip[]
  /** How many have no seat yet. */
  headcount: number | null
  onChoose: (id: string) => void
}

/** Our vehicles for this stop, the free ones that fit first. */
function VehicleChoice({ item, taken, headcount, onChoose }: ChoiceProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data: vehicles = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'vehicle' } }))
  const { data: free = [] } = useQuery({
    ...query.bookings.free.queryOptions({
      input: { kind: 'vehicle', startsAt: item.startsAt, endsAt: item.endsAt, headcount, itemId: item.id },
    }),
    enabled: open,
  })
  return (
    <Select
      value={null}
      placeholder={
        <>
          <CarOutlined /> {t('transport.add')}
        </>
      }
      aria-label={t('transport.add')}
      style={{ width: 190 }}
      popupMatchSelectWidth={300}
      onOpenChange={setOpen}
      notFoundContent={t('transport.noVehicles')}
      onChange={(id: string | null) => id && onChoose(id)}
      options={(free.length > 0
        ? free
        : vehicles.map(each => ({ resourceId: each.id, free: true, findings: [], takenBy: '' }))
      )
        .filter(each => !taken.some(trip => trip.vehicleId === each.resourceId))
        .flatMap(each => {
          const vehicle = vehicles.find(one => one.id === each.resourceId)
          if (!vehicle) return []
          const seats = vehicle.capacity === null ? '' : t('conflict.seats', { count: vehicle.capacity })
          return [
            {
              value: vehicle.id,
              label: [
                vehicle.name,
                vehicle.plate,
                seats,
                each.free ? findingWords(each.findings, t) : t('transport.taken', { title: each.takenBy }),
              ]
                .filter(Boolean)
                .join(' · '),
            },
          ]
        })}
    />
  )
}

interface TripProps {
  visit: Visit
  item: Item
  trip: Trip
  guests: Guest[]
  alone: boolean
}

/** One car: who drives, who rides, where they meet, what flight they come with. */
function TripLine({ visit, item, trip, guests, alone }: TripProps) {
  const { t } = useTranslation()
  const act = useAct()
  const drivers = useStaff().filter(person => person.canDrive)
  const saver = useLine<Trip, TripFields>(trip, tripFields.partial() as never, client.trips.update)
  const name = trip.vehicleName || t('transport.hired')
  const over = overSeats(
    { guestIds: trip.guestIds, seats: trip.seats },
    alone ? Math.max(guests.length, item.allGuests ? (visit.headcount ?? 0) : 0) : 0,
  )
  const field = (name: keyof TripFields, className: string, cell: (id: string) => React.ReactNode) => (
    <Field label={t(`fields.${name}`)} className={className}>
      {cell}
    </Field>
  )
  const text = (
    name: 'transportNumber' | 'station' | 'meetingPoint' | 'route' | 'signText' | 'luggage',
    className: string,
  ) => field(name, className, id => <TextCell saver={saver} name={name} id={id} />)
  return (
    <LineRow
      saver={saver}
      name={name}
      grid="trip stacked"
      onRemove={() =>
        void act(() => client.trips.remove({ ids: [trip.id] }), { done: t('transport.removed', { name }) })
      }
      below={
        over > 0 ? (
          <span className="finding">{t('transport.over', { count: over, seats: trip.seats ?? 0 })}</span>
        ) : null
      }
    >
      <div className="trip-fields">
        {trip.vehicleId ? (
          <Field label={t('fields.vehicle')} className="w3">
            {() => (
              <span className="trip-name">
                <strong>{trip.vehicleName}</strong> <span className="numeric">{trip.plate}</span>
                {trip.seats !== null && <span className="soft"> {t('conflict.seats', { count: trip.seats })}</span>}
              </span>
            )}
          </Field>
        ) : (
          <>
            {field('vehicleName', 'w2', id => (
              <TextCell saver={saver} name="vehicleName" id={id} placeholder={t('transport.hiredHint')} />
            ))}
            {field('plate', 'w1', id => (
              <TextCell saver={saver} name="plate" id={id} />
            ))}
          </>
        )}
        {!trip.vehicleId &&
          field('seats', 'w1', id => <NumberCell saver={saver} name="seats" id={id} min={1} max={500} />)}
        {field('driverName', 'w1', id => (
          <SuggestCell
            saver={saver}
            name="driverName"
            id={id}
            options={staffOptions(drivers)}
            onChosen={chosen => {
              const driver = drivers.find(person => person.name === chosen)
              return driver ? { driverId: driver.id, driverPhone: driver.phone } : { driverId: null }
            }}
          />
        ))}
        {field('driverPhone', 'w1', id => (
          <TextCell saver={saver} name="driverPhone" id={id} />
        ))}
        {field('guestIds', trip.vehicleId ? 'w3' : 'w2', id => (
          <GuestsCell
            saver={saver}
            name="guestIds"
            id={id}
            guests={guests}
            placeholder={t(alone ? 'itinerary.everyone' : 'transport.chooseRiders')}
          />
        ))}
        {text('transportNumber', 'w1')}
        {field('transportAt', 'w1', id => (
          <MomentCell saver={saver} name="transportAt" id={id} />
        ))}
        {text('station', 'w1')}
        {text('meetingPoint', 'w1')}
        {text('route', 'w2')}
        {text('signText', 'w1')}
        {text('luggage', 'w1')}
      </div>
      <Link
        className="trip-print"
        to="/print"
        search={{ visit: visit.id, kind: 'dispatch', trip: trip.id }}
        aria-label={t('transport.print', { name })}
        title={t('transport.print', { name })}
      >
        <PrinterOutlined />
      </Link>
    </LineRow>
  )
}
