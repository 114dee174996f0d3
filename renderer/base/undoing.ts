/**
 * What this window did since somebody signed in: the acts that Ctrl+Z takes back, and those that Ctrl+Shift+Z does again. Every
 * answer of the host that names an act passes here, whatever part of the window asked for it.
 */
const done: string[] = []
const undone: string[] = []

/** So many steps back are kept. */
const MOST = 100

/** A new act: what was taken back before it cannot be done again. */
export function remember(actId: string): void {
  done.push(actId)
  if (done.length > MOST) done.shift()
  undone.length = 0
}

/** Somebody else signs in: nobody takes back what another did. */
export function forgetActs(): void {
  done.length = 0
  undone.length = 0
}

/** An act was taken back on its own, by the button of its notice or in the history. */
export function forgetAct(actId: string): void {
  for (const list of [done, undone]) {
    const at = list.lastIndexOf(actId)
    if (at >= 0) list.splice(at, 1)
  }
}

const asked = new Set<Promise<unknown>>()

/** Notes that the host was asked for something that may be an act, until it has answered. */
export function underWay<Answer>(answer: Promise<Answer>): Promise<Answer> {
  asked.add(answer)
  const end = () => asked.delete(answer)
  answer.then(end, end)
  return answer
}

/** Ends when all that was asked so far is answered: whoever presses Ctrl+Z right after an edit means that edit. */
export const answered = async (): Promise<void> => void (await Promise.allSettled(asked))

export type Way = 'back' | 'again'

/** The act that a step takes back; undefined where there is none. */
export const nextStep = (way: Way): string | undefined => (way === 'back' ? done : undone).at(-1)

/** A step was made: what it wrote is itself an act, and the step the other way. */
export function stepped(way: Way, taken: string, written: string): void {
  forgetAct(taken)
  ;(way === 'back' ? undone : done).push(written)
}
