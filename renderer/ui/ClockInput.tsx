import { useTranslation } from 'react-i18next'
import { minutesOfClock } from '../../shared/domain/lists/clockText.ts'
import { readTypedClock, type TypedClock } from '../../shared/domain/lists/whenText.ts'
import { addMinutes, clockOf } from '../../shared/domain/time.ts'
import { useWhenKnows } from './useWhenKnows.ts'
import { type Reading, type WhenFieldProps, WhenInput } from './WhenInput.tsx'

interface Props extends Omit<WhenFieldProps, 'label'> {
  value: string
  label: string
  /** `nextDay`: it was said to be of the next day, as only an end of a span can be. */
  onChange: (clock: string, nextDay: boolean) => void
  /** The start that this is the end of, `HH:mm`: `3` after 14:00 is 15:00. */
  after?: string
  /** An end: of a day, which may be 24:00 (given as `00:00`), or of a span, which may lie on the next day. */
  ends?: 'day' | 'span'
  /** Takes both ends of a span that was typed here: `1530-1630`. */
  onSpan?: (start: string, end: string, endsNextDay: boolean) => void
}

type Taken = { start: TypedClock; end: TypedClock | null }

/**
 * A time of day as people type it: `825`, `8.25`, `下午3点`, `3pm`, `24:00`. An hour without a word is taken for the afternoon where the
 * office is closed in the morning of it, and that is shown. Arrow keys step five minutes, with Shift one.
 */
export function ClockInput({ value, label, onChange, after, ends, onSpan, ...field }: Props) {
  const { t } = useTranslation()
  const knows = useWhenKnows()
  const read = (text: string): Reading<Taken> => {
    const wrong = (code: string): Reading<Taken> => ({ ok: false, say: t(`when.${code}`, { text: text.trim() }) })
    const typed = readTypedClock(text, { ...knows(), ...(after ? { after: minutesOfClock(after) } : {}) })
    if (!typed.ok) return wrong(text.trim() === '' ? 'emptyClock' : typed.why)
    const { start, end } = typed
    if (end && !onSpan) return wrong('oneClock')
    const ofNext = start.nextDay && !(ends === 'span' || (ends === 'day' && start.clock === '00:00'))
    if (ofNext) return wrong('otherDay')
    const spoken = end ? `${start.clock}–${end.clock}` : start.clock
    const guessed = start.guessed || end?.guessed
    return {
      ok: true,
      value: { start, end },
      text: start.clock,
      say: guessed ? t('when.guessed', { text: text.trim(), value: spoken }) : end ? `→ ${spoken}` : null,
    }
  }
  const take = ({ start, end }: Taken) => {
    if (end && onSpan) onSpan(start.clock, end.clock, end.nextDay)
    else onChange(start.clock, start.nextDay)
  }
  return (
    <WhenInput
      {...field}
      label={label}
      shown={value}
      read={read}
      onTake={take}
      onStep={(from, by, small) => {
        const typed = readTypedClock(from, knows())
        const clock = typed.ok ? typed.start.clock : value
        const next = clockOf(addMinutes(`2000-01-02T${clock}`, by * (small ? 1 : 5)))
        return { start: { clock: next, nextDay: false, guessed: false }, end: null }
      }}
    />
  )
}
