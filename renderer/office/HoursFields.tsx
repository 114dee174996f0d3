import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ClockInput } from '../ui/ClockInput.tsx'
import { Field } from '../ui/Field.tsx'
import type { OfficeSaver } from './OfficePanel.tsx'

const ZONES = Intl.supportedValuesOf('timeZone')

/** Time zone, first day of the week, and the hours of the office. */
export function HoursFields({ saver }: { saver: OfficeSaver }) {
  const { t } = useTranslation()
  const { shown } = saver
  return (
    <>
      <h2 className="section-title">{t('office.time')}</h2>
      <Field label={t('fields.timeZone')} className="half" problem={saver.invalid.timeZone}>
        {id => (
          <Select
            id={id}
            showSearch
            value={shown.timeZone}
            onChange={timeZone => saver.put({ timeZone })}
            options={ZONES.map(zone => ({ value: zone, label: zone }))}
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
