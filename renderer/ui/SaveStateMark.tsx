import { CheckOutlined, CloseCircleOutlined, EditOutlined, LoadingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveState } from './useAutosave.ts'

const ICONS = {
  saved: <CheckOutlined aria-hidden />,
  saving: <LoadingOutlined aria-hidden />,
  unsaved: <EditOutlined aria-hidden />,
  refused: <CloseCircleOutlined aria-hidden />,
}

/** Is what I see saved? Told as it is, once there was something to save. */
export function SaveStateMark({ state, onRevert }: { state: SaveState; onRevert?: () => void }) {
  const { t } = useTranslation()
  const [before, setBefore] = useState(true)
  if (before && state !== 'saved') setBefore(false)
  return (
    <span className={`save-state ${state}`} role="status">
      {!before && ICONS[state]}
      {!before && t(`saveState.${state}`)}
      {state === 'refused' && onRevert && (
        <Button size="small" onClick={onRevert}>
          {t('common.revert')}
        </Button>
      )}
    </span>
  )
}
