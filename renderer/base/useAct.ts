import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { createElement, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from './client.ts'
import { sentenceOf } from './sentences.ts'

interface ActOptions<R> {
  /** What was done, as a notification with Undo where the act can be undone. */
  done?: string | ((result: R) => string)
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
            await act(() => client.history.undo({ actId: actId ?? '' }), { done: t('notice.undone') })
          }
          notification.open({
            key,
            title: text,
            placement: 'bottomRight',
            duration: 8,
            role: 'status',
            actions: actId
              ? createElement(Button, { size: 'small', type: 'link', onClick: () => void undo() }, t('common.undo'))
              : undefined,
          })
        }
        return result
      } catch (error) {
        if (options.refused?.(error)) return undefined
        notification.error({ title: sentenceOf(error, t), placement: 'bottomRight', duration: 10 })
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
