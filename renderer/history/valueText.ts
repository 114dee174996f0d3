import type { TFunction } from 'i18next'
import { moneyText } from '../../shared/domain/money.ts'
import type { PlanValue } from '../../shared/domain/plan/plan.ts'

/** Fields that hold a code, with the words it is told in. */
const WORDS: Record<string, string> = {
  gender: 'gender',
  itemKind: 'itemKind',
  visitKind: 'visitKind',
  assignmentRole: 'assignmentRole',
  role: 'assignmentRole',
  roomType: 'roomType',
  setupStyle: 'setupStyle',
  photoRule: 'photoRule',
  costKind: 'costKind',
  category: 'taskCategory',
  means: 'means',
  verdict: 'verdict',
}
const MONEY = new Set(['headCost', 'nightCost', 'cost', 'estimated', 'actual', 'unitValue'])
const YES_NO = /^(is[A-Z]|needs[A-Z]|has[A-Z])|^(allGuests|nameCards|perGuest|attended|returned|canDrive)$/

/** A field's value as people read it: codes as words, money with its point, times without their T, nothing as a dash. */
export function valueText(field: string, value: PlanValue, t: TFunction): string {
  if (value === '' || value === null) return '—'
  if (YES_NO.test(field)) return value === true || value === 1 || value === '1' ? t('common.yes') : t('common.no')
  if (MONEY.has(field)) return moneyText(Number(value))
  if (Array.isArray(value)) return value.join(t('mark.list')) || '—'
  const text = String(value)
  if (text.startsWith('[')) return listText(text, t)
  if (field === 'status')
    return t(`status.${text}`, {
      defaultValue: t(`bookingStatus.${text}`, { defaultValue: t(`planStatus.${text}`, { defaultValue: text }) }),
    })
  if (field === 'state') return t(`taskState.${text}`, { defaultValue: text })
  if (field === 'kind') return t(`itemKind.${text}`, { defaultValue: t(`visitKind.${text}`, { defaultValue: text }) })
  const words = WORDS[field]
  if (words) return t(`${words}.${text}`, { defaultValue: text })
  return text.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ')
}

/** A list is told by its words; one of ids by how many there are. */
function listText(json: string, t: TFunction): string {
  const parts = (JSON.parse(json) as unknown[]).map(String)
  if (parts.length === 0) return '—'
  return parts.every(part => /^[0-9a-f-]{36}$/.test(part))
    ? t('history.several', { count: parts.length })
    : parts.join(t('mark.list'))
}
