import type { RefusalData } from '../../shared/contract/errors.ts'

/** What a refused change would undo: the state of the plan, and which covered facts differ. */
export type Reapproval = RefusalData<'REAPPROVAL'>

type Asker = (what: Reapproval) => Promise<boolean>

let asker: Asker | null = null

/** The window lends its dialog to whoever asks. */
export function lendAsker(next: Asker | null): void {
  asker = next
}

/** Asks whether a plan may go back to planning for this change; no without anybody to ask. */
export async function askReapproval(what: Reapproval): Promise<boolean> {
  return asker ? asker(what) : false
}

const kept = new WeakSet<object>()

/** The person was asked and chose to keep things as they are: nothing went wrong, and nothing is to be told. */
export function markKept<E extends object>(error: E): E {
  kept.add(error)
  return error
}

export const isKept = (error: unknown): boolean => typeof error === 'object' && error !== null && kept.has(error)
