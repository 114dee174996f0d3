import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { TFunction } from 'i18next'
import { createElement, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from './client.ts'
import { isKept } from './reapproval.ts'
import { sentenceOf } from './sentences.ts'
import { answered, forgetAct, nextStep, stepped, type Way } from './undoing.ts'

interface ActOptions<R> {
  /** What was done, as a notification with Undo where the act can be undone. */
  done?: string | ((result: R) => string)
  /** What takes the act back is called; where the act took another one back, it does that one again. */
  undo?: 'undo' | 'redo'
  /** Takes a refusal into its own hands by answering true; otherwise it is told as a notification. */
  refused?: (error: unknown) => boolean
}

/**
 * Runs a deed on the host: refreshes what the window shows, tells what was done with Undo, or tells in one sentence why not.
 * Answers the result, or undefined where it was refused.
 */
export function useAct() {
  const queries = useQueryClient()
  const { notification } = App.useApp()
  const { t } = useTranslation()

  return useCallback(
    async function act<R extends object>(deed: () => Promise<R>, options: ActOptions<R> = {}): Promise<R | undefined> {
      if (bringsToUnread()) return undefined
      try {
        const result = await deed()
        await queries.invalidateQueries()
        const text = typeof options.done === 'function' ? options.done(result) : options.done
        if (text) {
          const key = `act-${Date.now()}`
          const actId = 'actId' in result && typeof result.actId === 'string' ? result.actId : null
          const undo = async () => {
            notification.destroy(key)
            if (actId) await undoOne(actId, act, t)
          }
          notification.open({
            key,
            title: text,
            duration: 6,
            role: 'status',
            actions: actId
              ? createElement(
                  Button,
                  { size: 'small', type: 'link', onClick: () => void undo() },
                  t(`common.${options.undo ?? 'undo'}`),
                )
              : undefined,
          })
        }
        return result
      } catch (error) {
        if (isKept(error)) await queries.invalidateQueries()
        if (isKept(error) || options.refused?.(error)) return undefined
        notification.error({ title: sentenceOf(error, t), duration: 10 })
        return undefined
      }
    },
    [queries, notification, t],
  )
}

/**
 * A day or a time that could not be read stands in its field as it was typed: nothing is saved from the form or dialog around it, and
 * whoever tried is brought there.
 */
function bringsToUnread(): boolean {
  const around = document.activeElement?.closest('form, [role="dialog"]')
  const unread = around?.querySelector<HTMLElement>('[data-unread] input')
  unread?.focus()
  return unread !== null && unread !== undefined
}

type Act = ReturnType<typeof useAct>

/** Takes one act back and tells what it was; where that act took another one back, the other is done again. */
async function undoOne(actId: string, act: Act, t: TFunction, way: Way = 'back'): Promise<string | undefined> {
  const answer = await act(() => client.history.undo({ actId }), {
    undo: way === 'back' ? 'redo' : 'undo',
    done: ({ undone }) =>
      t(`notice.${way === 'back' ? 'tookBack' : 'didAgain'}.${undone.action}`, {
        what: t(`entity.${undone.entity}`),
        label: undone.label,
        more: undone.more > 0 ? t('notice.andMore', { count: undone.more }) : '',
      }),
  })
  if (answer) forgetAct(actId)
  return answer?.actId
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere but in a field that is being typed in, which has its own: a step back, a step again. */
export function useUndoKeys(): void {
  const act = useAct()
  const { t } = useTranslation()
  const { notification } = App.useApp()
  useEffect(() => {
    // One step after the other: whoever presses twice goes two steps back.
    let line = Promise.resolve()
    const step = async (way: Way) => {
      await answered()
      const actId = nextStep(way)
      if (!actId) {
        notification.info({ title: t(`notice.nothing.${way}`), duration: 3, role: 'status' })
        return
      }
      const written = await undoOne(actId, act, t, way)
      // What cannot be taken back any more is passed over, so that the next step reaches what was before it.
      if (written) stepped(way, actId, written)
      else forgetAct(actId)
    }
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
      if (event.defaultPrevented || isTyping(event.target)) return
      event.preventDefault()
      line = line.then(() => step(key === 'y' || event.shiftKey ? 'again' : 'back'))
    }
    const onFocus = (event: FocusEvent) => {
      if (isField(event.target)) entered.set(event.target, event.target.value)
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('focusin', onFocus)
    }
  }, [act, notification, t])
}

/** What stood in a field of text when the keys came to it. */
const entered = new WeakMap<HTMLElement, string>()

const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type))

/** A field that is being typed in takes back its own letters; one that the keys only came to has none. */
function isTyping(target: EventTarget | null): boolean {
  if (isField(target)) return target.value !== (entered.get(target) ?? '')
  return target instanceof HTMLElement && target.isContentEditable
}
