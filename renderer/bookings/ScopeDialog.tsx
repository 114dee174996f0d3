import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Scope } from '../../shared/contract/bookings.ts'

const SCOPES: Scope[] = ['one', 'following', 'all']

/** Which of a series a change is for. */
export function ScopeDialog({
  text,
  onChoose,
  onClose,
}: {
  text: string
  onChoose: (scope: Scope) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Modal open width={420} title={text} onCancel={onClose} footer={null}>
      <div className="stack">
        {SCOPES.map(scope => (
          <Button
            key={scope}
            block
            autoFocus={scope === 'one'}
            type={scope === 'one' ? 'primary' : 'default'}
            onClick={() => onChoose(scope)}
          >
            {t(`series.scope.${scope}`)}
          </Button>
        ))}
      </div>
    </Modal>
  )
}
