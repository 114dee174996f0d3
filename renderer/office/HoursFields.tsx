import { Segmented, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../base/language.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { Field } from '../ui/Field.tsx'
import type { OfficeSaver } from './OfficePanel.tsx'

const ZONES = Intl.supportedValuesOf('timeZone')

/** A zone as people call it, with its offset and the name by which it is kept: 中国标准时间 GMT+8 · Asia/Shanghai. */
function zoneLabel(zone: string, language: string): string {
  const part = (style: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style })
      .formatToParts()
      .find(each => each.type === 'timeZoneName')?.value ?? ''
  return `${part('long')} ${part('shortOffset')} · ${zone}`
}

/** Time zone, first day of the week, and the hours of the office. */
export function HoursFields({ saver }: { saver: OfficeSaver }) {
  const { t } = useTranslation()
  const { shown } = saver
  const language = useLanguage()
  const zones = useMemo(() => ZONES.map(zone => ({ value: zone, label: zoneLabel(zone, language) })), [language])
  return (
    <>
      <h2 className="section-title">{t('office.time')}</h2>
      <Field label={t('fields.timeZone')} className="half" problem={saver.invalid.timeZone}>
        {id => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={shown.timeZone}
            onChange={timeZone => saver.put({ timeZone })}
            options={zones}
          />
        )}
      </Field>
      <Field label={t('fields.weekStart')} className="half">
        {() => (
          <Segmented<0 | 1>
            block
            aria-label={t('fields.weekStart')}
            value={shown.weekStart}
            onChange={weekStart => saver.put({ weekStart })}
            options={[
              { value: 1, label: t('weekday.1') },
              { value: 0, label: t('weekday.0') },
            ]}
          />
        )}
      </Field>
      <Field label={t('fields.opensAt')} className="half">
        {id => (
          <ClockInput
            id={id}
            label={t('fields.opensAt')}
            value={shown.opensAt}
            onChange={opensAt => saver.put({ opensAt })}
          />
        )}
      </Field>
      <Field label={t('fields.closesAt')} className="half">
        {id => (
          <ClockInput
            id={id}
            label={t('fields.closesAt')}
            value={shown.closesAt}
            ends="day"
            onChange={clock => saver.put({ closesAt: clock === '00:00' ? '24:00' : clock })}
          />
        )}
      </Field>
    </>
  )
}
