import { pino } from 'pino'

/** A log without slow queries, which a bench has many of: they would hide its lines. */
export const quiet = pino({ name: 'yingbin', level: 'error' }, pino.destination(2))

export interface Line {
  name: string
  ours: number
  reference: number
  target: number | null
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Medians of two works, ms, taken by turns so that whatever else the machine does falls on both. */
export async function sideBySide(
  rounds: number,
  ours: () => unknown,
  reference: () => unknown,
): Promise<{ ours: number; reference: number }> {
  const times: { ours: number[]; reference: number[] } = { ours: [], reference: [] }
  for (let round = -2; round < rounds; round++) {
    for (const [name, work] of [
      ['ours', ours],
      ['reference', reference],
    ] as const) {
      const start = performance.now()
      await work()
      if (round >= 0) times[name].push(performance.now() - start)
    }
  }
  return { ours: median(times.ours), reference: median(times.reference) }
}

export function print({ name, ours, reference, target }: Line): void {
  const ratio = ours / reference
  const verdict = target === null ? 'reported' : ratio <= target ? `ok, at most ${target}` : `MISSED, at most ${target}`
  console.log(
    `${name.padEnd(58)} ours ${ours.toFixed(2).padStart(9)} ms  reference ${reference.toFixed(2).padStart(9)} ms  ratio ${ratio.toFixed(2).padStart(6)}  (${verdict})`,
  )
}

/** How long one part of the bench may take, ms: many times what it takes on a slow machine. */
const LIMIT = 600_000

/** Does one part of the bench. What fails or does not end in time is told by its name, and the rest goes on. */
export async function limited(name: string, work: () => Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT / 1000} seconds`)), LIMIT)
  })
  try {
    await Promise.race([work(), late])
  } catch (error) {
    process.exitCode = 1
    console.log(`${name}: FAILED: ${error instanceof Error ? error.message : error}`)
  } finally {
    clearTimeout(timer)
  }
}
