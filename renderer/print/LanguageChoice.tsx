import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type DocumentLanguage, documentLanguage } from '../../shared/contract/documents.ts'

/** The language of papers, whatever the window speaks. */
export function LanguageChoice({
  value,
  onChange,
  block = false,
}: {
  value: DocumentLanguage
  onChange: (language: DocumentLanguage) => void
  block?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Segmented<DocumentLanguage>
      block={block}
      aria-label={t('print.language')}
      value={value}
      onChange={onChange}
      options={documentLanguage.options.map(each => ({ value: each, label: t(`print.languages.${each}`) }))}
    />
  )
}
