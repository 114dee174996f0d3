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
