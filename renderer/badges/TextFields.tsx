import { Button, Checkbox, Dropdown, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PLACEHOLDERS, type TextElement, unknownPlaceholders } from '../../shared/domain/papers/badgeDesign.ts'
import { Field } from '../ui/Field.tsx'
import { Color, Length } from './Measures.tsx'
import type { SetElement } from './useDesign.ts'

export function TextFields({ element, set }: { element: TextElement; set: SetElement<TextElement> }) {
  const { t } = useTranslation()
  const unknown = unknownPlaceholders(element.text)
  return (
    <>
      <Field label={t('badges.text')} className="wide">
        {id => (
          <>
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={300}
              value={element.text}
              status={unknown.length > 0 ? 'error' : ''}
              onChange={event => set({ text: event.target.value }, `${element.id} text`)}
            />
            {unknown.length > 0 && (
              <span className="problem" role="alert">
                {t('badges.unknownPlaceholder', { text: unknown.map(name => `{${name}}`).join(' ') })}
              </span>
            )}
            <Dropdown
              trigger={['click']}
              menu={{
                items: PLACEHOLDERS.map(name => ({ key: name, label: t(`badges.placeholder.${name}`) })),
                onClick: ({ key }) => set({ text: `${element.text}{${key}}` }),
              }}
            >
              <Button size="small" style={{ marginTop: 4 }}>
                {t('badges.insert')}
              </Button>
            </Dropdown>
          </>
        )}
      </Field>
      <Field label={t('badges.font')}>
        {id => (
          <Select
            id={id}
            size="small"
            value={element.font}
            onChange={font => set({ font })}
            options={(['sans', 'serif'] as const).map(value => ({ value, label: t(`badges.fonts.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('badges.weight')}>
        {id => (
          <Select
            id={id}
            size="small"
            value={element.weight}
            onChange={weight => set({ weight })}
            options={([400, 500, 600, 700, 900] as const).map(value => ({
              value,
              label: t(`badges.weights.${value}`),
            }))}
          />
        )}
      </Field>
      <Length
        label={t('badges.size')}
        value={element.size}
        onChange={size => set({ size }, `${element.id} size`)}
        min={1}
        max={60}
      />
      <Color label={t('badges.color')} value={element.color} onChange={color => set({ color })} />
      <Field label={t('badges.horizontal')}>
        {id => (
          <Select
            id={id}
            size="small"
            value={element.align}
            onChange={align => set({ align })}
            options={(['start', 'center', 'end'] as const).map(value => ({
              value,
              label: t(`badges.aligns.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={t('badges.vertical')}>
        {id => (
          <Select
            id={id}
            size="small"
            value={element.vertical}
            onChange={vertical => set({ vertical })}
            options={(['top', 'middle', 'bottom'] as const).map(value => ({
              value,
              label: t(`badges.verticals.${value}`),
            }))}
          />
        )}
      </Field>
      <Checkbox className="wide" checked={element.shrink} onChange={event => set({ shrink: event.target.checked })}>
        {t('badges.shrink')}
      </Checkbox>
    </>
  )
}
