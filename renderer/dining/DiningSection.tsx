import { CheckCircleOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Meal, type MealFields, mealFields } from '../../shared/contract/dining.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { moneyText } from '../../shared/domain/money.ts'
import { overMealLimit } from '../../shared/domain/plan/dining.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { LineRow } from '../ui/LineRow.tsx'
import { MoneyCell, NumberCell } from '../ui/numberCells.tsx'
import { useLine } from '../ui/useLine.ts'
import './dining.css'
import { worded } from '../../shared/domain/language.ts'
import { useLanguage } from '../base/language.ts'

/** Every dining stop: where, how, what for whom; the diets of those who eat there stand beside the menu. */
export function DiningSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const input = { visitId: visit.id }
  const { data: meals } = useQuery(query.dining.list.queryOptions({ input }))
  const { data: items } = useQuery(query.itinerary.list.queryOptions({ input }))
  if (!meals || !items) return <Skeleton active style={{ padding: 24 }} />
  const unseen = meals.filter(meal => !meal.dietsSeen)
  if (meals.length === 0) return <EmptyState title={t('dining.none')} text={t('dining.noneText')} />
  return (
    <div className="lines-section">
      <div className="section-head">
        <span className="soft">{t('dining.summary', { count: meals.length })}</span>
        {unseen.length > 1 && (
          <Button
            size="small"
            onClick={() =>
              void act(() => client.dining.seeDiets({ ids: unseen.map(meal => meal.id) }), {
                done: t('dining.allSeen', { count: unseen.length }),
              })
            }
          >
            {t('dining.seeAll', { count: unseen.length })}
          </Button>
        )}
        <span style={{ flex: 1 }} />
        <Link to="/print" search={{ visit: visit.id, kind: 'meal-notice' }}>
          <PrinterOutlined /> {t('documents.meal-notice')}
        </Link>
      </div>
      {meals.map(meal => {
        const item = items.find(each => each.id === meal.itemId)
        return item && <MealLine key={meal.id} meal={meal} item={item} />
      })}
    </div>
  )
}

function MealLine({ meal, item }: { meal: Meal; item: Item }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  const saver = useLine<Meal, MealFields>(meal, patchOf(mealFields), client.dining.update)
  const name = item.content || t('itemKind.dining')
  const place = [item.roomName, item.place].filter(Boolean).join(' · ')
  const over = overMealLimit(saver.shown.headCost, meal.limit)
  const text = (field: 'venue' | 'room' | 'phone' | 'drinks' | 'overReason', className: string, placeholder = '') => (
    <Field label={t(`fields.${field}`)} className={className}>
      {id => <TextCell saver={saver} name={field} id={id} placeholder={placeholder} />}
    </Field>
  )
  return (
    <section aria-label={name} data-item={item.id}>
      <div className="section-head">
        <h2 className="section-title">
          <span className="numeric">
            {dayOf(item.startsAt).slice(5)} {clockOf(item.startsAt)}–{clockOf(item.endsAt)}
          </span>{' '}
          {name}
        </h2>
        <span className="soft">{[place, t('dining.heads', { count: meal.heads })].filter(Boolean).join(' · ')}</span>
      </div>
      <LineRow saver={saver} name={name} grid="meal stacked">
        <div className="meal-fields">
          {text('venue', 'w2', place)}
          {text('room', 'w1')}
          {text('phone', 'w1')}
          <Field label={t('fields.tableCount')} className="w1">
            {id => <NumberCell saver={saver} name="tableCount" id={id} min={1} max={500} />}
          </Field>
          <Field label={t('fields.seats')} className="w1">
            {id => <NumberCell saver={saver} name="seats" id={id} min={1} max={5000} />}
          </Field>
          <Field
            label={t('dining.standard', { currency: rules?.currency ?? '' })}
            className="w1"
            hint={meal.limit === null ? '' : t('dining.limit', { limit: moneyText(meal.limit) })}
          >
            {id => (
              <MoneyCell
                saver={saver}
                name="headCost"
                id={id}
                placeholder={meal.limit === null ? '' : `≤ ${moneyText(meal.limit)}`}
              />
            )}
          </Field>
          {text('drinks', 'w2')}
          {over && text('overReason', 'w3')}
          <Field label={t('fields.menu')} className="w3 menu">
            {id => <TextCell saver={saver} name="menu" id={id} rows={3} placeholder={t('dining.menuHint')} />}
          </Field>
        </div>
        <aside className="meal-diets" aria-label={t('dining.diets')}>
          <strong>{t('dining.diets')}</strong>
          {meal.diets.length === 0 ? (
            <span className="soft">{t('dining.noDiets')}</span>
          ) : (
            <ul>
              {meal.diets.map(({ diet, count }) => (
                <li key={diet}>
                  {diet} <span className="numeric">×{count}</span>
                </li>
              ))}
            </ul>
          )}
          {meal.dietsSeen ? (
            <span className="soft">
              <CheckCircleOutlined aria-hidden /> {t('dining.seen')}
            </span>
          ) : (
            <Button size="small" onClick={() => void act(() => client.dining.seeDiets({ ids: [meal.id] }))}>
              {t('dining.see')}
            </Button>
          )}
          {meal.menuConflicts.map(conflict => (
            <p key={conflict.rule} className="finding" role="status">
              {t('dining.conflict', {
                dishes: conflict.dishes.join(t('mark.list')),
                rule: worded(language, conflict.rule, conflict.ruleLatin),
                count: conflict.guests,
              })}
            </p>
          ))}
        </aside>
        <span />
      </LineRow>
    </section>
  )
}
