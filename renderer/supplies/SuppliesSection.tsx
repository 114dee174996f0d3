import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { patchOf } from '../../shared/contract/procedure.ts'
import {
  type Allocation,
  type AllocationFields,
  allocationFields,
  type Supply,
} from '../../shared/contract/supplies.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { moneyText } from '../../shared/domain/money.ts'
import { allocationTotal, giftsPerHead } from '../../shared/domain/plan/supplies.ts'
import { headsOf } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { CheckCell, TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { NumberCell } from '../ui/numberCells.tsx'
import { useLine } from '../ui/useLine.ts'
import './supplies.css'
import { useNamed } from '../base/language.ts'

/** What the visit takes from the stock: gifts, brochures, what one has at hand in case. */
export function SuppliesSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const nameOf = useNamed()
  const { data: lines } = useQuery(query.allocations.list.queryOptions({ input: { visitId: visit.id } }))
  const { data: stock } = useQuery(query.supplies.list.queryOptions())
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  if (!lines || !stock || !rules) return <Skeleton active style={{ padding: 24 }} />
  const heads = headsOf(visit)
  const live = lines.filter(line => !line.returned)
  const perHead = giftsPerHead(live, heads)
  const limit = rules.grades[visit.grade].giftLimit
  return (
    <div className="lines-section">
      <section aria-label={t('section.supplies')}>
        <div className="section-head">
          <h2 className="section-title">{t('section.supplies')}</h2>
          <span className={limit !== null && perHead > limit ? 'finding' : 'soft'}>
            {t('supplies.perHead', {
              value: moneyText(perHead),
              limit: limit === null ? '—' : moneyText(limit),
              currency: rules.currency,
            })}
          </span>
          <span style={{ flex: 1 }} />
          <Link to="/supplies">{t('supplies.stock')}</Link>
        </div>
        {stock.length === 0 ? (
          <EmptyState title={t('supplies.emptyStock')} text={t('supplies.emptyStockText')}>
            <Link to="/supplies">
              <Button>{t('supplies.toStock')}</Button>
            </Link>
          </EmptyState>
        ) : (
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            placeholder={t('supplies.take')}
            aria-label={t('supplies.take')}
            style={{ width: 360, marginBottom: 6 }}
            onChange={(supplyId: string | null) =>
              supplyId &&
              void act(() =>
                client.allocations.add({
                  visitId: visit.id,
                  line: {
                    supplyId,
                    amount: 1,
                    perGuest: stock.find(each => each.id === supplyId)?.kind !== 'emergency',
                  },
                }),
              )
            }
            options={stock.map(each => ({
              value: each.id,
              label: `${nameOf(each)} · ${t('supplies.left', { count: each.quantity - each.allocated, unit: each.unit })}`,
              disabled: each.quantity <= each.allocated,
            }))}
          />
        )}
        {lines.length > 0 && (
          <LineHead
            grid="allocation-grid"
            titles={[
              t('fields.supply'),
              t('fields.amount'),
              t('fields.perGuest'),
              t('fields.quantity'),
              t('fields.value'),
              t('fields.reason'),
            ]}
          />
        )}
        {lines.map(line => (
          <AllocationLine
            key={line.id}
            line={line}
            supply={stock.find(each => each.id === line.supplyId)}
            heads={heads}
            name={nameOf(line)}
          />
        ))}
      </section>
    </div>
  )
}

interface LineProps {
  line: Allocation
  supply: Supply | undefined
  heads: number
  name: string
}

function AllocationLine({ line, supply, heads, name }: LineProps) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useLine<Allocation, AllocationFields>(line, patchOf(allocationFields), client.allocations.update)
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name })
  const now = allocationTotal(line.amount, line.perGuest, heads)
  return (
    <LineRow
      saver={saver}
      name={name}
      grid="allocation-grid"
      onRemove={() =>
        void act(() => client.allocations.remove({ ids: [line.id] }), { done: t('lines.removed', { name }) })
      }
      below={
        line.returned ? (
          <span className="soft">{t('supplies.returned')}</span>
        ) : now !== line.quantity ? (
          <span className="finding">
            {t('supplies.outgrown', { now, taken: line.quantity })}{' '}
            <button type="button" className="link-button" onClick={() => saver.put({ amount: line.amount })}>
              {t('supplies.adjust')}
            </button>
          </span>
        ) : null
      }
    >
      <span style={{ paddingLeft: 8 }}>
        {name} <span className="soft">{t(`supplyKind.${line.kind}`)}</span>
      </span>
      <NumberCell saver={saver} name="amount" label={label('amount')} min={1} />
      <span style={{ textAlign: 'center' }}>
        <CheckCell saver={saver} name="perGuest" label={label('perGuest')} />
      </span>
      <span className="numeric">
        {line.quantity} {line.unit}
        {supply && <span className="soft"> / {supply.quantity - supply.allocated}</span>}
      </span>
      <span className="numeric">{moneyText(line.quantity * line.unitValue)}</span>
      <TextCell saver={saver} name="reason" label={label('reason')} />
    </LineRow>
  )
}
