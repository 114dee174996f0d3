import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

/** A file longer than this, bytes, makes way for a new one at the next start. */
const LONG = 5_000_000

/**
 * The log of an office: `logs/yingbin.log` in its data folder and the error output. The id that the window shows with an unexpected
 * error is found in it. The file of the time before is kept as `yingbin.1.log`.
 */
export function officeLog(dataDir: string): Logger {
  const folder = join(dataDir, 'logs')
  const file = join(folder, 'yingbin.log')
  try {
    mkdirSync(folder, { recursive: true })
    if (existsSync(file) && statSync(file).size > LONG) renameSync(file, join(folder, 'yingbin.1.log'))
    const streams = [{ stream: pino.destination(2) }, { stream: pino.destination({ dest: file, sync: true }) }]
    return pino({ name: 'yingbin', level: 'warn' }, pino.multistream(streams))
  } catch (error) {
    // A folder that cannot be written is said by the database, in a sentence; the log must not come before it.
    const log = pino({ name: 'yingbin', level: 'warn' }, pino.destination(2))
    log.warn({ err: error }, 'no log file')
    return log
  }
}
