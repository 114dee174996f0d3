import type { Language } from './language.ts'
/** Money is whole hundredths of the office's currency: 12850 is 128.50. */
export type Cents = number

/** `1,280.50`, without trailing zeros where the amount is whole; a dash for nothing known. */
export function moneyText(cents: Cents | null, language: Language = 'zh-CN'): string {
  if (cents === null) return '—'
  return (cents / 100).toLocaleString(language, { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 })
}
