import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { lendAsker } from '../base/reapproval.ts'

/** Before a change sends an approved plan back: what it touches, and what follows. */
export function ReapprovalDialog() {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  useEffect(() => {
    lendAsker(
      ({ status, changes }) =>
        new Promise(resolve => {
          modal.confirm({
            title: t(`reapproval.title.${status}`),
            content: t('reapproval.text', {
              changes: changes.map(change => t(`covered.${change}`)).join(t('mark.list')),
            }),
            okText: t('reapproval.go'),
            cancelText: t('reapproval.keep'),
            autoFocusButton: 'cancel',
            onOk: () => resolve(true),
            onCancel: () => resolve(false),
          })
        }),
    )
    return () => lendAsker(null)
  }, [modal, t])
  return null
}
