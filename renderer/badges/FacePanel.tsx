import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Upload } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DesignElement, isPicture } from '../../shared/domain/papers/badgeDesign.ts'
import { Field } from '../ui/Field.tsx'
import { freeId } from './boxes.ts'
import { elementName } from './elementName.ts'
import { Color } from './Measures.tsx'
import { newElement } from './newElement.ts'
import { type Drawing, EMPTY_FACE, type Side } from './useDesign.ts'

interface Props {
  drawing: Drawing
  side: Side
  selected: string | null
  onSelect: (id: string) => void
}

/** What a face is made of: its elements from the uppermost down, and the ground below them. */
export function FacePanel({ drawing, side, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const { design } = drawing
  const face = design[side]
  if (!face)
    return (
      <>
        <p className="soft">{t('badges.backEmpty')}</p>
        <Button onClick={() => drawing.set({ ...design, back: EMPTY_FACE })}>{t('badges.makeBack')}</Button>
      </>
    )
  const add = (kind: DesignElement['kind'], more: Partial<DesignElement> = {}) => {
    const fresh = newElement(kind, design, freeId(kind, face.elements), more)
    drawing.add(side, fresh)
    onSelect(fresh.id)
  }
  return (
    <>
      <div className="acts">
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'text', label: t('badges.kind.text'), onClick: () => add('text') },
              { key: 'logo', label: t('badges.logo'), onClick: () => add('image', { source: 'logo' }) },
              { key: 'qr', label: t('badges.kind.qr'), onClick: () => add('qr') },
              { key: 'line', label: t('badges.kind.line'), onClick: () => add('line') },
              { key: 'box', label: t('badges.kind.box'), onClick: () => add('box') },
            ],
          }}
        >
          <Button size="small" icon={<PlusOutlined />}>
            {t('badges.add')}
          </Button>
        </Dropdown>
        <Picture onRead={source => add('image', { source })}>{t('badges.addPicture')}</Picture>
      </div>
      <ol className="layers" aria-label={t('badges.layers')}>
        {face.elements.toReversed().map(each => (
          <li key={each.id}>
            <button
              type="button"
              className={each.id === selected ? 'chosen' : ''}
              aria-pressed={each.id === selected}
              onClick={() => onSelect(each.id)}
            >
              {elementName(each, t)}
            </button>
          </li>
        ))}
      </ol>
      <div className="designer-form">
        <Color
          plain
          label={t('badges.ground')}
          value={face.color}
          onChange={color => drawing.setFace(side, { ...face, color })}
        />
        <Field label={t('badges.groundPicture')}>
          {() =>
            face.image ? (
              <Button size="small" onClick={() => drawing.setFace(side, { ...face, image: '' })}>
                {t('common.remove')}
              </Button>
            ) : (
              <Picture onRead={image => drawing.setFace(side, { ...face, image })}>{t('badges.choosePicture')}</Picture>
            )
          }
        </Field>
      </div>
      {side === 'back' && (
        <Button size="small" onClick={() => drawing.set({ ...design, back: null })}>
          {t('badges.noBack')}
        </Button>
      )}
    </>
  )
}

/** Asks for a picture; one that is too large or none is refused in words. */
function Picture({ onRead, children }: { onRead: (source: string) => void; children: ReactNode }) {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const read = async (file: File) => {
    const source = await asDataAddress(file)
    if (isPicture(source)) onRead(source)
    else notification.error({ title: t('badges.badPicture') })
  }
  return (
    <Upload
      accept=".png,.jpg,.jpeg,.svg"
      showUploadList={false}
      beforeUpload={file => {
        void read(file)
        return false
      }}
    >
      <Button size="small">{children}</Button>
    </Upload>
  )
}

/** A picture as a data address, as it is kept in the design. */
function asDataAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
