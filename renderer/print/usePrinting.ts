import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import {
  bundleQuery,
  type DocumentKind,
  type DocumentRequest,
  documentQuery,
  documentRequest,
  type PaperAsked,
  paperRequest,
} from '../../shared/contract/documents.ts'
import { client } from '../base/client.ts'
import { saveFile } from '../base/saveFile.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { type Choosing, pageSize } from './choices.ts'
import { enqueue } from './queue.ts'

const PRINTERS = 'yingbin.printers'

/** Which printer of this computer prints which kind of document; none where the system's dialog is asked. */
export function printerFor(kind: string): string {
  const kept = JSON.parse(window.localStorage.getItem(PRINTERS) ?? '{}') as Record<string, string>
  return kept[kind] ?? ''
}

export function choosePrinter(kind: string, printer: string): void {
  const kept = JSON.parse(window.localStorage.getItem(PRINTERS) ?? '{}') as Record<string, string>
  window.localStorage.setItem(PRINTERS, JSON.stringify({ ...kept, [kind]: printer }))
}

type Means = 'dialog' | 'printer' | 'pdf'

/** Only a visit's papers are written down: a separator or a schedule is nobody's. */
const ofVisits = (papers: readonly PaperAsked[]): DocumentRequest[] =>
  papers.flatMap(paper => {
    const read = documentRequest.safeParse(paper)
    return read.success ? [read.data] : []
  })

/** Prints papers and saves them as PDF, and writes down that it was done. */
export function usePrinting() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const act = useAct()

  const remember = useCallback(
    (papers: readonly PaperAsked[], means: Means, printer = '') => {
      const told = ofVisits(papers)
      if (told.length === 0) return Promise.resolve(undefined)
      return act(() => client.print.printed({ papers: told, means, printer }), {
        ...(means === 'pdf' ? {} : { done: t('print.remembered', { count: told.length }) }),
      })
    },
    [act, t],
  )

  /** Through the system's dialog, from a page that is already shown or from one that is made for it. */
  const printFrame = useCallback(
    (frame: HTMLIFrameElement, papers: readonly PaperAsked[]) => {
      const shown = frame.contentWindow
      if (!shown) return
      shown.addEventListener('afterprint', () => void remember(papers, 'dialog'), { once: true })
      shown.print()
    },
    [remember],
  )

  const printMany = useCallback(
    async (papers: readonly PaperAsked[], onProgress: (done: number) => void, stop: AbortSignal) => {
      const frame = document.createElement('iframe')
      frame.className = 'printing-frame'
      frame.title = t('print.preview')
      frame.src = `/document.html?${bundleQuery(papers)}`
      document.body.append(frame)
      try {
        await laidOut(frame, onProgress, stop)
        printFrame(frame, papers)
        // The dialog holds the page in most browsers; where it does not, the frame must outlive it.
        setTimeout(() => frame.remove(), 600_000)
      } catch (error) {
        frame.remove()
        if (stop.aborted) return
        notification.error({ title: t('print.failed'), description: String(error), placement: 'bottomRight' })
      }
    },
    [printFrame, notification, t],
  )

  /** Straight to the printer that was chosen for this kind; answers false where none was. */
  const printStraight = useCallback(
    (papers: readonly Extract<PaperAsked, { kind: DocumentKind }>[], choosing: Choosing, title: string): boolean => {
      const [first] = papers
      const printer = first && window.desktop ? printerFor(first.kind) : ''
      if (!first || printer === '') return false
      for (const paper of papers) {
        const size = pageSize(paper, choosing)
        enqueue({
          title,
          order: { path: `/document.html?${documentQuery(paper)}`, printer, ...size },
          onPrinted: () => void remember([paper], 'printer', printer),
        })
      }
      return true
    },
    [remember],
  )

  /** One PDF, or one of each in a zip; answers whether it was saved. */
  const save = useCallback(
    async (
      papers: readonly PaperAsked[],
      as: 'one' | 'each',
      name: string,
      onProgress: (done: number) => void,
      stop: AbortSignal,
    ): Promise<boolean> => {
      try {
        const input = { papers: papers.map(paper => paperRequest.parse(paper)), as, name }
        for await (const event of await client.print.make(input, { signal: stop })) {
          if (event.kind === 'progress') onProgress(event.done)
          else await saveFile(event.address)
        }
        await remember(papers, 'pdf')
        notification.success({ title: t('print.saved'), placement: 'bottomRight', role: 'status' })
        return true
      } catch (error) {
        if (!stop.aborted) notification.error({ title: sentenceOf(error, t), placement: 'bottomRight', duration: 10 })
        return false
      }
    },
    [remember, notification, t],
  )

  return { printFrame, printMany, printStraight, save, remember }
}

/** Waits until a page says that everything is on it. @throws what it says is wrong */
function laidOut(frame: HTMLIFrameElement, onProgress: (done: number) => void, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      const said = frame.contentDocument?.querySelector('html')?.dataset
      if (stop.aborted) finish(() => reject(new Error('stopped')))
      else if (said?.failed !== undefined) finish(() => reject(new Error(said.failed)))
      else if (said?.ready !== undefined) finish(resolve)
      else if (said?.progress) onProgress(Number.parseInt(said.progress, 10))
    }, 60)
    const finish = (then: () => void) => {
      clearInterval(timer)
      then()
    }
  })
}
