import type { TFunction } from 'i18next'
import type { Booking } from '../../../../shared/contract/bookings.ts'
import type { Resource, ResourceKind } from '../../../../shared/contract/resources.ts'
import type { WorkbookSheet } from './tables.ts'

const ROOM_FIELDS = [
  'name',
  'latinName',
  'capacity',
  'building',
  'floor',
  'equipment',
  'setupMinutes',
  'clearupMinutes',
  'bookableFrom',
  'bookableUntil',
  'notes',
] as const
const PERSON_FIELDS = [
  'name',
  'latinName',
  'department',
  'title',
  'phone',
  'email',
  'languages',
  'canDrive',
  'notes',
] as const
const VEHICLE_FIELDS = [
  'name',
  'latinName',
  'plate',
  'vehicleKind',
  'capacity',
  'driverName',
  'driverPhone',
  'setupMinutes',
  'clearupMinutes',
  'notes',
] as const

const RESOURCE_FIELDS = { room: ROOM_FIELDS, vehicle: VEHICLE_FIELDS, person: PERSON_FIELDS }

/** What is known of every room, vehicle or person, by the headings that the import reads: a list to fill in or to correct. */
export function resourceSheet(kind: ResourceKind, resources: readonly Resource[], t: TFunction): WorkbookSheet {
  const fields = RESOURCE_FIELDS[kind]
  return {
    name: t(`resourceKind.${kind}`),
    header: fields.map(field => t(field === 'name' ? 'fields.resourceName' : `fields.${field}`)),
    widths: fields.map(() => 16),
    rows: resources.map(resource =>
      fields.map(field => {
        const value = resource[field]
        return Array.isArray(value)
          ? value.join(t('mark.list'))
          : typeof value === 'boolean'
            ? t(value ? 'common.yes' : 'common.no')
            : (value ?? '')
      }),
    ),
  }
}

const BOOKING_FIELDS = [
  'resource',
  'visitTitle',
  'startsAt',
  'endsAt',
  'bookingStatus',
  'headcount',
  'organizer',
  'notes',
] as const

/** Bookings of one kind of resource, whose names are given by id. */
export function bookingSheet(
  kind: ResourceKind,
  bookings: readonly Booking[],
  names: ReadonlyMap<string, string>,
  t: TFunction,
): WorkbookSheet {
  return {
    name: t(`exports.bookings.${kind}`),
    header: BOOKING_FIELDS.map(field => t(`fields.${field}`)),
    widths: [20, 32, 17, 17, 10, 8, 14, 30],
    rows: bookings.map(booking => [
      names.get(booking.resourceId) ?? '',
      booking.title,
      { time: booking.startsAt },
      { time: booking.endsAt },
      t(`bookingStatus.${booking.status}`),
      booking.headcount ?? '',
      booking.organizer,
      booking.notes,
    ]),
  }
}
