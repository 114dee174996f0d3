import { ColorPicker, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'

export function Length({
  label,
  value,
  onChange,
  min = 0,
  max = 20,
}: {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
}) {
  return (
    <Field label={label}>
      {id => (
        <InputNumber
          id={id}
          size="small"
          min={min}
          max={max}
          step={0.1}
          precision={2}
          suffix="mm"
          value={value}
          onChange={next => {
            if (next !== null) onChange(next)
          }}
        />
      )}
    </Field>
  )
}

/** A colour of one's own, the guest's role colour, or the company's. */
export function Color({
  label,
  value,
  onChange,
  none = false,
  plain = false,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  none?: boolean
  /** Only a colour of one's own. */
  plain?: boolean
}) {
  const { t } = useTranslation()
  const own = value.startsWith('#')
  return (
    <Field label={label}>
      {id => (
        <div className="with-link">
          {!plain && (
            <Select
              id={id}
              size="small"
              value={own ? 'own' : value}
              onChange={next => onChange(next === 'own' ? '#111111' : next)}
              options={[
                ...(none ? [{ value: '', label: t('badges.colors.none') }] : []),
                ...['own', 'role', 'company'].map(each => ({ value: each, label: t(`badges.colors.${each}`) })),
              ]}
            />
          )}
          {own && (
            <ColorPicker
              size="small"
              disabledAlpha
              value={value}
              onChangeComplete={color => onChange(color.toHexString().slice(0, 7))}
            />
          )}
        </div>
      )}
    </Field>
  )
}
