import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type BoxElement, PLACEHOLDERS } from '../../shared/domain/papers/badgeDesign.ts'
import { Field } from '../ui/Field.tsx'
import { Color, Length } from './Measures.tsx'
import type { SetElement } from './useDesign.ts'

export function BoxFields({ element, set }: { element: BoxElement; set: SetElement<BoxElement> }) {
  const { t } = useTranslation()
  return (
    <>
      <Color label={t('badges.fill')} value={element.fill} onChange={fill => set({ fill })} none />
      <Color label={t('badges.stroke')} value={element.stroke} onChange={stroke => set({ stroke })} none />
      <Length label={t('badges.thickness')} value={element.thickness} onChange={thickness => set({ thickness })} />
      <Length label={t('badges.radius')} value={element.radius} onChange={radius => set({ radius })} max={100} />
      <Field label={t('badges.shownWith')} className="wide">
        {id => (
          <Select
            id={id}
            size="small"
            value={element.shownWith}
            onChange={shownWith => set({ shownWith })}
            options={[
              { value: '' as const, label: t('badges.always') },
              ...PLACEHOLDERS.map(value => ({
                value,
                label: t('badges.where', { what: t(`badges.placeholder.${value}`) }),
              })),
            ]}
          />
        )}
      </Field>
    </>
  )
}
