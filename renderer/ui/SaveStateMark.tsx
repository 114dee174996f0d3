import { CheckOutlined, CloseCircleOutlined, EditOutlined, LoadingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SaveState } from './useAutosave.ts'

const ICONS = {
  saved: <CheckOutlined aria-hidden />,
  saving: <LoadingOutlined aria-hidden />,
  unsaved: <EditOutlined aria-hidden />,
  refused: <CloseCircleOutlined aria-hidden />,
}

/** Is what I see saved? Told as it is. */
export function SaveStateMark({ state, onRevert }: { state: SaveState; onRevert?: () => void }) {
  const { t } = useTranslation()
  return (
    <span className={`save-state ${state}`} role="status">
      {ICONS[state]}
      {t(`saveState.${state}`)}
      {state === 'refused' && onRevert && (
        <Button size="small" onClick={onRevert}>
          {t('common.revert')}
        </Button>
      )}
    </span>
  )
}
