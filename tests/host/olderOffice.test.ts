import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_NAME } from '../../electron/db/connection.ts'
import { migrate, migrationsIn } from '../../electron/db/migrate.ts'
import { isRecorded, TABLE_NAMES } from '../../electron/db/tables.ts'
import { linesOfVisit } from '../../electron/host/acts/visitLines.ts'
import { refusal } from '../support/builders.ts'
import { clientOf, root, type TestOffice, testOffice } from '../support/office.ts'

const migrations = join(root, 'electron', 'db', 'migrations')
const SCAN = '附件内容'

/**
 * An office as version 5 left it: a visit that was planned, changed, submitted, decided on paper and printed, with a row in every
 * table that people edit. The file was written by that version of the program.
 */
function officeOfVersion5(folder: string): void {
  const until5 = join(folder, 'migrations')
  cpSync(migrations, until5, { recursive: true })
  for (const each of migrationsIn(until5)) if (each.version > 5) rmSync(each.file)
  const file = join(folder, DATABASE_NAME)
  migrate(file, until5)
  const database = new Database(file)
  database.pragma('foreign_keys = OFF')
  database.exec(readFileSync(join(root, 'tests', 'support', 'version5.sql'), 'utf8'))
  expect(database.pragma('foreign_key_check')).toEqual([])
  mkdirSync(join(folder, 'attachments'))
  for (const name of database.prepare('select file from attachment').pluck().all())
    writeFileSync(join(folder, 'attachments', String(name)), SCAN)
  database.close()
}

let folder: string
let office: TestOffice
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yingbin-older-'))
  officeOfVersion5(folder)
  office = testOffice({ dataDir: folder })
  const accounts = await office.client.accounts.list()
  const administrator = accounts.find(account => account.role === 'administrator')
  await office.client.accounts.signIn({ accountId: administrator?.id ?? '', secret: '' })
})
afterEach(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What later versions added to a row: an older log does not name it, and it begins as this. */
const ADDED_LATER: Partial<Record<string, Record<string, unknown>>> = {
  booking: { uidSequence: 0, uidStamp: '', uidException: false },
}

const theVisit = () => office.host.context.db.selectFrom('visit').selectAll().executeTakeFirstOrThrow()
/** The same requests by somebody who wants a new approval where one is asked for. */
const willing = () =>
  clientOf(request => {
    const headers = new Headers(request.headers)
    headers.set('x-reapprove', '1')
    return office.host.fetch(new Request(request, { headers }))
  })
const log = () => office.host.context.db.selectFrom('changeLog').selectAll().orderBy('number').execute()

describe('an office of an older version', () => {
  it('has a history that says the same as its rows, in every table', async () => {
    const told = new Map<string, { entity: string; row: Record<string, unknown> | null }>()
    for (const { entity, entityId, action, before, after } of await log()) {
      const known = told.get(entityId)
      if (action === 'create') told.set(entityId, { entity, row: { ...after } })
      else if (action === 'delete') told.set(entityId, { entity, row: null })
      else if (known?.row && !(after && 'sensitive' in after)) {
        for (const [field, value] of Object.entries(before ?? {})) expect(known.row[field]).toEqual(value)
        Object.assign(known.row, after)
      }
    }
    const recorded = TABLE_NAMES.filter(isRecorded)
    expect([...new Set([...told.values()].map(each => each.entity))].sort()).toEqual(recorded.toSorted())
    for (const table of recorded) {
      const rows = await office.host.context.db.selectFrom(table).selectAll().execute()
      const fromLog = [...told.values()].flatMap(({ entity, row }) =>
        entity === table && row ? [{ ...ADDED_LATER[table], ...row }] : [],
      )
      const known = rows.filter(row => told.has(row.id))
      expect({ [table]: fromLog.map(withoutRevision) }).toEqual({ [table]: known.map(withoutRevision) })
    }
  })

  it('shows its history in words and keeps its files', async () => {
    const visit = await theVisit()
    const { entries } = await office.client.history.list({ visitId: visit.id, before: null })
    const fields = entries.flatMap(entry => [entry.entity, ...entry.changes.map(change => change.field)])
    expect(fields.filter(field => field.includes('_'))).toEqual([])
    const stop = entries.find(entry => entry.entity === 'itineraryItem' && entry.action === 'update')
    expect(stop).toMatchObject({ actor: '王晓燕', label: '双方会谈', undoable: true })
    expect(stop?.changes).toContainEqual({ field: 'isFixed', before: '0', after: '1' })
    expect(stop?.changes).toContainEqual({ field: 'equipment', before: '["投影"]', after: '["投影","白板"]' })
    const [task] = await office.client.checklists.list({ visitId: visit.id })
    expect(await office.text(`/attachments/${task?.attachments[0]?.id}`)).toBe(SCAN)
    expect(await office.client.search.query({ text: '马俊杰', limit: 5 })).toEqual([])
  })

  it('keeps badge roles by their keys, and undoes them so', async () => {
    const { db } = office.host.context
    const guests = await db.selectFrom('guest').select(['name', 'badgeRole']).orderBy('position').execute()
    expect(guests).toEqual([
      { name: '张伟', badgeRole: 'vip' },
      { name: '李娜', badgeRole: 'interpreter' },
    ])
    const created = (await log()).filter(line => line.entity === 'guest' && line.action === 'create')
    expect(created.map(line => line.after?.badgeRole)).toEqual(['vip', 'interpreter', ''])
  })

  it('takes back act after act, down to what stands', async () => {
    const visit = await theVisit()
    const acts = new Map((await log()).map(line => [line.actId, `${line.entity} ${line.action}`]))
    const stood: string[] = []
    for (const [actId, what] of [...acts].reverse()) {
      const refused = await refusal(willing().history.undo({ actId })).catch(() => null)
      if (refused) stood.push(`${what}: ${refused.data.reason ?? refused.code}`)
    }
    // What version 5 itself refused: a plan that was decided stands, and with it what it confirmed.
    expect(stood).toEqual([
      'account create: accountsStand',
      'attachment create: decisionStands',
      'visit update: decisionStands',
      'booking create: STALE',
      'itineraryItem create: hasContents',
      'booking create: STALE',
      'guest update: STALE',
      'visit create: STALE',
      'resource create: hasContents',
      'resource create: hasContents',
      'resource create: hasContents',
    ])
    for (const table of ['assignment', 'seating', 'ticket', 'stay', 'meal', 'allocation', 'task'] as const)
      expect({ [table]: await linesOfVisit(office.host.context.db, table, visit.id) }).toEqual({ [table]: [] })
  })
})

const withoutRevision = ({ revision: _, ...row }: Record<string, unknown>) => row
