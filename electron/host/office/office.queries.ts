import type { TFunction } from 'i18next'
import { sql } from 'kysely'
import { type OfficeSettings, officeSettings } from '../../../shared/contract/office.ts'
import type { WallTime } from '../../../shared/domain/time.ts'
import { wallClock } from '../acts/clock.ts'
import type { Db, HostContext } from '../acts/context.ts'
import { translator } from '../files/translator.ts'

const DEFAULTS: OfficeSettings = {
  companyName: '',
  companyLatin: '',
  timeZone: 'Asia/Shanghai',
  opensAt: '08:30',
  closesAt: '18:00',
  weekStart: 1,
  language: 'zh-CN',
  paper: 'a4',
  email: '',
  color: '#0e6b66',
  secretLevel: '',
  seatFirst: 'right',
  travel: [],
  logo: '',
  revision: 1,
}

/** The office's settings; defaults where nobody set any. */
export async function officeSettingsOf(db: Db): Promise<OfficeSettings> {
  const row = await db.selectFrom('setting').selectAll().where('key', '=', 'office').executeTakeFirst()
  return row ? officeSettings.parse({ ...DEFAULTS, ...JSON.parse(row.value), revision: row.revision }) : DEFAULTS
}

/** The words of the office's own language, for what is written into the database. */
export const officeWords = async (context: HostContext, db: Db): Promise<TFunction> =>
  translator(context.root)((await officeSettingsOf(db)).language)

/** The office's wall clock now. */
export async function officeNow(context: HostContext, db: Db): Promise<WallTime> {
  return wallClock(context.clock(), (await officeSettingsOf(db)).timeZone)
}

/** How many there are of what an office is made of: an empty one gets the first-start page. */
export async function countAll(
  db: Db,
): Promise<{ rooms: number; vehicles: number; visits: number; hasSample: boolean }> {
  const { rows } = await sql<{ rooms: number; vehicles: number; visits: number; sample: number }>`select
    (select count(*) from resource where kind = 'room' and removed = 0) as rooms,
    (select count(*) from resource where kind = 'vehicle' and removed = 0) as vehicles,
    (select count(*) from visit) as visits,
    exists (select 1 from visit where is_sample = 1) or exists (select 1 from resource where is_sample = 1) as sample`.execute(
    db,
  )
  const row = rows[0]
  return {
    rooms: row?.rooms ?? 0,
    vehicles: row?.vehicles ?? 0,
    visits: row?.visits ?? 0,
    hasSample: row?.sample === 1,
  }
}
