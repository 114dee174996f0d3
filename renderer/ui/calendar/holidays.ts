import chineseDays from 'chinese-days'
import type { Language } from '../../../shared/domain/language.ts'
import type { Day } from '../../../shared/domain/time.ts'

export interface DayMark {
  kind: 'holiday' | 'makeup'
  /** Name of the festival the day belongs to. */
  name: string
}

const known = new Map<string, DayMark | null>()

/** Public holidays and make-up workdays (调休) of China, from the library's own data, offline; null for a day like any other. */
export function dayMark(day: Day, language: Language): DayMark | null {
  const key = `${language} ${day}`
  const before = known.get(key)
  if (before !== undefined) return before
  const mark = lookUp(day, language)
  known.set(key, mark)
  return mark
}

function lookUp(day: Day, language: Language): DayMark | null {
  const { work, name } = chineseDays.getDayDetail(day)
  // The library names festivals as "English,中文,days"; a day like any other has the weekday's name.
  const parts = name.split(',')
  if (parts.length < 2) return null
  const festival = (language === 'en' ? parts[0] : parts[1]) ?? ''
  return { kind: work ? 'makeup' : 'holiday', name: festival }
}
