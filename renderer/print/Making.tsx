import { App, Button, Progress } from 'antd'
import { createElement, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperAsked } from '../../shared/contract/documents.ts'
import { client } from '../base/client.ts'
import { usePrinting } from './usePrinting.ts'

/** Many papers at once: how far they are, and a way to stop. Badges that were printed before are asked about first. */
export function useMaking() {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { printMany, save } = usePrinting()
  const [state, setState] = useState<{ done: number; total: number } | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const run = useCallback(
    async (total: number, work: (onProgress: (done: number) => void, signal: AbortSignal) => Promise<unknown>) => {
      stop.current = new AbortController()
      setState({ done: 0, total })
      try {
        await work(done => setState({ done, total }), stop.current.signal)
      } finally {
        setState(null)
      }
    },
    [],
  )

  return {
    busy: state !== null,
    state,
    stop: () => stop.current?.abort(),
    save: (papers: readonly PaperAsked[], as: 'one' | 'each', name: string) =>
      run(papers.length, (onProgress, signal) => save(papers, as, name, onProgress, signal)),
    print: async (papers: readonly PaperAsked[]) => {
      const wanted = await withoutSecond(papers, names =>
        askAgain(modal, t('print.againTitle', { count: names.length }), names, {
          all: t('print.againAll'),
          rest: t('print.againRest'),
          comma: t('mark.list'),
          cancel: t('common.cancel'),
        }),
      )
      if (wanted) await run(wanted.length, (onProgress, signal) => printMany(wanted, onProgress, signal))
    },
  }
}
export type MakingState = ReturnType<typeof useMaking>

type Answer = 'all' | 'rest' | 'none'

/** The papers to print once it is clear whether badges are printed a second time; null where nothing is to be printed. */
async function withoutSecond(
  papers: readonly PaperAsked[],
  ask: (names: string[]) => Promise<Answer>,
): Promise<readonly PaperAsked[] | null> {
  const badges = papers.filter(paper => paper.kind === 'badges')
  const lists = await Promise.all(badges.map(paper => client.guests.list({ visitId: paper.visit })))
  const of = new Map(
    badges.map((paper, index) => {
      const only = Array.isArray(paper.guests) ? paper.guests : []
      const guests = (lists[index] ?? []).filter(guest => only.length === 0 || only.includes(guest.id))
      return [paper as PaperAsked, guests]
    }),
  )
  const again = [...of.values()].flat().filter(guest => guest.badgePrintedAt !== null)
  if (again.length === 0) return papers
  const answer = await ask(again.map(guest => guest.name))
  if (answer === 'none') return null
  if (answer === 'all') return papers
  const rest = papers.flatMap(paper => {
    const guests = of.get(paper)
    if (!guests || paper.kind !== 'badges') return [paper]
    const fresh = guests.filter(guest => guest.badgePrintedAt === null).map(guest => guest.id)
    return fresh.length === 0 ? [] : [{ ...paper, guests: fresh }]
  })
  return rest.length === 0 ? null : rest
}

const MOST_NAMES = 12

/** Asks whether badges are printed a second time: all, only the others, or nothing. */
export function askAgain(
  modal: ReturnType<typeof App.useApp>['modal'],
  title: string,
  names: readonly string[],
  words: { all: string; rest: string; cancel: string; comma: string },
): Promise<Answer> {
  return new Promise(resolve => {
    const answer = (which: Answer) => {
      dialog.destroy()
      resolve(which)
    }
    const button = (which: Answer, text: string, type: 'primary' | 'default') =>
      createElement(Button, { key: which, type, autoFocus: type === 'primary', onClick: () => answer(which) }, text)
    const dialog = modal.confirm({
      title,
      content: names.slice(0, MOST_NAMES).join(words.comma) + (names.length > MOST_NAMES ? ' …' : ''),
      onCancel: () => resolve('none'),
      footer: createElement('div', { className: 'again-acts' }, [
        button('none', words.cancel, 'default'),
        button('all', words.all, 'default'),
        button('rest', words.rest, 'primary'),
      ]),
    })
  })
}

/** How many papers are made of how many. */
export function Making({ making }: { making: MakingState }) {
  const { t } = useTranslation()
  const { state } = making
  if (!state) return null
  return (
    <span className="making" role="status">
      <Progress
        percent={Math.round((state.done / Math.max(1, state.total)) * 100)}
        size="small"
        style={{ width: 120 }}
        showInfo={false}
        aria-label={t('print.making', state)}
      />
      <span className="numeric">{t('print.making', state)}</span>
      <Button size="small" onClick={making.stop}>
        {t('common.cancel')}
      </Button>
    </span>
  )
}
