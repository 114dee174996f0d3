import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Movable, movableFields } from '../../shared/contract/equipment.ts'
import { longest } from '../../shared/contract/longest.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { NumberCell } from '../ui/numberCells.tsx'
import { useAutosave } from '../ui/useAutosave.ts'
import { useKeptOrder } from '../ui/useKeptPlaces.ts'
import './equipment.css'

type Fields = Pick<Movable, 'name' | 'latinName' | 'quantity' | 'notes'>

/** What is carried to where it is needed, and how many of each there are. */
export function EquipmentPanel() {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const { data: movables } = useQuery(query.equipment.list.queryOptions())
  const [name, setName] = useState('')
  const shown = useKeptOrder(movables ?? [])
  if (!movables) return null
  const add = async () => {
    if (name.trim() === '') return
    if (
      await act(() => client.equipment.create({ name: name.trim() }), {
        done: t('equipment.added', { name: name.trim() }),
      })
    )
      setName('')
  }
  return (
    <section className="lines-section" aria-label={t('resources.equipment')}>
      <p className="soft">{t('equipment.text')}</p>
      {movables.length === 0 && <EmptyState title={t('equipment.none')} text={t('equipment.noneText')} />}
      {movables.length > 0 && (
        <LineHead
          grid="equipment-grid"
          titles={[t('fields.resourceName'), t('fields.latinName'), t('equipment.quantity'), t('fields.notes')]}
        />
      )}
      {shown.map(movable =>
        may('manage') ? (
          <MovableLine key={movable.id} movable={movable} />
        ) : (
          <p key={movable.id}>
            {movable.name} · {movable.quantity}
          </p>
        ),
      )}
      {may('manage') && (
        <form
          className="equipment-add"
          onSubmit={event => {
            event.preventDefault()
            void add()
          }}
        >
          <Input
            value={name}
            maxLength={longest(movableFields.shape.name)}
            placeholder={t('equipment.addHint')}
            aria-label={t('equipment.addHint')}
            onChange={event => setName(event.target.value)}
          />
          <Button htmlType="submit" icon={<PlusOutlined />} disabled={name.trim() === ''}>
            {t('guests.add')}
          </Button>
        </form>
      )}
    </section>
  )
}

function MovableLine({ movable }: { movable: Movable }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useAutosave<Movable, Fields>({
    row: movable,
    fields: patchOf(movableFields),
    save: async (revision, patch) => (await client.equipment.update({ id: movable.id, revision, patch })).movable,
  })
  const label = (field: string) => t('itinerary.fieldOf', { field, name: movable.name })
  return (
    <LineRow
      saver={saver}
      name={movable.name}
      grid="equipment-grid"
      onRemove={() =>
        void act(() => client.equipment.remove({ id: movable.id }), {
          done: t('lines.removed', { name: movable.name }),
        })
      }
    >
      <TextCell saver={saver} name="name" label={label(t('fields.name'))} />
      <TextCell saver={saver} name="latinName" label={label(t('fields.latinName'))} />
      <NumberCell saver={saver} name="quantity" label={label(t('equipment.quantity'))} />
      <TextCell saver={saver} name="notes" label={label(t('fields.notes'))} />
    </LineRow>
  )
}
