import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, ConfigProvider, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { type Supply, type SupplyFields, supplyFields } from '../../shared/contract/supplies.ts'
import { SUPPLY_KINDS } from '../../shared/domain/plan/supplies.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ChoiceCell, TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { MoneyCell, NumberCell } from '../ui/numberCells.tsx'
import { useAutosave } from '../ui/useAutosave.ts'
import { useKeptOrder } from '../ui/useKeptPlaces.ts'
import './supplies.css'

/** What is on the shelf: gifts, materials, emergency items, and how much of it is promised. */
export function SuppliesPage() {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const { data: stock } = useQuery(query.supplies.list.queryOptions())
  const [name, setName] = useState('')
  const shown = useKeptOrder(stock ?? [])
  if (!stock) return <Skeleton active style={{ padding: 24 }} />
  const add = async () => {
    if (name.trim() === '') return
    if (await act(() => client.supplies.create({ name: name.trim() }))) setName('')
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.supplies')}</h1>
        <span className="soft">{t('supplies.count', { count: stock.length })}</span>
      </div>
      <div className="page-body lines-section">
        {stock.length === 0 && <EmptyState title={t('supplies.emptyStock')} text={t('supplies.stockText')} />}
        <section aria-label={t('nav.supplies')}>
          {stock.length > 0 && (
            <LineHead
              grid="supply-grid"
              titles={[
                t('fields.resourceName'),
                t('fields.latinName'),
                t('fields.kind'),
                t('fields.unit'),
                t('fields.unitValue'),
                t('fields.stock'),
                t('fields.allocated'),
                t('fields.notes'),
              ]}
            />
          )}
          <ConfigProvider componentDisabled={!may('manage')}>
            {shown.map(supply => (
              <SupplyLine key={supply.id} supply={supply} editable={may('manage')} />
            ))}
          </ConfigProvider>
          {may('manage') && (
            <form
              style={{ display: 'flex', gap: 8, marginTop: 10, maxWidth: 420 }}
              onSubmit={event => {
                event.preventDefault()
                void add()
              }}
            >
              <Input
                value={name}
                maxLength={longest(supplyFields.shape.name)}
                placeholder={t('supplies.addHint')}
                aria-label={t('supplies.addHint')}
                onChange={event => setName(event.target.value)}
              />
              <Button htmlType="submit" icon={<PlusOutlined />} disabled={name.trim() === ''}>
                {t('guests.add')}
              </Button>
            </form>
          )}
        </section>
      </div>
    </div>
  )
}

function SupplyLine({ supply, editable }: { supply: Supply; editable: boolean }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useAutosave<Supply, SupplyFields>({
    row: supply,
    fields: patchOf(supplyFields),
    save: async (revision, patch) => (await client.supplies.update({ id: supply.id, revision, patch })).supply,
  })
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name: supply.name })
  const text = (field: 'name' | 'latinName' | 'unit' | 'notes') => (
    <TextCell saver={saver} name={field} label={label(field)} />
  )
  const left = supply.quantity - supply.allocated
  return (
    <LineRow
      saver={saver}
      name={supply.name}
      grid="supply-grid"
      {...(editable
        ? {
            onRemove: () =>
              void act(() => client.supplies.remove({ id: supply.id }), {
                done: t('lines.removed', { name: supply.name }),
              }),
          }
        : {})}
    >
      {text('name')}
      {text('latinName')}
      <ChoiceCell
        saver={saver}
        name="kind"
        label={label('kind')}
        options={SUPPLY_KINDS.map(kind => ({ value: kind, label: t(`supplyKind.${kind}`) }))}
      />
      {text('unit')}
      <MoneyCell saver={saver} name="unitValue" label={label('unitValue')} required />
      <NumberCell saver={saver} name="quantity" label={label('stock')} />
      <span className="numeric" style={{ paddingLeft: 8 }}>
        {supply.allocated} <span className="soft">{t('supplies.left', { count: left, unit: '' })}</span>
      </span>
      {text('notes')}
    </LineRow>
  )
}
