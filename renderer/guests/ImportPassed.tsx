import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PassedLine } from '../../shared/domain/lists/guestTable.ts'

interface Props {
  lines: readonly PassedLine[]
  onTake: (line: PassedLine) => void
}

/** The lines that are no guests, each with why; one click makes one a guest. */
export function ImportPassed({ lines, onTake }: Props) {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  return (
    <details className="import-passed">
      <summary>{t('import.passed', { count: lines.length })}</summary>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and their order is that of the list.
        <div key={index} className="import-passed-line">
          <span className="numeric soft">{line.row}</span>
          <span className="soft">{t(`import.why.${line.why}`)}</span>
          <span className="text">{line.text}</span>
          <Button
            size="small"
            type="link"
            aria-label={t('import.asGuestOf', { text: line.text.slice(0, 40) })}
            onClick={() => onTake(line)}
          >
            {t('import.asGuest')}
          </Button>
        </div>
      ))}
    </details>
  )
}
