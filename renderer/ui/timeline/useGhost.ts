import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf, minutesBetween } from '../../../shared/domain/time.ts'
import { xOf } from './geometry.ts'
import type { GripOptions, Held } from './held.ts'

/** The ghost of what is held, drawn outside of React, what each row in sight says to it, and the voice that tells it. */
export function useGhost(body: RefObject<HTMLDivElement | null>, latest: RefObject<GripOptions>) {
  const { t } = useTranslation()
  const ghost = useRef<HTMLDivElement>(null)
  const voice = useRef<HTMLDivElement>(null)

  const say = (text: string) => {
    if (voice.current) voice.current.textContent = text
  }
  /** Draws the ghost where something is held, and what every row says to it. */
  const draw = (now: Held | null) => {
    const element = ghost.current
    const { axis, placements, judge, scroller } = latest.current
    for (const head of scroller.current?.querySelectorAll<HTMLElement>('[data-row-head]') ?? []) {
      const verdict = now ? judge(head.dataset.rowHead ?? '', now.span, now.copy ? null : now.bar) : null
      head.classList.toggle('refuses', Boolean(verdict?.refused))
      head.classList.toggle('warns', Boolean(verdict && !verdict.refused && verdict.warns))
      const why = head.querySelector('.tl-why')
      if (why) why.textContent = verdict?.refused ?? ''
    }
    for (const row of body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])
      row.classList.toggle(
        'refuses',
        Boolean(now && judge(row.dataset.row ?? '', now.span, now.copy ? null : now.bar).refused),
      )
    if (!element) return { refused: null, warns: null }
    const place = now && placements.find(each => each.row?.id === now.rowId)
    if (!now || !place) {
      element.hidden = true
      return { refused: null, warns: null }
    }
    const verdict = judge(now.rowId, now.span, now.copy ? null : now.bar)
    const left = xOf(axis, now.span.startsAt)
    element.hidden = false
    element.className = `tl-ghost ${verdict.refused ? 'refused' : verdict.warns ? 'warned' : 'fits'}${now.copy ? ' copy' : ''}`
    element.style.transform = `translate(${left}px, ${place.top + 4}px)`
    element.style.width = `${Math.max(6, xOf(axis, now.span.endsAt) - left)}px`
    const [title, why] = element.children
    const length = minutesBetween(now.span.startsAt, now.span.endsAt)
    if (title)
      title.textContent = `${now.copy ? '＋ ' : ''}${clockOf(now.span.startsAt)}–${clockOf(now.span.endsAt)} · ${t('timeline.minutes', { count: length })}`
    if (why) why.textContent = verdict.refused ?? verdict.warns ?? ''
    return verdict
  }

  return { ghost, voice, say, draw }
}

export type Ghost = ReturnType<typeof useGhost>
