import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import './tableImport.css'

/** What of a workbook was not read because nobody sees it there. */
export interface HiddenParts {
  rows: number
  columns: number
  sheets: readonly string[]
}

/** Says what of a workbook was left out because it is hidden; nothing where nothing is. */
export function HiddenNotice({ rows, columns, sheets }: HiddenParts) {
  const { t } = useTranslation()
  const parts = [
    ...(rows > 0 ? [t('tableImport.hiddenRows', { count: rows })] : []),
    ...(columns > 0 ? [t('tableImport.hiddenColumns', { count: columns })] : []),
    ...sheets.map(name => t('tableImport.hiddenSheet', { name })),
  ]
  if (parts.length === 0) return null
  return (
    <Alert
      className="table-import-hidden"
      type="info"
      showIcon
      title={t('tableImport.hidden', { what: parts.join(t('mark.list')) })}
    />
  )
}
