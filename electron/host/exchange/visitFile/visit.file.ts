import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzip } from 'fflate'
import { VISIT_FORMAT, type VisitFile, visitFile, visitManifest } from '../../../../shared/contract/visitFile.ts'
import { may } from '../../../../shared/domain/roles.ts'
import { addDays, dayOf, daysBetween, isOfOurTime } from '../../../../shared/domain/time.ts'
import type { VisitRow } from '../../../db/tables.ts'
import type { HostContext } from '../../acts/context.ts'
import { badFile } from '../../acts/errors.ts'
import { newAct, recordLook } from '../../acts/recorded.ts'
import { linesOfVisit } from '../../acts/visitLines.ts'
import { attachmentsFolder } from '../../files/attachments.ts'
import { zipped } from '../../files/zip.ts'
import { guestsOfVisit, isSensitive, toGuest } from '../../guests/guests.queries.ts'
import { itemsOfVisit } from '../../itinerary/itinerary.queries.ts'
import { asVisit, LONGEST_VISIT } from '../../visits/visits.queries.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One visit whole as a file for another office. What is sensitive goes along only with somebody who may read it. */
export async function writeVisitFile(context: HostContext, row: VisitRow): Promise<Uint8Array> {
  const { db } = context
  const attachments = await linesOfVisit(db, 'attachment', row.id)
  const content: VisitFile = {
    visit: visitFile.shape.visit.parse(await asVisit(db, row)),
    guests: await guestsFor(context, row.id),
    items: (await itemsOfVisit(db, row.id)).map(item => ({
      ...visitFile.shape.items.element.parse({
        ...item,
        room: item.roomName,
        vehicles: item.vehicles.map(each => each.name),
      }),
    })),
    assignments: (await linesOfVisit(db, 'assignment', row.id)).map(line =>
      visitFile.shape.assignments.element.parse(line),
    ),
    trips: (await linesOfVisit(db, 'trip', row.id)).map(line => visitFile.shape.trips.element.parse(line)),
    meals: (await linesOfVisit(db, 'meal', row.id)).map(line => visitFile.shape.meals.element.parse(line)),
    tasks: (await linesOfVisit(db, 'task', row.id))
      .filter(line => line.state === 'live')
      .map(line => visitFile.shape.tasks.element.parse(line)),
    attachments: attachments.map(({ name, taskId }) => ({ name, taskId })),
  }
  const files: Record<string, Uint8Array> = { 'visit.json': strToU8(JSON.stringify(content)) }
  for (const [index, attachment] of attachments.entries())
    files[`attachments/${index + 1}`] = new Uint8Array(
      await readFile(join(attachmentsFolder(context), attachment.file)),
    )
  const manifest = {
    yingbin: 'visit',
    format: VISIT_FORMAT,
    madeAt: context.clock().toISOString(),
    madeBy: context.actor,
    files: Object.entries(files).map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  }
  return zipped({ 'manifest.json': strToU8(JSON.stringify(manifest, null, 2)), ...files })
}

async function guestsFor(context: HostContext, visitId: string): Promise<VisitFile['guests']> {
  const whole = may(context.account?.role ?? null, 'sensitive')
  const guests = await guestsOfVisit(context.db, visitId)
  const told = whole ? guests.filter(isSensitive) : []
  // What leaves in a file was looked at.
  if (told.length > 0)
    await context.writer.transaction().execute(async tx => {
      const act = newAct(context)
      for (const guest of told) await recordLook(tx, act, 'guest', guest)
    })
  return guests.map(guest =>
    visitFile.shape.guests.element.parse({
      ...toGuest(guest),
      ...(whole ? { health: guest.health, religion: guest.religion, ethnicity: guest.ethnicity } : {}),
    }),
  )
}

/** Largest file, and what may come out of it, bytes; most files in it. */
const MOST_BYTES = 24_000_000
const MOST_UNPACKED = 200_000_000
const MOST_FILES = 1001
/** More than this out of one byte is no document but a bomb (deflate gives at most 1032). */
const MOST_RATIO = 200

export interface ReadVisit {
  content: VisitFile
  madeAt: string
  madeBy: string
  attachments: { name: string; taskId: string | null; bytes: Uint8Array }[]
}

/**
 * Reads a visit file, or says what is wrong with it.
 * @throws BAD_FILE notAVisitFile, newerFormat, damaged (what does not match the manifest), unsafe (a path, or too much), tooLarge
 */
