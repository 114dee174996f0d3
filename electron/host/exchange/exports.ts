import type { TFunction } from 'i18next'
import Papa from 'papaparse'
import type { ExportRequest } from '../../../shared/contract/exports.ts'
import { type Language, worded } from '../../../shared/domain/language.ts'
import { vcard } from '../../../shared/domain/papers/vcard.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { HostContext } from '../acts/context.ts'
import { notFound } from '../acts/errors.ts'
import { designFileText, designOf, present } from '../badges/badges.handlers.ts'
import { listBookings } from '../bookings/bookings.queries.ts'
import { fileName } from '../files/fileName.ts'
import { titleOf } from '../files/translator.ts'
import { guestsOfVisit, toGuest } from '../guests/guests.queries.ts'
import { itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { officeSettingsOf } from '../office/office.queries.ts'
import { outlineOf } from '../print/outline.ts'
import { findResource, listResources, staffNames, toResource } from '../resources/resources.queries.ts'
import { asVisit, LONGEST_VISIT, visitOf, visitsInRange } from '../visits/visits.queries.ts'
import { calendarText, entriesOfPerson, entriesOfResource, entriesOfVisits, wholeDays } from './calendar/calendars.ts'
import { itineraryPicture, itineraryPictures, phonePage } from './itinerary/itinerary.files.ts'
import { itineraryText } from './itinerary/itinerary.text.ts'
import { guestSheet } from './sheets/guests.sheet.ts'
import { needsSheet } from './sheets/needs.sheet.ts'
import { bookingSheet, resourceSheet } from './sheets/resources.sheet.ts'
import { scheduleSheet } from './sheets/schedule.sheet.ts'
import { type WorkbookSheet, writeDocument, writeTables } from './sheets/tables.ts'
import { utilisationSheet } from './sheets/utilisation.sheet.ts'
import { visitSheet } from './sheets/visits.sheet.ts'
import { writeVisitFile } from './visitFile/visit.file.ts'

export interface ExportedFile {
  name: string
  type: string
  body: string | Uint8Array
}

const TYPES: Record<ExportRequest['format'], string> = {
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
  // The maker of this very `what`: the compiler does not follow that through the table.
  const make = MAKERS[request.what] as (context: HostContext, request: ExportRequest, t: TFunction) => Promise<Made>
  const { name, content } = await make(context, request, t)
  const body =
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : request.format === 'csv'
        ? csvOf(content)
        : await writeTables([content])
  return { name: `${fileName(name)}.${request.format}`, type: TYPES[request.format], body }
}

/** What is in a file, and its name without the ending. */
interface Made {
  name: string
  content: string | Uint8Array | WorkbookSheet
}

type Maker<What extends ExportRequest['what']> = (
  context: HostContext,
  request: Extract<ExportRequest, { what: What }>,
  t: TFunction,
) => Promise<Made>

const MAKERS: { [What in ExportRequest['what']]: Maker<What> } = {
  schedule: async (context, { visit: id, format, language }, t) => {
    const { db } = context
    const visit = await visitOf(db, id)
    const name = nameOf(visit, language, t('exports.schedule'))
    if (format === 'txt') {
      const outline = await outlineOf(context, { visit: id, kind: 'itinerary', language }, t)
      return { name, content: itineraryText(outline, t('mark.colon')) }
    }
    const items = await itemsOfVisit(db, id)
    return { name, content: scheduleSheet(items, await staffNames(db, language), t, language) }
  },
  calendar: async (context, { visit: id, method, language }, t) => {
    const visit = await visitOf(context.db, id)
    const name = nameOf(visit, language, t(`exports.calendar.${method}`))
    const entries = await entriesOfVisits(context.db, [id], t, language)
    return { name, content: await calendarText(context, name, entries, method, visit.coordinator) }
  },
  duties: async (context, request, t) => {
    const name = `${request.person}-${request.from}-${request.until}`
    return { name, content: await calendarText(context, name, await entriesOfPerson(context.db, request, t)) }
  },
  itinerary: async (context, request, t) => {
    const visit = await visitOf(context.db, request.visit)
    const name = nameOf(visit, request.language, t('documents.itinerary'), request.day)
    switch (request.format) {
      case 'docx':
        return documentFile(context, { ...request, what: 'itinerary' }, t)
      case 'png':
        return { name, content: await itineraryPicture(context, request) }
      case 'html':
        return { name, content: await phonePage(context, request, t) }
    }
  },
  'itinerary-days': async (context, { visit: id, language }, t) => {
    const visit = await visitOf(context.db, id)
    return {
      name: nameOf(visit, language, t('documents.itinerary')),
      content: await itineraryPictures(context, visit, language),
    }
  },
  plan: documentFile,
  'closing-report': documentFile,
  coordinator: async ({ db }, { visit: id, language }) => {
    const visit = await visitOf(db, id)
    const settings = await officeSettingsOf(db)
    const name = (await staffNames(db, language))(visit.coordinator)
    return {
      name: name || titleOf(visit, language),
      content: vcard({
        name,
        organization: worded(language, settings.companyName, settings.companyLatin),
        phone: visit.coordinatorPhone,
        email: settings.email,
      }),
    }
  },
  visit: async (context, { visit: id }) => {
    const visit = await visitOf(context.db, id)
    return { name: `${visit.title}-${visit.startsOn}`, content: await writeVisitFile(context, visit) }
  },
  guests: async ({ db }, { visit: id, language }, t) => ({
    name: nameOf(await visitOf(db, id), language, t('exports.guests')),
    content: guestSheet((await guestsOfVisit(db, id)).map(toGuest), t),
  }),
  needs: async ({ db }, { visit: id, filled, language }, t) => {
    const row = await visitOf(db, id)
    const guests = filled === 'yes' ? (await guestsOfVisit(db, id)).map(toGuest) : []
    return {
      name: `${titleOf(row, language)}-${t('exports.needs')}`,
      content: needsSheet(await asVisit(db, row), guests, filled === 'yes', t),
    }
  },
  visits: async (context, { from, until, format, language }, t) => {
    const { db } = context
    const visits = await visitsInRange(db, from, until, addDays(from, -LONGEST_VISIT))
    const name = `${t('exports.visits')}-${from}-${until}`
    if (format !== 'ics') return { name, content: visitSheet(visits, t) }
    const ids = visits.map(visit => visit.id)
    return { name, content: await calendarText(context, name, await entriesOfVisits(db, ids, t, language)) }
  },
  bookings: async ({ db }, { kind, from, until }, t) => {
    const names = new Map((await listResources(db, kind)).map(({ id, name }) => [id, name]))
    const bookings = await listBookings(db, { kind, ...wholeDays({ from, until }) })
    return {
      name: `${t(`exports.bookings.${kind}`)}-${from}-${until}`,
      content: bookingSheet(kind, bookings, names, t),
    }
  },
  resource: async (context, { resource: id, ...range }, t) => {
    const resource = await findResource(context.db, id)
    if (!resource) throw notFound('resource', id)
    const name = `${resource.name}-${range.from}-${range.until}`
    return { name, content: await calendarText(context, name, await entriesOfResource(context.db, resource, range, t)) }
  },
  utilisation: async ({ db }, request, t) => ({
    name: `${t('resources.use')}-${request.from}-${request.until}`,
    content: await utilisationSheet(db, request, t),
  }),
  'badge-design': async ({ db }, { design: id }) => {
    const design = present(await designOf(db, id))
    return { name: design.name, content: designFileText(design) }
  },
  'guest-template': async (_, __, t) => ({ name: t('exports.guestTemplate'), content: guestSheet([], t) }),
  'resource-template': async ({ db }, { kind }, t) => ({
    name: t(`exports.resourceTemplate.${kind}`),
    content: resourceSheet(kind, (await listResources(db, kind)).map(toResource), t),
  }),
}

async function documentFile(
  context: HostContext,
  request: { what: 'plan' | 'closing-report' | 'itinerary'; visit: string; language: Language },
  t: TFunction,
): Promise<Made> {
  const visit = await visitOf(context.db, request.visit)
  return {
    name: nameOf(visit, request.language, t(`documents.${request.what}`)),
    content: await writeDocument(
      await outlineOf(context, { visit: visit.id, kind: request.what, language: request.language }, t),
    ),
  }
}

/** What a file of a visit is called: title, first day or the day it is of, and what it is. */
const nameOf = (
  visit: { title: string; titleLatin: string; startsOn: string },
  language: Language,
  what: string,
  day = '',
): string => `${titleOf(visit, language)}-${day || visit.startsOn}-${what}`

/** CSV as Excel in Chinese opens it: UTF-8 with its mark, CRLF, and no cell that could run (OWASP CSV injection, full-width signs too). */
function csvOf(sheet: WorkbookSheet): string {
  const rows = sheet.rows.map(row =>
    row.map(value => (typeof value === 'object' ? value.time.replace('T', ' ') : value)),
  )
  return `\ufeff${Papa.unparse([sheet.header, ...rows], { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r\n＝＋－＠]/u })}\r\n`
}
