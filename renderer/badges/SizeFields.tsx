import { InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { LARGEST_BADGE, resized, SMALLEST_BADGE } from '../../shared/domain/papers/badgeDesign.ts'
import { BADGE_SIZES, type Size } from '../../shared/domain/papers/sheets.ts'
import { Field } from '../ui/Field.tsx'
import type { Drawing } from './useDesign.ts'

/** The size of a badge: a usual one, or any in mm. What is on it goes along. */
export function SizeFields({ drawing }: { drawing: Drawing }) {
  const { t } = useTranslation()
  const { size } = drawing.design
  const set = (wanted: Size) => drawing.set(resized(drawing.design, wanted), 'size')
  const usual = Object.entries(BADGE_SIZES)
  const [current = ''] = usual.find(([, each]) => each.width === size.width && each.height === size.height) ?? []
  return (
    <>
      <Field label={t('print.size')}>
        {id => (
          <Select
            id={id}
            value={current}
            onChange={value => {
              const found = usual.find(([key]) => key === value)
              if (found) set({ ...found[1] })
            }}
            options={[
              ...usual.map(([key]) => ({ value: key, label: t(`badgeSize.${key}`) })),
              ...(current === '' ? [{ value: '', label: t('badges.ownSize') }] : []),
            ]}
          />
        )}
      </Field>
      <div className="designer-form">
        {(['width', 'height'] as const).map(field => (
          <Field key={field} label={t(`badges.${field}`)}>
            {id => (
              <InputNumber
                id={id}
                size="small"
                min={SMALLEST_BADGE}
                max={LARGEST_BADGE}
                precision={1}
                suffix="mm"
                value={size[field]}
                onChange={value => {
                  if (value !== null) set({ ...size, [field]: value })
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  )
}
