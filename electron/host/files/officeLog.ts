import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { troubleOf } from '../../db/trouble.ts'

/** A file longer than this, bytes, makes way for a new one at the next start. */
const LONG = 5_000_000

/** Codes of a path that leads through a file or nowhere. */
const NO_FOLDER = new Set(['ENOTDIR', 'EEXIST', 'ENOENT'])

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
    if (troubleOf(error) === null && !NO_FOLDER.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    // A folder that cannot be had is said in a sentence by the database, which needs it too.
    return pino({ name: 'yingbin', level: 'warn' }, pino.destination(2))
  }
}
