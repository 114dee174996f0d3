import { addDays, type Day, weekdayOf } from '../time.ts'

/** Saturday and Sunday are free, unless a calendar of holidays knows better. */
export const isWeekday = (day: Day): boolean => weekdayOf(day) !== 0 && weekdayOf(day) !== 6

/**
 * Working days between the day a visit was entered and its first day, both left out: entered on Monday for Thursday leaves two.
 * 0 for the same day, the next, or the past.
 */
export function workingDaysBetween(entered: Day, startsOn: Day, isWorkday: (day: Day) => boolean = isWeekday): number {
  let count = 0
  for (let day = addDays(entered, 1); day < startsOn; day = addDays(day, 1)) if (isWorkday(day)) count++
  return count
}
