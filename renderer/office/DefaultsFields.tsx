import { InputNumber, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/domain/language.ts'
import type { useRules } from '../rules/useRules.ts'
import { TextCell } from '../ui/cells.tsx'
import { Field } from '../ui/Field.tsx'
import type { OfficeSaver } from './OfficePanel.tsx'

interface Props {
  saver: OfficeSaver
  ruleSaver: ReturnType<typeof useRules>
}

/** What a paper and a desk begin with: language, size, currency, minutes until the desk is locked. */
export function DefaultsFields({ saver, ruleSaver }: Props) {
  const { t } = useTranslation()
  const { shown } = saver
  return (
    <>
      <h2 className="section-title">{t('office.defaults')}</h2>
      <Field label={t('fields.defaultLanguage')} className="half">
        {() => (
          <Segmented<Language>
            block
            aria-label={t('fields.defaultLanguage')}
            value={shown.language}
            onChange={language => saver.put({ language })}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        )}
      </Field>
      <Field label={t('fields.paper')} className="half">
        {() => (
          <Segmented<'a4' | 'a5'>
            block
            aria-label={t('fields.paper')}
            value={shown.paper}
            onChange={paper => saver.put({ paper })}
            options={[
              { value: 'a4', label: 'A4' },
              { value: 'a5', label: 'A5' },
            ]}
          />
        )}
      </Field>
      <Field label={t('settings.currency')} className="half" problem={ruleSaver.invalid.currency}>
        {id => <TextCell saver={ruleSaver} name="currency" id={id} />}
      </Field>
      <Field label={t('settings.lockMinutes')} className="half" problem={ruleSaver.invalid.lockMinutes}>
        {id => (
          <InputNumber
            id={id}
            min={1}
            max={240}
            precision={0}
            style={{ width: '100%' }}
            value={ruleSaver.shown.lockMinutes}
            onChange={lockMinutes => lockMinutes !== null && ruleSaver.change({ lockMinutes })}
            onBlur={ruleSaver.flush}
          />
        )}
      </Field>
    </>
  )
}
