import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { badgeDesign, badges as badgesContract, type NamedDesign } from '../../../shared/contract/badges.ts'
import { type BadgeDesign, DESIGN_FORMAT } from '../../../shared/domain/papers/badgeDesign.ts'
import type { BadgeDesignRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import { wallClock } from '../acts/clock.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { badFile, notAllowed, notFound } from '../acts/errors.ts'
import { nameIsFree } from '../acts/names.ts'
import { insertRow, isSame, perform, seen, updateRow } from '../acts/recorded.ts'
import { shipOnce } from '../acts/shipped.ts'
import { officeSettingsOf } from '../office/office.queries.ts'

export async function list(context: HostContext): Promise<NamedDesign[]> {
  return (await designRows(context.db)).map(present)
}

export function create(context: HostContext, input: InputOf<typeof badgesContract.create>) {
  return perform(context, async (tx, act) => {
    await nameIsFree(tx, 'badgeDesign', input.name)
    return { design: present(await insertDesign(context, tx, act, input)) }
  })
}

export function update(context: HostContext, input: InputOf<typeof badgesContract.update>) {
  return perform(context, async (tx, act) => {
    const before = await designOf(tx, input.id)
    await seen('badgeDesign', before, input.revision, () => present(before))
    const { name, nameLatin, design } = input.patch
    if (name !== undefined) await nameIsFree(tx, 'badgeDesign', name, { exceptId: before.id })
    const isNew = design !== undefined && !isSame(design, before.design)
    const number = isNew ? (await lastNumber(tx, before.id)) + 1 : before.number
    const after = await updateRow(tx, act, 'badgeDesign', before, {
      name,
      nameLatin,
      ...(isNew ? { design, number } : {}),
    })
    if (isNew) await keepVersion(tx, act, after)
    return { design: present(after) }
  })
}

export function remove(context: HostContext, input: InputOf<typeof badgesContract.remove>) {
  return perform(context, async (tx, act) => {
    const row = await designOf(tx, input.id)
    if ((await designRows(tx)).length === 1) throw notAllowed('lastDesign')
    await updateRow(tx, act, 'badgeDesign', row, { removed: true })
    return {}
  })
}

export async function versions(context: HostContext, input: InputOf<typeof badgesContract.versions>) {
  const { timeZone } = await officeSettingsOf(context.db)
  const rows = await context.db
    .selectFrom('badgeDesignVersion')
    .selectAll()
    .where('designId', '=', input.id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(row => ({
    number: row.number,
    savedAt: wallClock(new Date(row.savedAt), timeZone),
    savedBy: row.savedBy,
    design: badgeDesign.parse(row.design),
  }))
}

/** Largest design file, bytes: two faces of pictures. */
const MOST_BYTES = 6_000_000

const designFile = z.object({
  yingbin: z.literal('badge-design'),
  format: z.number(),
  name: z.string().trim().min(1).max(60),
  nameLatin: z.string().trim().max(80).default(''),
  design: badgeDesign,
})

/** A design as a file: what it is, of which format, its name and itself. */
export const designFileText = (row: Pick<NamedDesign, 'name' | 'nameLatin' | 'design'>): string =>
  `${JSON.stringify({ yingbin: 'badge-design', format: DESIGN_FORMAT, name: row.name, nameLatin: row.nameLatin, design: row.design }, null, 2)}\n`

export async function importFile(context: HostContext, input: InputOf<typeof badgesContract.importFile>) {
  if (input.file.size > MOST_BYTES) throw badFile('tooLarge', '6 MB')
  const read = readDesignFile(await input.file.text())
  return perform(context, async (tx, act) => {
    const name = await freeName(tx, read.name)
    return { design: present(await insertDesign(context, tx, act, { ...read, name })) }
  })
}

/** @throws BAD_FILE badDesign with what is wrong and where, newerFormat */
function readDesignFile(text: string): z.infer<typeof designFile> {
  let read: unknown
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw badFile('badDesign', 'JSON')
  }
  const head = z.object({ yingbin: z.literal('badge-design'), format: z.number() }).safeParse(read)
  if (!head.success) throw badFile('badDesign', 'yingbin')
  if (head.data.format > DESIGN_FORMAT) throw badFile('newerFormat', String(head.data.format))
  const file = designFile.safeParse(read)
  if (file.success) return file.data
  const [issue] = file.error.issues
  throw badFile('badDesign', [issue?.path.join('.'), issue?.message].filter(Boolean).join(': '))
}

const shipped = z.object({ name: z.string(), nameLatin: z.string(), design: badgeDesign })

/** The designs a new office starts with. Once: whoever removes one has removed it. The most usual size stands first. */
export async function shippedDesigns(context: HostContext): Promise<void> {
  await shipOnce(context, 'badgeDesigns', async tx => {
    const folder = join(context.root, 'resources', 'badge-designs')
    const order = ['classic.json', 'band.json', 'card.json', 'conference.json', 'pass.json']
    const files = readdirSync(folder).sort((a, b) => order.indexOf(a) - order.indexOf(b))
    for (const file of files) {
      const design = shipped.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      const row = await tx
        .insertInto('badgeDesign')
        .values({ ...design, id: context.newId() })
        .returningAll()
        .executeTakeFirstOrThrow()
      await keepVersion(tx, { at: context.clock().toISOString(), actor: '' }, row)
    }
  })
}

async function insertDesign(
  context: HostContext,
  tx: Tx,
  act: Act,
  fields: { name: string; nameLatin: string; design: BadgeDesign },
): Promise<BadgeDesignRow> {
  const { name, nameLatin, design } = fields
  const row = await insertRow(tx, act, 'badgeDesign', { id: context.newId(), name, nameLatin, design })
  await keepVersion(tx, act, row)
  return row
}

const keepVersion = (tx: Tx, act: Pick<Act, 'at' | 'actor'>, row: BadgeDesignRow) =>
  tx
    .insertInto('badgeDesignVersion')
    .values({ designId: row.id, number: row.number, design: row.design, savedAt: act.at, savedBy: act.actor })
    .execute()

/** Versions stay when a save is undone: the next one takes the next number. */
async function lastNumber(tx: Tx, id: string): Promise<number> {
  const row = await tx
    .selectFrom('badgeDesignVersion')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('designId', '=', id)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** A design as the contract tells it. */
export const present = (row: BadgeDesignRow): NamedDesign => ({ ...row, design: badgeDesign.parse(row.design) })

/** Every design that is in use, the oldest first. */
const designRows = (db: Db): Promise<BadgeDesignRow[]> =>
  db.selectFrom('badgeDesign').selectAll().where('removed', '=', false).orderBy('id').execute()

/** @throws NOT_FOUND */
export async function designOf(db: Db, id: string): Promise<BadgeDesignRow> {
  const rows = await designRows(db)
  const row = id === '' ? rows[0] : rows.find(each => each.id === id)
  if (!row) throw notFound('badgeDesign', id)
  return row
}

/** A name that no design has: the one wished, or the first with a number behind it. */
async function freeName(tx: Tx, wished: string): Promise<string> {
  const names = new Set((await designRows(tx)).map(row => row.name))
  let name = wished
  for (let number = 2; names.has(name); number++) name = `${wished.slice(0, 55)} ${number}`
  return name
}

/** What this file answers of the contract's `badges`. */
export const badgesAnswers = answers(badgesContract, { list, create, update, remove, versions, importFile })
