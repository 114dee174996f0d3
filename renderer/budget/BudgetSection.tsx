import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Cost, type CostFields, costFields } from '../../shared/contract/budget.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { moneyText } from '../../shared/domain/money.ts'
import { budgetOf, COST_KINDS, plannedCosts } from '../../shared/domain/plan/budget.ts'
import { headsOf } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ChoiceCell, TextCell } from '../ui/cells.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { MoneyCell } from '../ui/numberCells.tsx'
import { useLine } from '../ui/useLine.ts'
import './budget.css'

/** What it will cost and what it did: reckoned from tickets, rooms, meals and gifts, with what else is entered here. */
export function BudgetSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const input = { visitId: visit.id }
  const { data: costs } = useQuery(query.costs.list.queryOptions({ input }))
  const { data: tickets = [] } = useQuery(query.tickets.list.queryOptions({ input }))
  const { data: stays = [] } = useQuery(query.lodging.list.queryOptions({ input }))
  const { data: meals = [] } = useQuery(query.dining.list.queryOptions({ input }))
  const { data: gifts = [] } = useQuery(query.allocations.list.queryOptions({ input }))
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  if (!costs || !rules) return <Skeleton active style={{ padding: 24 }} />
  const planned = plannedCosts({ tickets, stays, meals, gifts: gifts.filter(line => !line.returned) })
  const budget = budgetOf(planned, costs)
  const heads = headsOf(visit)
  return (
    <div className="lines-section">
      <section aria-label={t('budget.sums')}>
        <div className="section-head">
          <h2 className="section-title">{t('budget.sums')}</h2>
          <span className="soft">{rules.currency}</span>
        </div>
        {budget.kinds.length === 0 ? (
          <p className="soft">{t('budget.none')}</p>
        ) : (
          <table className="sums">
            <thead>
              <tr>
                <th scope="col">{t('fields.kind')}</th>
                <th scope="col">{t('budget.planned')}</th>
                <th scope="col">{t('fields.estimated')}</th>
                <th scope="col">{t('fields.actual')}</th>
                <th scope="col">{t('budget.difference')}</th>
              </tr>
            </thead>
            <tbody>
              {budget.kinds.map(line => (
                <tr key={line.kind}>
                  <th scope="row">{t(`costKind.${line.kind}`)}</th>
                  <td>{moneyText(line.planned)}</td>
                  <td>{moneyText(line.estimated)}</td>
                  <td>{moneyText(line.actual)}</td>
                  <td className={line.actual !== null && line.actual > line.estimated ? 'blocks-text' : ''}>
                    {line.actual === null ? '—' : moneyText(line.actual - line.estimated)}
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('budget.total')}</th>
                <td />
                <td>{moneyText(budget.estimated)}</td>
                <td>{moneyText(budget.actual)}</td>
                <td>{budget.actual === null ? '—' : moneyText(budget.actual - budget.estimated)}</td>
              </tr>
              {heads > 0 && (
                <tr>
                  <th scope="row">{t('budget.perHead', { count: heads })}</th>
                  <td />
                  <td>{moneyText(Math.round(budget.estimated / heads))}</td>
                  <td>{moneyText(budget.actual === null ? null : Math.round(budget.actual / heads))}</td>
                  <td />
                </tr>
              )}
            </tfoot>
          </table>
        )}
      </section>
      <section aria-label={t('budget.lines')}>
        <div className="section-head">
          <h2 className="section-title">{t('budget.lines')}</h2>
          <span className="soft">{t('budget.linesText')}</span>
        </div>
        {costs.length > 0 && (
          <LineHead
            grid="cost-grid"
            titles={[
              t('fields.kind'),
              t('fields.costLabel'),
              t('fields.estimated'),
              t('fields.actual'),
              t('fields.notes'),
            ]}
          />
        )}
        {costs.map(cost => (
          <CostLine key={cost.id} cost={cost} />
        ))}
        <Button
          className="add-line"
          icon={<PlusOutlined />}
          onClick={() => void act(() => client.costs.add({ visitId: visit.id, line: { kind: 'other' } }))}
        >
          {t('budget.add')}
        </Button>
      </section>
    </div>
  )
}

function CostLine({ cost }: { cost: Cost }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useLine<Cost, CostFields>(cost, patchOf(costFields), client.costs.update)
  const name = cost.label || t(`costKind.${cost.kind}`)
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name })
  return (
    <LineRow
      saver={saver}
      name={name}
      grid="cost-grid"
      onRemove={() => void act(() => client.costs.remove({ ids: [cost.id] }), { done: t('lines.removed', { name }) })}
    >
      <ChoiceCell
        saver={saver}
        name="kind"
        label={label('kind')}
        options={COST_KINDS.map(kind => ({ value: kind, label: t(`costKind.${kind}`) }))}
      />
      <TextCell saver={saver} name="label" label={label('costLabel')} />
      <MoneyCell saver={saver} name="estimated" label={label('estimated')} />
      <MoneyCell saver={saver} name="actual" label={label('actual')} />
      <TextCell saver={saver} name="notes" label={label('notes')} />
    </LineRow>
  )
}
