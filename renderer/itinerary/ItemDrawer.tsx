import { ColumnWidthOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item, ItemFields } from '../../shared/contract/itinerary.ts'
import { clockOf } from '../../shared/domain/time.ts'
import { PHOTO_RULES, SETUP_STYLES } from '../../shared/domain/visit.ts'
import { query } from '../base/client.ts'
import { usualEquipment } from '../base/equipment.ts'
import type { FieldsOf } from '../ui/cell.ts'
import { CheckCell, ChoiceCell, TextCell } from '../ui/cells.tsx'
import { Field } from '../ui/Field.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import type { Autosave } from '../ui/useAutosave.ts'
import { RoomPicker } from './RoomPicker.tsx'

const WITH_ROOM = new Set(['meeting', 'welcome', 'gift', 'break', 'dining', 'other', 'farewell'])

/** How a stop is prepared: the room's set-up and equipment, a tour's route and rules, plan B, notes. */
export function ItemDrawer({
  saver,
  name,
  headcount,
  onClose,
}: {
  saver: Autosave<Item, ItemFields>
  name: string
  headcount: number | null
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { data: rooms = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const { shown } = saver
  const room = rooms.find(each => each.id === shown.roomId)
  const { data: movables = [] } = useQuery(query.equipment.list.queryOptions())
  const [picking, setPicking] = useState(false)
  const brought = new Set(movables.flatMap(each => [each.name, each.latinName]))
  const missing = room ? shown.equipment.filter(thing => !room.equipment.includes(thing) && !brought.has(thing)) : []
  const text = (field: FieldsOf<ItemFields, string>, rows?: number) => (
    <Field label={t(`fields.${field}`)} className={rows ? 'wide' : ''} problem={saver.invalid[field]}>
      {id => <TextCell saver={saver} name={field} id={id} {...(rows ? { rows } : {})} />}
    </Field>
  )
  return (
    <Drawer
      open
      size={480}
      title={`${clockOf(shown.startsAt)} ${name}`}
      extra={<SaveStateMark state={saver.state} onRevert={saver.revert} />}
      onClose={() => {
        saver.flush()
        onClose()
      }}
    >
      <div className="form-grid">
        {text('contentLatin')}
        {text('placeLatin')}
        {text('phone')}
        <CheckCell saver={saver} name="isFixed">
          {t('fields.isFixed')}
        </CheckCell>
        {WITH_ROOM.has(shown.kind) && (
          <>
            <h3 className="section-title wide">{t('preparation.room')}</h3>
            <div className="wide">
              <Button icon={<ColumnWidthOutlined />} data-pick-room onClick={() => setPicking(true)}>
                {room ? t('picker.other', { name: room.name }) : t('picker.open')}
              </Button>
            </div>
            <Field label={t('fields.setupStyle')}>
              {id => (
                <ChoiceCell
                  saver={saver}
                  name="setupStyle"
                  id={id}
                  options={SETUP_STYLES.map(style => ({ value: style, label: t(`setupStyle.${style || 'none'}`) }))}
                />
              )}
            </Field>
            {text('refreshments')}
            <Field label={t('fields.equipment')} className="wide">
              {id => (
                <Select
                  id={id}
                  mode="tags"
                  value={shown.equipment}
                  tokenSeparators={['、', '，', ',', ' ']}
                  onChange={equipment => saver.put({ equipment })}
                  options={[
                    ...new Set([...usualEquipment(t), ...(room?.equipment ?? []), ...movables.map(each => each.name)]),
                  ].map(thing => ({
                    value: thing,
                    label: thing,
                  }))}
                />
              )}
            </Field>
            {missing.length > 0 && (
              <p className="wide finding" role="status">
                {t('finding.equipment', { resource: room?.name ?? '', missing: missing.join(t('mark.list')) })}
              </p>
            )}
            <CheckCell saver={saver} name="nameCards">
              {t('fields.nameCards')}
            </CheckCell>
          </>
        )}
        {shown.kind === 'tour' && (
          <>
            <h3 className="section-title wide">{t('preparation.tour')}</h3>
            {text('route', 2)}
            {text('safetyGear')}
            <Field label={t('fields.photoRule')}>
              {id => (
                <ChoiceCell
                  saver={saver}
                  name="photoRule"
                  id={id}
                  options={PHOTO_RULES.map(rule => ({ value: rule, label: t(`photoRule.${rule || 'none'}`) }))}
                />
              )}
            </Field>
          </>
        )}
        {picking && (
          <RoomPicker
            span={{ startsAt: shown.startsAt, endsAt: shown.endsAt }}
            visitId={shown.visitId}
            itemId={shown.id}
            headcount={headcount}
            equipment={shown.equipment}
            onTake={roomId => {
              saver.put({ roomId, place: '' })
              setPicking(false)
            }}
            onClose={() => setPicking(false)}
          />
        )}
        {text('planB', 2)}
        {text('notes', 3)}
      </div>
    </Drawer>
  )
}
