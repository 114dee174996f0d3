import { PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { type Trip, type TripFields, tripFields } from '../../shared/contract/transport.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { overSeats } from '../../shared/domain/plan/transport.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { MomentCell, SuggestCell, TextCell } from '../ui/cells.tsx'
import { Field } from '../ui/Field.tsx'
import { LineRow } from '../ui/LineRow.tsx'
import { NumberCell } from '../ui/numberCells.tsx'
import { GuestsCell, staffOptions } from '../ui/peopleCells.tsx'
import { useLine } from '../ui/useLine.ts'

interface TripProps {
  visit: Visit
  item: Item
  trip: Trip
  guests: Guest[]
  alone: boolean
}

/** One car: who drives, who rides, where they meet, what flight they come with. */
export function TripLine({ visit, item, trip, guests, alone }: TripProps) {
  const { t } = useTranslation()
  const act = useAct()
  const drivers = useStaff().filter(person => person.canDrive)
  const saver = useLine<Trip, TripFields>(trip, patchOf(tripFields), client.trips.update)
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
