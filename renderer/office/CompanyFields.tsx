import { Link } from '@tanstack/react-router'
import { Button, ColorPicker, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'
import { LogoField } from './LogoField.tsx'
import type { OfficeSaver } from './OfficePanel.tsx'

/** Dark enough to be read on white, and as grey. */
const PRINT_COLORS = ['#0e6b66', '#1d4f91', '#7a1f2b', '#2f5d34', '#5b3a8c', '#333333']

/** Who the office is, and how its papers look. */
export function CompanyFields({ saver }: { saver: OfficeSaver }) {
  const { t } = useTranslation()
  const { shown } = saver
  const text = (field: 'companyName' | 'companyLatin' | 'email') => (
    <Field label={t(`fields.${field}`)} className="half" problem={saver.invalid[field]}>
      {id => (
        <Input
          id={id}
          value={shown[field]}
          onChange={event => saver.change({ [field]: event.target.value })}
          onBlur={saver.flush}
        />
      )}
    </Field>
  )
  return (
    <>
      <h2 className="section-title">{t('office.company')}</h2>
      {text('companyName')}
      {text('companyLatin')}
      {text('email')}
      <LogoField logo={shown.logo} />
      <Field label={t('fields.color')} className="half" problem={saver.invalid.color}>
        {() => (
          <ColorPicker
            disabledAlpha
            showText
            value={shown.color}
            onChangeComplete={color => saver.put({ color: color.toHexString().slice(0, 7).toLowerCase() })}
            presets={[{ label: t('fields.color'), colors: PRINT_COLORS }]}
          />
        )}
      </Field>
      <Field label={t('fields.secretLevel')} className="half" problem={saver.invalid.secretLevel}>
        {id => (
          <Input
            id={id}
            value={shown.secretLevel}
            placeholder={t('settings.secretHint')}
            onChange={event => saver.change({ secretLevel: event.target.value })}
            onBlur={saver.flush}
          />
        )}
      </Field>
      <Field label={t('fields.seatFirst')} className="half">
        {() => (
          <Segmented<'right' | 'left'>
            block
            aria-label={t('fields.seatFirst')}
            value={shown.seatFirst}
            onChange={seatFirst => saver.put({ seatFirst })}
            options={[
              { value: 'right', label: t('seating.rightFirst') },
              { value: 'left', label: t('seating.leftFirst') },
            ]}
          />
        )}
      </Field>
      <Field label={t('badges.title')} className="half">
        {() => (
          <Link to="/badges">
            <Button>{t('badges.edit')}</Button>
          </Link>
        )}
      </Field>
    </>
  )
}
