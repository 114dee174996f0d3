import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  CopyOutlined,
  DeleteOutlined,
  VerticalAlignBottomOutlined,
  VerticalAlignMiddleOutlined,
  VerticalAlignTopOutlined,
} from '@ant-design/icons'
import { Button, Checkbox, ColorPicker, Dropdown, Input, InputNumber, Segmented, Select, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  type Alignment,
  aligned,
  type BoxElement,
  type DesignElement,
  PLACEHOLDERS,
  type TextElement,
  unknownPlaceholders,
} from '../../shared/domain/papers/badgeDesign.ts'
import { Field } from '../ui/Field.tsx'
import { copyOf } from './Canvas.tsx'
import { elementName } from './elementName.ts'
import type { Drawing, Side } from './useDesign.ts'

const ALIGNMENTS: readonly [Alignment, React.ReactNode][] = [
  ['left', <AlignLeftOutlined key="left" />],
  ['center', <AlignCenterOutlined key="center" />],
  ['right', <AlignRightOutlined key="right" />],
  ['top', <VerticalAlignTopOutlined key="top" />],
  ['middle', <VerticalAlignMiddleOutlined key="middle" />],
  ['bottom', <VerticalAlignBottomOutlined key="bottom" />],
]

interface Props {
  drawing: Drawing
  side: Side
  element: DesignElement
  onSelect: (id: string | null) => void
}

/** Everything about the selected element, in mm and words. */
export function Properties({ drawing, side, element, onSelect }: Props) {
  const { t } = useTranslation()
  const { size } = drawing.design
  const set = (patch: Partial<DesignElement>, deed = '') => drawing.setElement(side, element.id, patch, deed)
  const length = (field: 'x' | 'y' | 'width' | 'height') => (
    <Field key={field} label={t(`badges.${field}`)}>
      {id => (
        <InputNumber
          id={id}
          size="small"
          min={0}
          max={field === 'x' || field === 'width' ? size.width : size.height}
          step={1}
          precision={2}
          suffix="mm"
          value={element[field]}
          onChange={value => {
            if (value !== null) set({ [field]: value }, `${element.id} ${field}`)
          }}
        />
      )}
    </Field>
  )
  return (
    <div className="designer-form">
      <h2>{elementName(element, t)}</h2>
      {element.kind === 'text' && <TextFields element={element} set={set} />}
      {element.kind === 'image' && (
        <Field label={t('badges.fit')} className="wide">
          {() => (
            <Segmented<'contain' | 'cover'>
              size="small"
              aria-label={t('badges.fit')}
              value={element.fit}
              onChange={fit => set({ fit })}
              options={[
                { value: 'contain', label: t('badges.contain') },
                { value: 'cover', label: t('badges.cover') },
              ]}
            />
          )}
        </Field>
      )}
      {element.kind === 'line' && (
        <>
          <Color label={t('badges.color')} value={element.color} onChange={color => set({ color })} />
          <Length
            label={t('badges.thickness')}
            value={element.thickness}
            onChange={thickness => set({ thickness })}
            min={0.1}
          />
        </>
      )}
      {element.kind === 'box' && <BoxFields element={element} set={set} />}
      {(['x', 'y', 'width', 'height'] as const).map(length)}
      <div className="wide acts">
        {ALIGNMENTS.map(([how, icon]) => (
          <Tooltip key={how} title={t(`badges.align.${how}`)}>
            <Button
              size="small"
              icon={icon}
              aria-label={t(`badges.align.${how}`)}
              onClick={() => set(aligned(element, how, size))}
            />
          </Tooltip>
        ))}
      </div>
      <div className="wide acts">
        <Button size="small" onClick={() => drawing.raise(side, element.id, 1)}>
          {t('badges.up')}
        </Button>
        <Button size="small" onClick={() => drawing.raise(side, element.id, -1)}>
          {t('badges.down')}
        </Button>
        <Button
          size="small"
          icon={<CopyOutlined />}
          onClick={() => {
            const copy = copyOf(element, drawing.design[side]?.elements ?? [], size)
            drawing.add(side, copy)
            onSelect(copy.id)
          }}
        >
          {t('badges.duplicate')}
        </Button>
        <Button
          size="small"
          danger
          icon={<DeleteOutlined />}
          onClick={() => {
            drawing.remove(side, element.id)
            onSelect(null)
          }}
        >
          {t('common.remove')}
        </Button>
      </div>
    </div>
  )
}

type Set<E> = (patch: Partial<E>, deed?: string) => void

function TextFields({ element, set }: { element: TextElement; set: Set<TextElement> }) {
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

function BoxFields({ element, set }: { element: BoxElement; set: Set<BoxElement> }) {
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

function Length({
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
