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
import { Button, InputNumber, Segmented, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Alignment, aligned, type DesignElement } from '../../shared/domain/papers/badgeDesign.ts'
import { Field } from '../ui/Field.tsx'
import { BoxFields } from './BoxFields.tsx'
import { copyOf } from './boxes.ts'
import { elementName } from './elementName.ts'
import { Color, Length } from './Measures.tsx'
import { TextFields } from './TextFields.tsx'
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
