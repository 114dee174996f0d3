import { createHash } from 'node:crypto'
import type { TFunction } from 'i18next'
import Papa from 'papaparse'
import { z } from 'zod'
import { day, id, required } from '../../../shared/contract/fields.ts'
import type { Guest } from '../../../shared/contract/guests.ts'
import type { Item } from '../../../shared/contract/itinerary.ts'
import { addDays, at, clockOf, dayOf, type WallTime } from '../../../shared/domain/time.ts'
import { vcard } from '../../../shared/domain/vcard.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import type { VisitRow } from '../../db/tables.ts'
import { designFileText, designOf, present } from '../badges/badges.handlers.ts'
import { listBookings } from '../bookings/bookings.queries.ts'
import type { HostContext } from '../context.ts'
import { notAllowed, notFound } from '../errors.ts'
import { guestsOfVisit, toGuest } from '../guests/guests.queries.ts'
import { itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { officeSettingsOf } from '../office/office.queries.ts'
import { PrinterMissing } from '../printer.ts'
import { findResource, listResources, toResource } from '../resources/resources.queries.ts'
import { dutiesOfName } from '../staffing/staffing.queries.ts'
import { type Language, titleOf } from '../translate.ts'
import { findVisit, LONGEST_VISIT, toVisit, visitsInRange } from '../visits/visits.queries.ts'
import { fileName } from './fileName.ts'
import { itineraryHtml } from './itinerary.html.ts'
import { needsSheet } from './needs.sheet.ts'
import { type OutlineKind, outlineOf } from './outline.ts'
import { entriesOfVisit, placeOf } from './schedule.entries.ts'
import { type CalendarEntry, type CalendarMethod, calendarFile } from './schedule.ics.ts'
import { type WorkbookSheet, writeDocument, writeTables } from './tables.ts'
import { utilisationSheet } from './utilisation.sheet.ts'
import { writeVisitFile } from './visit.file.ts'
import { zipped } from './zip.ts'

const language = z.enum(['zh-CN', 'en']).default('zh-CN')
const range = { from: day, until: day }

/** What an export's address asks for. `format` is the file's ending. */
export const exportRequest = z.discriminatedUnion('what', [
  z.object({ what: z.literal('schedule'), format: z.enum(['xlsx', 'csv', 'txt']), visit: id, language }),
  /** To know of it, an invitation to whoever can be reached by mail, or what is cancelled. */
  z.object({
    what: z.literal('calendar'),
    format: z.literal('ics'),
    visit: id,
    method: z.enum(['publish', 'request', 'cancel']).default('publish'),
    language,
  }),
  /** What one of the staff has to do, over a span of days. */
  z.object({ what: z.literal('duties'), format: z.literal('ics'), person: required(80), ...range, language }),
  /** The guests' itinerary for a phone; one day, or all. */
  z.object({
    what: z.literal('itinerary'),
    format: z.enum(['html', 'png', 'docx']),
    visit: id,
    day: z.union([z.literal(''), day]).default(''),
    language,
  }),
  /** A picture of each day. */
  z.object({ what: z.literal('itinerary-days'), format: z.literal('zip'), visit: id, language }),
  z.object({ what: z.literal('plan'), format: z.literal('docx'), visit: id, language }),
  z.object({ what: z.literal('closing-report'), format: z.literal('docx'), visit: id, language }),
  z.object({ what: z.literal('coordinator'), format: z.literal('vcf'), visit: id, language }),
  z.object({ what: z.literal('visit'), format: z.literal('yingbin'), visit: id, language }),
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
  html: 'text/html; charset=utf-8',
  png: 'image/png',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  vcf: 'text/vcard; charset=utf-8',
  yingbin: 'application/vnd.yingbin.visit+zip',
}

/** Makes one export file: its name carries what it is of and its day. */
export async function exportFile(context: HostContext, request: ExportRequest, t: TFunction): Promise<ExportedFile> {
  const made = await make(context, request, t)
  const body =
    made.kind === 'sheet'
      ? request.format === 'csv'
        ? csvOf(made.sheet)
        : await writeTables([made.sheet])
      : made.kind === 'text'
        ? made.text
        : made.bytes
  return { name: `${fileName(made.name)}.${request.format}`, type: TYPES[request.format], body }
}

type Made =
  | { kind: 'sheet'; name: string; sheet: WorkbookSheet }
  | { kind: 'text'; name: string; text: string }
  | { kind: 'bytes'; name: string; bytes: Uint8Array }

async function make(context: HostContext, request: ExportRequest, t: TFunction): Promise<Made> {
  switch (request.what) {
    case 'schedule': {
      const visit = await visitOf(context, request.visit)
      const items = await itemsOfVisit(context.db, visit.id)
      const name = `${titleOf(visit, request.language)}-${visit.starts_on}-${t('exports.schedule')}`
      if (request.format === 'txt')
        return { kind: 'text', name, text: plainItinerary(visit, items, t, request.language) }
      return { kind: 'sheet', name, sheet: scheduleSheet(items, t, request.language) }
    }
    case 'calendar': {
      const visit = await visitOf(context, request.visit)
      const name = `${titleOf(visit, request.language)}-${visit.starts_on}-${t(`exports.calendar.${request.method}`)}`
      const entries = await entriesOfVisit(context.db, visit, t, request.language)
      return { kind: 'text', name, text: await calendar(context, name, entries, request.method, visit.coordinator) }
    }
    case 'duties': {
      const span = { from: at(request.from, '00:00'), until: at(addDays(request.until, 1), '00:00') }
      const duties = await dutiesOfName(context.db, request.person, span.from, span.until)
      const entries: CalendarEntry[] = []
      const visits = new Map<string, CalendarEntry[]>()
      for (const duty of duties) {
        const visit = await visitOf(context, duty.visitId)
        const own = visits.get(visit.id) ?? (await entriesOfVisit(context.db, visit, t, request.language))
        visits.set(visit.id, own)
        const entry = own.find(each => each.uid === `item-${duty.itemId}@yingbin`)
        // A name of its own: the stop itself may stand in the same calendar.
        const uid = `duty-${duty.itemId}-${createHash('sha256').update(request.person).digest('hex').slice(0, 12)}@yingbin`
        if (entry && !entries.some(each => each.uid === uid)) entries.push({ ...entry, uid })
      }
      const name = `${request.person}-${request.from}-${request.until}`
      return { kind: 'text', name, text: await calendar(context, name, entries) }
    }
    case 'itinerary': {
      const visit = await visitOf(context, request.visit)
      const name = `${titleOf(visit, request.language)}-${request.day || visit.starts_on}-${t('documents.itinerary')}`
      if (request.format === 'docx') return documentFile(context, visit, 'itinerary', request.language, t)
      if (request.format === 'png')
        return { kind: 'bytes', name, bytes: await picture(context, visit.id, request.day, request.language) }
      return { kind: 'text', name, text: await phonePage(context, request, t, []) }
    }
    case 'itinerary-days': {
      const visit = await visitOf(context, request.visit)
      const days = [...new Set((await itemsOfVisit(context.db, visit.id)).map(item => dayOf(item.startsAt)))]
      const files: Record<string, Uint8Array> = {}
      for (const each of days)
        files[`${fileName(titleOf(visit, request.language))}-${each}.png`] = await picture(
          context,
          visit.id,
          each,
          request.language,
        )
      const name = `${titleOf(visit, request.language)}-${visit.starts_on}-${t('documents.itinerary')}`
      return { kind: 'bytes', name, bytes: await zipped(files) }
    }
    case 'plan':
    case 'closing-report':
      return documentFile(context, await visitOf(context, request.visit), request.what, request.language, t)
    case 'coordinator': {
      const visit = await visitOf(context, request.visit)
      const settings = await officeSettingsOf(context.db)
      const text = vcard({
        name: visit.coordinator,
        organization: settings.companyName,
        phone: visit.coordinator_phone,
        email: settings.email,
      })
      return { kind: 'text', name: visit.coordinator || visit.title, text }
    }
    case 'visit': {
      const visit = await visitOf(context, request.visit)
      return { kind: 'bytes', name: `${visit.title}-${visit.starts_on}`, bytes: await writeVisitFile(context, visit) }
    }
    case 'guests': {
      const visit = await visitOf(context, request.visit)
      const guests = (await guestsOfVisit(context.db, visit.id)).map(toGuest)
      return {
        kind: 'sheet',
        name: `${titleOf(visit, request.language)}-${visit.starts_on}-${t('exports.guests')}`,
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
          entries.push(...(await entriesOfVisit(context.db, visit, t, request.language)))
        }
        return { kind: 'text', name, text: await calendar(context, name, entries) }
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
            headsOf(visit),
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
        sequence: booking.revision - 1,
        changedAt: null,
        alarmMinutes: null,
        attendees: [],
      }))
      return { kind: 'text', name, text: await calendar(context, name, entries) }
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
      const row = await visitOf(context, request.visit)
      const visit = toVisit(row, 0, 0)
      const filled = request.filled === 'yes'
      const guests = filled ? (await guestsOfVisit(context.db, visit.id)).map(toGuest) : []
      return {
        kind: 'sheet',
        name: `${titleOf(row, request.language)}-${t('exports.needs')}`,
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

function scheduleSheet(items: readonly Item[], t: TFunction, language: Language): WorkbookSheet {
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
      placeOf(item, language),
      item.vehicles.map(vehicle => [vehicle.name, vehicle.plate].filter(Boolean).join(' ')).join(t('mark.list')),
      item.personInCharge,
      item.phone,
      item.notes,
    ]),
  }
}

