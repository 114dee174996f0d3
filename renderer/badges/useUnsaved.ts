import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Asks before what is not saved is left, by a link or by closing the window.
 * @returns what lets go of it: nothing is asked from then on
 */
export function useUnsaved(dirty: boolean): () => void {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const blocking = useRef(dirty)
  blocking.current = dirty
  const ask = () =>
    new Promise<boolean>(resolve => {
      modal.confirm({
        title: t('badges.leaveTitle'),
        content: t('badges.leaveText'),
        okText: t('badges.leave'),
        cancelText: t('common.cancel'),
        onOk: () => resolve(false),
        onCancel: () => resolve(true),
      })
    })
  useBlocker({
    shouldBlockFn: () => blocking.current && ask(),
    enableBeforeUnload: () => blocking.current,
  })
  return () => {
    blocking.current = false
  }
}