export async function readVisit(file: File): Promise<ReadVisit> {
  if (file.size > MOST_BYTES) throw badFile('tooLarge', '24 MB')
  const parts = await unpacked(new Uint8Array(await file.arrayBuffer()))
  const manifest = visitManifest.safeParse(parsed(parts['manifest.json'], 'manifest.json'))
  const { format } = Object(parsed(parts['manifest.json'], 'manifest.json')) as { format?: unknown }
  if (typeof format === 'number' && format > VISIT_FORMAT) throw badFile('newerFormat', String(format))
  if (!manifest.success) throw badFile('notAVisitFile', 'manifest.json')
  const listed = new Map(manifest.data.files.map(each => [each.path, each]))
  for (const path of Object.keys(parts))
    if (path !== 'manifest.json' && !listed.has(path)) throw badFile('damaged', path)
  for (const { path, bytes, sha256: sum } of listed.values()) {
    const part = parts[path]
    if (!part || part.length !== bytes || sha256(part) !== sum) throw badFile('damaged', path)
  }
  const content = visitFile.safeParse(parsed(parts['visit.json'], 'visit.json'))
  if (!content.success) throw badFile('damaged', `visit.json ${content.error.issues[0]?.path.join('.') ?? ''}`.trim())
  const dangling = danglingIn(content.data)
  if (dangling) throw badFile('damaged', `visit.json ${dangling}`)
  return {
    content: content.data,
    madeAt: manifest.data.madeAt,
    madeBy: manifest.data.madeBy,
    attachments: content.data.attachments.map((attachment, index) => {
      const bytes = parts[`attachments/${index + 1}`]
      if (!bytes) throw badFile('damaged', `attachments/${index + 1}`)
      return { ...attachment, bytes }
    }),
  }
}

const SAFE_PATH = /^(manifest\.json|visit\.json|attachments\/[1-9]\d{0,3})$/

/** The files of a zip, once none of them leads anywhere else or is a bomb. */
function unpacked(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  let total = 0
  let count = 0
  let refused: ReturnType<typeof badFile> | null = null
  return new Promise((resolve, reject) => {
    unzip(
      bytes,
      {
        filter: file => {
          total += file.originalSize
          count += 1
          const bomb =
            total > MOST_UNPACKED ||
            count > MOST_FILES ||
            (file.originalSize > 1_000_000 && file.originalSize > file.size * MOST_RATIO)
          if (!SAFE_PATH.test(file.name)) refused ??= badFile('unsafe', file.name.slice(0, 100))
          else if (bomb) refused ??= badFile('unsafe', `${file.name} ${file.originalSize}`)
          return refused === null
        },
      },
      (error, parts) => {
        if (refused) reject(refused)
        else if (error) reject(badFile('notAVisitFile', error.message))
        else resolve(parts)
      },
    )
  })
}

function parsed(part: Uint8Array | undefined, path: string): unknown {
  if (!part) throw badFile('notAVisitFile', path)
  try {
    return JSON.parse(strFromU8(part))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw badFile('damaged', path)
  }
}

/** A line of a stop, or a file of a task, that the file does not hold; null for none. Ids are told apart by what they are of. */
function danglingIn(file: VisitFile): string | null {
  const items = new Set(file.items.map(item => item.id))
  const tasks = new Set(file.tasks.map(task => task.id))
  for (const kind of ['assignments', 'trips', 'meals', 'tasks'] as const)
    for (const line of file[kind]) if (line.itemId !== null && !items.has(line.itemId)) return `${kind} ${line.itemId}`
  for (const { taskId } of file.attachments) if (taskId !== null && !tasks.has(taskId)) return `attachments ${taskId}`
  const ids = [file.visit, ...file.guests, ...file.items, ...file.assignments, ...file.trips, ...file.tasks].map(
    each => each.id,
  )
  return new Set(ids).size === ids.length ? contradictionIn(file) : 'id'
}

/** What cannot be so: a visit or a stop that ends before it begins, lasts for ages, or lies in other times; null where all can. */
function contradictionIn({ visit, items, trips }: VisitFile): string | null {
  const isLong = daysBetween(visit.startsOn, visit.endsOn) >= LONGEST_VISIT
  if (visit.endsOn < visit.startsOn || isLong) return 'visit.endsOn'
  if (!isOfOurTime(visit.startsOn) || !isOfOurTime(visit.endsOn)) return 'visit.startsOn'
  const around = { from: addDays(visit.startsOn, -AROUND), until: addDays(visit.endsOn, AROUND) }
  for (const item of items) {
    if (item.endsAt <= item.startsAt) return `items ${item.id} endsAt`
    if (dayOf(item.startsAt) < around.from || dayOf(item.endsAt) > around.until) return `items ${item.id} startsAt`
  }
  const stops = trips.map(trip => trip.id)
  return new Set(stops).size === stops.length ? null : 'trips'
}

/** Days that a stop may lie outside its visit: an arrival on the evening before. */
const AROUND = 60