/** Wall clock in the UTC fields of a Date: what the workbook writer turns into Excel's own dateless-of-zone serial. */
const excelDate = (time: WallTime): Date => new Date(`${time}:00Z`)

/** An itinerary for a chat window: plain lines that read well without any program. Guest-safe: no notes, no care. */
function plainItinerary(visit: VisitRow, items: readonly Item[], t: TFunction, language: Language): string {
  const lines = [
    titleOf(visit, language),
    `${visit.starts_on}${visit.ends_on === visit.starts_on ? '' : ` – ${visit.ends_on}`}`,
  ]
  let current = ''
  for (const item of items) {
    if (dayOf(item.startsAt) !== current) {
      current = dayOf(item.startsAt)
      lines.push('', `【${current} ${t(`weekday.${new Date(`${current}T00:00:00Z`).getUTCDay()}`)}】`)
    }
    const place = placeOf(item, language)
    lines.push(
      `${clockOf(item.startsAt)}–${clockOf(item.endsAt)} ${item.content || t(`itemKind.${item.kind}`)}${place ? ` @ ${place}` : ''}`,
    )
  }
  if (visit.coordinator)
    lines.push('', `${t('fields.coordinator')}${t('mark.colon')}${visit.coordinator} ${visit.coordinator_phone}`.trim())
  return `${lines.join('\r\n')}\r\n`
}

