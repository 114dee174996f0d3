import { clockOf, dayOf, type WallTime } from '../../../shared/domain/time.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { perform, updateRow } from '../acts/recorded.ts'
import { officeNow, officeWords } from '../office/office.queries.ts'

/** Releases the holds whose time is over. Asked for before every request, it costs one look at the clock a minute. */
export function expiry(context: HostContext): { release: () => Promise<number> } {
  let looked: WallTime = ''
  return {
    async release() {
      const minute = context.clock().toISOString().slice(0, 16)
      if (minute === looked) return 0
      looked = minute
      const now = await officeNow(context, context.db)
      if ((await expired(context.db, now)).length === 0 || (await hasJumped(context))) return 0
      const { released } = await perform({ ...context, actor: await ownName(context) }, async (tx, act) => {
        const rows = await expired(tx, now)
        for (const row of rows)
          await updateRow(tx, act, 'booking', row, { status: 'cancelled', releasedAt: row.expiresAt })
        return { released: rows.length }
      })
      return released
    },
  }
}

/** Who is written into the history where the program itself let a hold go: its name in the office's language. */
const ownName = async (context: HostContext) => (await officeWords(context, context.db))('app.name')

/** A clock that stands more than this after the newest act of the office is taken for a wrong one, ms. */
const A_YEAR = 366 * 86_400_000

/** A PC whose battery was changed may wake years ahead: no hold goes because of it. */
async function hasJumped(context: HostContext): Promise<boolean> {
  const newest = await context.db.selectFrom('changeLog').select('at').orderBy('number', 'desc').executeTakeFirst()
  return newest !== undefined && context.clock().getTime() - Date.parse(newest.at) > A_YEAR
}

const expired = (db: Db, now: WallTime) =>
  db
    .selectFrom('booking')
    .selectAll()
    .where('status', '=', 'tentative')
    .where('expiresAt', 'is not', null)
    .where('expiresAt', '<=', now)
    .execute()

/** What was released by itself since a day before, the newest first, and the holds that run out today or tomorrow. */
export async function holdsAround(db: Db, now: WallTime, since: WallTime, until: WallTime) {
  const held = db
    .selectFrom('booking as b')
    .innerJoin('resource as r', 'r.id', 'b.resourceId')
    .leftJoin('visit as v', 'v.id', 'b.visitId')
    .select([
      'b.id',
      'b.revision',
      'b.resourceId',
      'r.name as resource',
      'r.latinName as resourceLatin',
      'r.kind',
      'b.title',
      'v.title as visitTitle',
      'b.organizer',
      'b.startsAt',
      'b.endsAt',
      'b.expiresAt',
      'b.releasedAt',
    ])
  const released = await held
    .where('b.releasedAt', '>', since)
    .where('b.status', '=', 'cancelled')
    .where('b.endsAt', '>', now)
    .orderBy('b.releasedAt', 'desc')
    .limit(20)
    .execute()
  const running = await held
    .where('b.status', '=', 'tentative')
    .where('b.expiresAt', 'is not', null)
    .where('b.expiresAt', '<=', until)
    .orderBy('b.expiresAt')
    .limit(20)
    .execute()
  return [...released, ...running].map(({ visitTitle, ...row }) => ({
    ...row,
    title: row.title || (visitTitle ?? ''),
    at: `${dayOf(row.expiresAt ?? row.startsAt)}T${clockOf(row.expiresAt ?? row.startsAt)}`,
    released: row.releasedAt !== null,
  }))
}
