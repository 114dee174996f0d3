import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { spanText } from '../../base/sentences.ts'
import { type GripOptions, type Held, isElsewhere } from './held.ts'
import { ARROWS, keyHeld, rowBeside, stepped } from './keyHeld.ts'
import type { Ghost } from './useGhost.ts'

/** Keys that follow each other within this time are one move, ms. */
const SETTLES = 900

/** Moving and stretching by keys: arrows take a bar along, a pause or Enter puts it down, Esc lets go. */
export function useKeyGrip(
  body: RefObject<HTMLDivElement | null>,
  latest: RefObject<GripOptions>,
  { say, draw }: Ghost,
) {
  const { t } = useTranslation()
  const byKeys = useRef<{ held: Held; timer: number } | null>(null)
  /** The bar that has the focus back when the moved one is drawn again. */
  const refocus = useRef<string | null>(null)
  const rowName = (id: string) => latest.current.placements.find(each => each.row?.id === id)?.row?.title ?? ''

  useEffect(() => {
    if (refocus.current === null) return
    const bar = body.current?.querySelector<HTMLElement>(`[data-bar="${refocus.current}"]`)
    if (!bar || bar === document.activeElement) return
    refocus.current = null
    bar.focus({ preventScroll: true })
  })

  /** Ends what the keys hold: done where it is allowed, or let go. */
  const settle = (done: boolean) => {
    const keys = byKeys.current
    if (!keys) return
    window.clearTimeout(keys.timer)
    byKeys.current = null
    const { held } = keys
    const { bar, rowId, span, copy } = held
    const { refused } = latest.current.judge(rowId, span, bar)
    draw(null)
    if (!bar || !done) return
    if (refused) {
      say(t('timeline.refused', { reason: refused }))
      return
    }
    if (!isElsewhere(held)) return
    refocus.current = bar.id
    latest.current.onMove(bar, { ...span, rowId, copy })
  }

  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const { bars, axis, still, onOpen } = latest.current
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]')?.dataset.bar
    const bar = bars.find(each => each.id === id)
    if (!bar) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (byKeys.current) settle(true)
      else onOpen(bar)
      return
    }
    if (event.key === 'Escape' && byKeys.current) {
      event.stopPropagation()
      settle(false)
      say(t('timeline.letGo'))
      return
    }
    if (!ARROWS.includes(event.key) || still || !bar.movable) return
    event.preventDefault()
    const before = byKeys.current?.held ?? keyHeld(bar)
    if (byKeys.current) window.clearTimeout(byKeys.current.timer)
    const next = stepped(before, event, axis, rowBeside(latest.current.placements, before.rowId, event.key))
    const { refused, warns } = draw(next)
    say(
      t(refused ? 'timeline.heldRefused' : 'timeline.held', {
        row: rowName(next.rowId),
        span: spanText(next.span.startsAt, next.span.endsAt),
        reason: refused ?? warns ?? '',
      }),
    )
    byKeys.current = { held: next, timer: window.setTimeout(() => !refused && settle(true), SETTLES) }
  }

  const onBlur = (event: React.FocusEvent<HTMLDivElement>) => {
    if (byKeys.current && !event.currentTarget.contains(event.relatedTarget)) settle(false)
  }

  return { onKeyDown, onBlur, settle }
}
