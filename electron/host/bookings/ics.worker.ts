import { parentPort } from 'node:worker_threads'
import type { badFile } from '../acts/errors.ts'
import { type CalendarReading, type ReadOptions, readCalendarFile } from './calendar.read.ts'

type BadFile = Parameters<typeof badFile>[0]

export interface CalendarJob extends ReadOptions {
  bytes: Uint8Array
}
export type CalendarAnswer = { ok: true; reading: CalendarReading } | { ok: false; reason: BadFile; detail: string }

/** Reads calendars beside the event loop: one file in, one answer out. */
parentPort?.on('message', ({ bytes, ...options }: CalendarJob) => {
  parentPort?.postMessage(answerTo(bytes, options))
})

function answerTo(bytes: Uint8Array, options: ReadOptions): CalendarAnswer {
  try {
    return { ok: true, reading: readCalendarFile(bytes, options) }
  } catch (error) {
    const { code, data } = Object(error) as { code?: string; data?: { reason: BadFile; detail: string } }
    if (code === 'BAD_FILE' && data) return { ok: false, ...data }
    throw error
  }
}
