import { useTranslation } from 'react-i18next'
import { readMoment } from '../../shared/domain/lists/whenText.ts'
import { type Day, dayOf, type WallTime, weekdayOf } from '../../shared/domain/time.ts'
import { useWhenKnows } from './useWhenKnows.ts'
import { type Reading, type WhenFieldProps, WhenInput } from './WhenInput.tsx'

interface Props extends WhenFieldProps {
  value: WallTime | null
  onChange: (at: WallTime | null) => void
  /** The day that a clock without one belongs to, where there is no value yet. */
  day?: Day | undefined
}

/** A day with a time, as people type it: `12-04 8:25`, `明天下午3点`, or `825` on the day that stands there; can be emptied. */
export function MomentInput({ value, onChange, day, ...field }: Props) {
  const { t } = useTranslation()
  const knows = useWhenKnows()
  const read = (text: string): Reading<WallTime | null> => {
    if (text.trim() === '') return { ok: true, value: null, text: '', say: null }
    const typed = readMoment(text, { ...knows(), day: value ? dayOf(value) : (day ?? null) })
    if (!typed.ok) return { ok: false, say: t(`when.${typed.why}`, { text: text.trim() }) }
    const written = typed.at.replace('T', ' ')
    const weekday = t(`weekday.${weekdayOf(dayOf(typed.at))}`)
    return {
      ok: true,
      value: typed.at,
      text: written,
      say: typed.doubt
        ? t(`when.doubt.${typed.doubt}`, { day: dayOf(typed.at), other: typed.other ?? '', weekday })
        : typed.guessed
          ? t('when.guessed', { text: text.trim(), value: written })
          : written === text.trim()
            ? null
            : `→ ${written} ${weekday}`,
    }
  }
  return <WhenInput {...field} shown={value?.replace('T', ' ') ?? ''} read={read} onTake={onChange} />
}
