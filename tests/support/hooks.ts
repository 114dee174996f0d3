import type { ReactElement, ReactNode } from 'react'
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** What React needs of a page to run a component that draws nothing: somewhere to listen, and nothing to draw on. */
function blankPage() {
  // React asks whether what has the focus is a frame; here nothing has it.
  const window = Object.assign(new EventTarget(), { HTMLIFrameElement: class {} })
  const page = Object.assign(new EventTarget(), { nodeType: 9, defaultView: window, activeElement: null })
  const container = Object.assign(new EventTarget(), {
    nodeType: 1,
    nodeName: 'DIV',
    tagName: 'DIV',
    namespaceURI: 'http://www.w3.org/1999/xhtml',
    ownerDocument: page,
    firstChild: null,
    lastChild: null,
    textContent: '',
  })
  return { window, page, container: container as unknown as Element }
}

export interface Hooked<Props, Result> {
  /** What the hook has returned last. */
  readonly now: Result
  window: EventTarget
  render(props: Props): Promise<void>
  /** Does something, and lets React finish what follows from it. */
  doing(work: () => unknown): Promise<void>
  unmount(): Promise<void>
}

/** A component that draws nothing and runs what it is given. */
function Probe({ run }: { run: () => void }) {
  run()
  return null
}

/** Runs a hook in the real React, without a browser. */
export async function hooked<Props extends object, Result>(
  hook: (props: Props) => Result,
  props: Props,
  around: (inner: ReactElement) => ReactNode = inner => inner,
): Promise<Hooked<Props, Result>> {
  const { window, page, container } = blankPage()
  Object.assign(globalThis, { window, document: page })
  const seen: Result[] = []
  const root = createRoot(container)
  const doing = async (work: () => unknown) => {
    await act(async () => {
      await work()
    })
  }
  const given = { current: props }
  const run = () => {
    seen.push(hook(given.current))
  }
  const render = (next: Props) => {
    given.current = next
    return doing(() => root.render(around(createElement(Probe, { run }))))
  }
  await render(props)
  return {
    get now() {
      const last = seen.at(-1)
      if (last === undefined) throw new Error('The hook has not run')
      return last
    },
    window,
    render,
    doing,
    unmount: () => doing(() => root.unmount()),
  }
}
