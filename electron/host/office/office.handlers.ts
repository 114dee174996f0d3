import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { OfficeFields, OfficeSettings } from '../../../shared/contract/office.ts'
import { addDays, addMinutes, at, type Day, dayOf } from '../../../shared/domain/time.ts'
import { wallClock } from '../acts/clock.ts'
import type { HostContext } from '../acts/context.ts'
import { badFile, notAllowed, stale } from '../acts/errors.ts'
import { perform } from '../acts/recorded.ts'
import { waitingPlans } from '../approvals/approvals.queries.ts'
import { holdsAround } from '../bookings/expiry.ts'
import { tasksDue } from '../checklists/checklists.queries.ts'
import { papersDue } from '../resources/resources.queries.ts'
import { decideSample, loadSampleInto, readSample, removeSampleFrom, tickSample } from '../sample/sample.ts'
import { arrivalsOn, badgesToPrint, countAll, itemsOn } from '../today/today.queries.ts'
import { officeNow, officeSettingsOf } from './office.queries.ts'

export const settings = (context: HostContext): Promise<OfficeSettings> => officeSettingsOf(context.db)

export function update(context: HostContext, input: { revision: number; patch: Partial<OfficeFields> }) {
  return perform(context, async tx => {
    const before = await officeSettingsOf(tx)
    if (before.revision !== input.revision) throw stale('office', 'office', before)
    const next = { ...before, ...input.patch, revision: before.revision + 1 }
    await tx
      .insertInto('setting')
      .values({ key: 'office', value: JSON.stringify(next), revision: next.revision })
      .onConflict(conflict =>
        conflict.column('key').doUpdateSet({ value: JSON.stringify(next), revision: next.revision }),
      )
      .execute()
    return { settings: next }
  })
}

const MOST_LOGO_BYTES = 1_000_000

/** First bytes of the pictures that are taken; an SVG is told by its root element. It is only ever drawn as an image. */
function pictureKind(bytes: Uint8Array): 'png' | 'jpg' | 'svg' | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  const head = new TextDecoder().decode(bytes.slice(0, 1000)).trimStart()
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(head) ? 'svg' : null
}

/** Where the office's pictures lie in the data folder. */
export const filesFolder = (context: Pick<HostContext, 'dataDir'>): string => join(context.dataDir, 'files')

/** Keeps a picture under a name made of its bytes, so that a new one has a new address. @returns the name. */
export async function keepPicture(
  context: Pick<HostContext, 'dataDir'>,
  file: File,
  as: 'logo' | 'photo',
  most: { bytes: number; text: string },
): Promise<string> {
  if (file.size > most.bytes) throw badFile('tooLarge', most.text)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = pictureKind(bytes)
  if (!kind || (as === 'photo' && kind === 'svg')) throw badFile('notAnImage', file.name)
  const name = `${as}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${kind}`
  await mkdir(filesFolder(context), { recursive: true })
  await writeFile(join(filesFolder(context), name), bytes)
  return name
}

export async function setLogo(context: HostContext, input: { file: File | null }) {
  const name = input.file
    ? await keepPicture(context, input.file, 'logo', { bytes: MOST_LOGO_BYTES, text: '1 MB' })
    : ''
  const before = await officeSettingsOf(context.db)
  const { settings: after } = await update(context, {
    revision: before.revision,
    patch: { logo: name } as Partial<OfficeFields>,
  })
  await mkdir(filesFolder(context), { recursive: true })
  for (const old of await readdir(filesFolder(context)))
    if (old.startsWith('logo-') && old !== name) await rm(join(filesFolder(context), old))
  return { settings: after }
}

export async function state(context: HostContext) {
  const { timeZone } = await officeSettingsOf(context.db)
  const now = wallClock(context.clock(), timeZone)
  return { ...(await countAll(context.db)), now, today: dayOf(now) }
}

export async function loadSample(context: HostContext) {
  const { rooms, vehicles, visits } = await countAll(context.db)
  if (rooms + vehicles + visits > 0) throw notAllowed('officeNotEmpty')
  const settings = await officeSettingsOf(context.db)
  const today = dayOf(wallClock(context.clock(), settings.timeZone))
  const loaded = await perform(context, async (tx, act) => ({ visits: await loadSampleInto(context, tx, act, today) }))
  await perform(context, async (tx, act) => {
    await decideSample(context, tx, act)
    await tickSample(context, tx, act)
    return {}
  })
  if (settings.companyName === '')
    await update(context, { revision: settings.revision, patch: readSample(context.root).office })
  return { visits: loaded.visits }
}

export async function removeSample(context: HostContext) {
  const { hasSample } = await countAll(context.db)
  if (!hasSample) throw notAllowed('noSample')
  const { visits, resources } = await perform(context, (tx, act) => removeSampleFrom(tx, act))
  const settings = await officeSettingsOf(context.db)
  const { office } = readSample(context.root)
  if (settings.companyName === office.companyName) {
    const shipped = new Set(office.travel.map(each => `${each.fromPlace} ${each.toPlace}`))
    const travel = settings.travel.filter(each => !shipped.has(`${each.fromPlace} ${each.toPlace}`))
    await update(context, { revision: settings.revision, patch: { companyName: '', companyLatin: '', travel } })
  }
  await sql`insert into search (search) values ('optimize')`.execute(context.db)
  return { visits, resources }
}

/** Inspection and insurance of a car are told of so many days ahead. */
const PAPERS_AHEAD = 30

/** Every change as it is made, until the window goes away or the host closes. */
export async function* changes(context: HostContext, signal: AbortSignal | undefined) {
  const ends = [context.closing, ...(signal ? [signal] : [])]
  try {
    for await (const change of context.changes.subscribe('act', { signal: AbortSignal.any(ends) })) yield change
  } catch (error) {
    if (!ends.some(each => each.aborted)) throw error
  }
}

export async function today(context: HostContext, input: { day: Day }) {
  const now = await officeNow(context, context.db)
  return {
    now,
    arrivals: await arrivalsOn(context.db, input.day),
    items: await itemsOn(context.db, input.day),
    tasks: await tasksDue(context.db, `${input.day}T24:00`),
    plans: await waitingPlans(context),
    badges: await badgesToPrint(context.db, input.day),
    holds: await holdsAround(context.db, now, addMinutes(now, -1440), at(addDays(input.day, 2), '00:00')),
    papers: await papersDue(context.db, addDays(input.day, PAPERS_AHEAD)),
  }
}
