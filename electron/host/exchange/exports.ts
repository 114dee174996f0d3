import type { TFunction } from 'i18next'
import Papa from 'papaparse'
import { z } from 'zod'
import { day, id } from '../../../shared/contract/fields.ts'
import type { Guest } from '../../../shared/contract/guests.ts'
import type { Item } from '../../../shared/contract/itinerary.ts'
import { addDays, at, clockOf, dayOf, type WallTime } from '../../../shared/domain/time.ts'
import type { VisitRow } from '../../db/tables.ts'
import { designFileText, designOf, present } from '../badges/badges.handlers.ts'
import { listBookings } from '../bookings/bookings.queries.ts'
import type { HostContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { guestsOfVisit, toGuest } from '../guests/guests.queries.ts'
import { itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { officeSettingsOf } from '../office/office.queries.ts'
import { findResource, listResources, toResource } from '../resources/resources.queries.ts'
import { findVisit, LONGEST_VISIT, toVisit, visitsInRange } from '../visits/visits.queries.ts'
import { fileName } from './fileName.ts'
import { needsSheet } from './needs.sheet.ts'
import { type CalendarEntry, calendarFile } from './schedule.ics.ts'
import { type WorkbookSheet, writeTables } from './tables.ts'
import { utilisationSheet } from './utilisation.sheet.ts'

const language = z.enum(['zh-CN', 'en']).default('zh-CN')
const range = { from: day, until: day }

/** What an export's address asks for. `format` is the file's ending. */
export const exportRequest = z.discriminatedUnion('what', [
  z.object({ what: z.literal('schedule'), format: z.enum(['ics', 'xlsx', 'csv', 'txt']), visit: id, language }),
  z.object({ what: z.literal('guests'), format: z.enum(['xlsx', 'csv']), visit: id, language }),
  z.object({ what: z.literal('visits'), format: z.enum(['ics', 'xlsx', 'csv']), ...range, language }),
  z.object({
    what: z.literal('bookings'),
    format: z.enum(['xlsx', 'csv']),
    ...range,
    kind: z.enum(['room', 'vehicle', 'person']),
    language,
  }),
  z.object({ what: z.literal('resource'), format: z.literal('ics'), resource: id, ...range, language }),
  z.object({
    what: z.literal('utilisation'),
    format: z.literal('xlsx'),
    ...range,
    kind: z.enum(['room', 'vehicle', 'person']),
    language,
  }),
  z.object({ what: z.literal('badge-design'), format: z.literal('json'), design: id, language }),
  z.object({ what: z.literal('guest-template'), format: z.literal('xlsx'), language }),
  z.object({
    what: z.literal('resource-template'),
    format: z.literal('xlsx'),
    kind: z.enum(['room', 'vehicle', 'person']),
    language,
  }),
  z.object({
    what: z.literal('needs'),
    format: z.literal('xlsx'),
    visit: id,
    filled: z.enum(['yes', 'no']).default('yes'),
    language,
  }),
])
export type ExportRequest = z.infer<typeof exportRequest>

export interface ExportedFile {
  name: string
  type: string
  body: string | Uint8Array
}

const TYPES = {
  ics: 'text/calendar; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** Makes one export file: its name carries what it is of and its day. */
export async function exportFile(context: HostContext, request: ExportRequest, t: TFunction): Promise<ExportedFile> {
  const made = await make(context, request, t)
  const body =
    made.kind === 'sheet' ? (request.format === 'csv' ? csvOf(made.sheet) : await writeTables([made.sheet])) : made.text
  return { name: `${fileName(made.name)}.${request.format}`, type: TYPES[request.format], body }
}

type Made = { kind: 'sheet'; name: string; sheet: WorkbookSheet } | { kind: 'text'; name: string; text: string }

async function make(context: HostContext, request: ExportRequest, t: TFunction): Promise<Made> {
  switch (request.what) {
    case 'schedule': {
      const visit = await visitOf(context, request.visit)
      const items = await itemsOfVisit(context.db, visit.id)
      const name = `${visit.title}-${visit.starts_on}-${t('exports.schedule')}`
      if (request.format === 'ics')
        return {
          kind: 'text',
          name,
          text: await calendar(
            context,
            name,
            items.map(item => entryOf(item, visit, t)),
            t,
          ),
        }
      if (request.format === 'txt') return { kind: 'text', name, text: plainItinerary(visit, items, t) }
      return { kind: 'sheet', name, sheet: scheduleSheet(items, t) }
    }
    case 'guests': {
      const visit = await visitOf(context, request.visit)
      const guests = (await guestsOfVisit(context.db, visit.id)).map(toGuest)
      return {
        kind: 'sheet',
        name: `${visit.title}-${visit.starts_on}-${t('exports.guests')}`,
        sheet: guestSheet(guests, t),
      }
    }
    case 'visits': {
      const visits = await visitsInRange(context.db, request.from, request.until, addDays(request.from, -LONGEST_VISIT))
      const name = `${t('exports.visits')}-${request.from}-${request.until}`
      if (request.format === 'ics') {
        const entries: CalendarEntry[] = []
        for (const { id: visitId } of visits) {
          const visit = await visitOf(context, visitId)
          for (const item of await itemsOfVisit(context.db, visitId)) entries.push(entryOf(item, visit, t))
        }
        return { kind: 'text', name, text: await calendar(context, name, entries, t) }
      }
      return {
        kind: 'sheet',
        name,
        sheet: {
          name: t('exports.visits'),
          header: [
            'code',
            'visitTitle',
            'organization',
            'grade',
            'status',
            'startsOn',
            'endsOn',
            'headcount',
            'coordinator',
          ].map(field => t(`fields.${field}`)),
          widths: [14, 32, 28, 6, 10, 12, 12, 8, 12],
          rows: visits.map(visit => [
            visit.code,
            visit.title,
            visit.organization,
            visit.grade,
            t(`status.${visit.status}`),
            visit.startsOn,
            visit.endsOn,
            Math.max(visit.headcount ?? 0, visit.guestCount),
            visit.coordinator,
          ]),
        },
      }
    }
    case 'bookings': {
      const resources = new Map((await listResources(context.db, request.kind)).map(row => [row.id, row]))
      const bookings = await listBookings(context.db, {
        kind: request.kind,
        from: at(request.from, '00:00'),
        until: at(addDays(request.until, 1), '00:00'),
      })
      return {
        kind: 'sheet',
        name: `${t(`exports.bookings.${request.kind}`)}-${request.from}-${request.until}`,
        sheet: {
          name: t(`exports.bookings.${request.kind}`),
          header: [
            'resource',
            'visitTitle',
            'startsAt',
            'endsAt',
            'bookingStatus',
            'headcount',
            'organizer',
            'notes',
          ].map(field => t(`fields.${field}`)),
          widths: [20, 32, 17, 17, 10, 8, 14, 30],
          rows: bookings.map(booking => [
            resources.get(booking.resourceId)?.name ?? '',
            booking.title,
            excelDate(booking.startsAt),
            excelDate(booking.endsAt),
            t(`bookingStatus.${booking.status}`),
            booking.headcount ?? '',
            booking.organizer,
            booking.notes,
          ]),
        },
      }
    }
    case 'resource': {
      const resource = await findResource(context.db, request.resource)
      if (!resource) throw notFound('resource', request.resource)
      const bookings = await listBookings(context.db, {
        resourceId: resource.id,
        from: at(request.from, '00:00'),
        until: at(addDays(request.until, 1), '00:00'),
      })
      const name = `${resource.name}-${request.from}-${request.until}`
      const entries = bookings.map(booking => ({
        uid: `booking-${booking.id}@yingbin`,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        summary: booking.title,
        description: booking.organizer,
        location: resource.name,
        category: t(`resourceKind.${resource.kind}`),
        status: booking.status,
        revision: booking.revision,
        alarmMinutes: null,
      }))
      return { kind: 'text', name, text: await calendar(context, name, entries, t) }
    }
    case 'badge-design': {
      const design = present(await designOf(context.db, request.design))
      return { kind: 'text', name: design.name, text: designFileText(design) }
    }
    case 'guest-template':
      return {
        kind: 'sheet',
        name: t('exports.guestTemplate'),
        sheet: {
          name: t('exports.guests'),
          header: GUEST_FIELDS.map(field => t(`fields.${field}`)),
          widths: GUEST_WIDTHS,
          rows: [],
        },
      }
    case 'resource-template': {
      const fields = RESOURCE_FIELDS[request.kind]
      const resources = (await listResources(context.db, request.kind)).map(toResource)
      return {
        kind: 'sheet',
        name: t(`exports.resourceTemplate.${request.kind}`),
        sheet: {
          name: t(`resourceKind.${request.kind}`),
          header: fields.map(field => t(field === 'name' ? 'fields.resourceName' : `fields.${field}`)),
          widths: fields.map(() => 16),
          rows: resources.map(resource =>
            fields.map(field => {
              const value = resource[field]
              return Array.isArray(value)
                ? value.join('、')
                : typeof value === 'boolean'
                  ? t(value ? 'common.yes' : 'common.no')
                  : (value ?? '')
            }),
          ),
        },
      }
    }
    case 'utilisation':
      return { kind: 'sheet', ...(await utilisationSheet(context.db, request, t)) }
    case 'needs': {
      const visit = toVisit(await visitOf(context, request.visit), 0, 0)
      const filled = request.filled === 'yes'
      const guests = filled ? (await guestsOfVisit(context.db, visit.id)).map(toGuest) : []
      return {
        kind: 'sheet',
        name: `${visit.title}-${t('exports.needs')}`,
        sheet: needsSheet(visit, guests, filled, t),
      }
    }
  }
}

const GUEST_FIELDS = [
  'name',
  'latinName',
  'title',
  'organization',
  'gender',
  'phone',
  'email',
  'language',
  'diet',
  'notes',
  'isHead',
] as const
const GUEST_WIDTHS = [12, 20, 18, 28, 6, 18, 24, 10, 16, 30, 6]
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
const PERSON_FIELDS = ['name', 'latinName', 'department', 'title', 'phone', 'languages', 'canDrive', 'notes'] as const
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

function guestSheet(guests: readonly Guest[], t: TFunction): WorkbookSheet {
  return {
    name: t('exports.guests'),
    header: GUEST_FIELDS.map(field => t(`fields.${field}`)),
    widths: GUEST_WIDTHS,
    rows: guests.map(guest =>
      GUEST_FIELDS.map(field =>
        field === 'gender'
          ? guest.gender === 'unknown'
            ? ''
            : t(`gender.${guest.gender}`)
          : field === 'isHead'
            ? guest.isHead
              ? t('common.yes')
              : ''
            : guest[field],
      ),
    ),
  }
}

const SCHEDULE_FIELDS = [
  'day',
  'start',
  'end',
  'kind',
  'content',
  'place',
  'vehicle',
  'personInCharge',
  'phone',
  'notes',
] as const

function scheduleSheet(items: readonly Item[], t: TFunction): WorkbookSheet {
  return {
    name: t('exports.schedule'),
    header: SCHEDULE_FIELDS.map(field => t(`fields.${field}`)),
    widths: [12, 17, 17, 10, 40, 24, 24, 12, 16, 30],
    rows: items.map(item => [
      dayOf(item.startsAt),
      excelDate(item.startsAt),
      excelDate(item.endsAt),
      t(`itemKind.${item.kind}`),
      item.content,
      placeOf(item),
      item.vehicles.map(vehicle => [vehicle.name, vehicle.plate].filter(Boolean).join(' ')).join('、'),
      item.personInCharge,
      item.phone,
      item.notes,
    ]),
  }
}

const placeOf = (item: Item): string => [item.roomName, item.place].filter(Boolean).join(' · ')

/** Wall clock in the UTC fields of a Date: what the workbook writer turns into Excel's own dateless-of-zone serial. */
const excelDate = (time: WallTime): Date => new Date(`${time}:00Z`)

/** An itinerary for a chat window: plain lines that read well without any program. Guest-safe: no notes, no care. */
function plainItinerary(visit: VisitRow, items: readonly Item[], t: TFunction): string {
  const lines = [visit.title, `${visit.starts_on}${visit.ends_on === visit.starts_on ? '' : ` – ${visit.ends_on}`}`]
  let current = ''
  for (const item of items) {
    if (dayOf(item.startsAt) !== current) {
      current = dayOf(item.startsAt)
      lines.push('', `【${current} ${t(`weekday.${new Date(`${current}T00:00:00Z`).getUTCDay()}`)}】`)
    }
    const place = placeOf(item)
    lines.push(
      `${clockOf(item.startsAt)}–${clockOf(item.endsAt)} ${item.content || t(`itemKind.${item.kind}`)}${place ? ` @ ${place}` : ''}`,
    )
  }
  if (visit.coordinator)
    lines.push('', `${t('fields.coordinator')}: ${visit.coordinator} ${visit.coordinator_phone}`.trim())
  return `${lines.join('\r\n')}\r\n`
}

/** Minutes before an item at which a phone reminds, by kind (FACTS: airport 30, lobby 15). */
const ALARMS: Partial<Record<Item['kind'], number>> = {
  pickup: 30,
  farewell: 30,
  welcome: 15,
  meeting: 15,
  dining: 15,
  tour: 15,
}

function entryOf(item: Item, visit: VisitRow, t: TFunction): CalendarEntry {
  return {
    uid: `item-${item.id}@yingbin`,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    summary: `${item.content || t(`itemKind.${item.kind}`)} · ${visit.title}`,
    description: [
      item.personInCharge && `${t('fields.personInCharge')}: ${item.personInCharge} ${item.phone}`.trim(),
      ...item.vehicles.map(vehicle =>
        `${t('fields.vehicle')}: ${vehicle.name} ${vehicle.plate} ${vehicle.driverName} ${vehicle.driverPhone}`.trim(),
      ),
    ]
      .filter(Boolean)
      .join('\n'),
    location: placeOf(item),
    category: t(`itemKind.${item.kind}`),
    status: visit.status,
    revision: item.revision,
    alarmMinutes: ALARMS[item.kind] ?? null,
  }
}

async function calendar(context: HostContext, name: string, entries: CalendarEntry[], t: TFunction): Promise<string> {
  const { timeZone } = await officeSettingsOf(context.db)
  return calendarFile(entries, { name, timeZone, stamp: context.clock(), t })
}

/** CSV as Excel in Chinese opens it: UTF-8 with its mark, CRLF, and no cell that could run (OWASP CSV injection, full-width signs too). */
function csvOf(sheet: WorkbookSheet): string {
  const rows = sheet.rows.map(row =>
    row.map(value => (value instanceof Date ? value.toISOString().slice(0, 16).replace('T', ' ') : value)),
  )
  return `\ufeff${Papa.unparse([sheet.header, ...rows], { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r\n＝＋－＠]/u })}\r\n`
}

async function visitOf(context: HostContext, visitId: string): Promise<VisitRow> {
  const visit = await findVisit(context.db, visitId)
  if (!visit) throw notFound('visit', visitId)
  return visit
}