async function calendar(
  context: HostContext,
  name: string,
  entries: CalendarEntry[],
  method: CalendarMethod = 'publish',
  coordinator = '',
): Promise<string> {
  const { timeZone, email, companyName } = await officeSettingsOf(context.db)
  if (method !== 'publish' && email === '') throw notAllowed('noOfficeMail')
  const organizer = { name: coordinator || companyName || email, email }
  return calendarFile(entries, { name, timeZone, stamp: context.clock(), method, organizer })
}

async function documentFile(
  context: HostContext,
  visit: VisitRow,
  kind: OutlineKind,
  spoken: Language,
  t: TFunction,
): Promise<Made> {
  const outline = await outlineOf(context, visit, kind, spoken, t)
  return {
    kind: 'bytes',
    name: `${titleOf(visit, spoken)}-${visit.starts_on}-${t(`documents.${kind}`)}`,
    bytes: await writeDocument(outline),
  }
}

/** Width of the page that a picture for chat is taken of, CSS pixels. */
const PICTURE_WIDTH = 480

/** The guests' itinerary as a picture, drawn at twice the size of a phone's screen. @throws PrinterMissing */
async function picture(context: HostContext, visit: string, day: string, spoken: string): Promise<Uint8Array> {
  if (!context.printer) throw new PrinterMissing('No printer')
  return context.printer.toPng(
    `/share/itinerary?${new URLSearchParams({ visit, day, language: spoken })}`,
    PICTURE_WIDTH,
  )
}

/** The guests' itinerary as a page of its own; with style sheets where the application draws it itself. */
export async function phonePage(
  context: HostContext,
  request: { visit: string; day: string; language: Language },
  t: TFunction,
  styles: readonly string[],
): Promise<string> {
  const visit = await visitOf(context, request.visit)
  return itineraryHtml({
    visit,
    items: await itemsOfVisit(context.db, visit.id),
    settings: await officeSettingsOf(context.db),
    language: request.language,
    day: request.day,
    t,
    styles,
    followsPhone: styles.length === 0,
  })
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
