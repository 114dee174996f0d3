import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { documentLanguage } from '../../shared/contract/documents.ts'
import type { PaperLanguage } from '../../shared/domain/language.ts'

/** The language of papers, whatever the window speaks. */
export function LanguageChoice({
  value,
  onChange,
  block = false,
}: {
  value: PaperLanguage
  onChange: (language: PaperLanguage) => void
  block?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Segmented<PaperLanguage>
      block={block}
      aria-label={t('print.language')}
      value={value}
      onChange={onChange}
      options={documentLanguage.options.map(each => ({ value: each, label: t(`print.languages.${each}`) }))}
    />
  )
}
