import { type OfficeSettings, officeSettings } from '../../../shared/contract/office.ts'
import type { WallTime } from '../../../shared/domain/time.ts'
import { wallClock } from '../acts/clock.ts'
import type { Db, HostContext } from '../acts/context.ts'

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

/** The office's wall clock now. */
export async function officeNow(context: HostContext, db: Db): Promise<WallTime> {
  return wallClock(context.clock(), (await officeSettingsOf(db)).timeZone)
}
