import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { named } from '../../shared/domain/language.ts'
import type { Span } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'

interface Loan {
  movableId: string
  quantity: number
}

interface Props {
  span: Span
  bookingId: string | null
  loans: Loan[]
  onChange: (loans: Loan[]) => void
}

/** What is brought to a room, with how many of each are left at that time; nothing where the office has no such things. */
export function LoanFields({ span, bookingId, loans, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data: movables = [] } = useQuery(query.equipment.list.queryOptions())
  const { data: left = [] } = useQuery({
    ...query.equipment.left.queryOptions({
      input:
        span.startsAt < span.endsAt && movables.length > 0
          ? { startsAt: span.startsAt, endsAt: span.endsAt, bookingId }
          : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  if (movables.length === 0) return null
  const set = (movableId: string, quantity: number | null) =>
    onChange([...loans.filter(loan => loan.movableId !== movableId), ...(quantity ? [{ movableId, quantity }] : [])])
  return (
    <fieldset className="wide loans">
      <legend className="soft">{t('equipment.brought')}</legend>
      {movables.map(movable => {
        const wanted = loans.find(loan => loan.movableId === movable.id)?.quantity ?? 0
        const free = left.find(each => each.movableId === movable.id)?.left ?? movable.quantity
        const name = named(movable, language)
        return (
          <div key={movable.id} className="loan">
            <span>{name}</span>
            <InputNumber
              size="small"
              min={0}
              max={500}
              aria-label={name}
              value={wanted}
              onChange={quantity => set(movable.id, quantity)}
              style={{ width: 58 }}
            />
            <span className={wanted > free ? 'finding' : 'soft'}>{t('equipment.left', { count: free })}</span>
          </div>
        )
      })}
    </fieldset>
  )
}
