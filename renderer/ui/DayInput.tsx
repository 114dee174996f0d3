import { CalendarOutlined } from '@ant-design/icons'
import { DatePicker, type InputRef } from 'antd'
import dayjs from 'dayjs'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDay } from '../../shared/domain/lists/dayText.ts'
import { addDays, type Day, weekdayOf } from '../../shared/domain/time.ts'
import { useDisabled } from './useDisabled.ts'
import { useWhenKnows } from './useWhenKnows.ts'
import { type Reading, type WhenFieldProps, WhenInput } from './WhenInput.tsx'

interface Props extends Omit<WhenFieldProps, 'label' | 'ref'> {
  value: Day
  onChange: (day: Day) => void
  label: string
  min?: Day
}

/**
 * A day, typed (`12-04`, `明天`, `下周四`, `12月4日`) or picked; it cannot be emptied. Arrow keys step a day, with Shift a week; Alt and the
 * arrow down open the month, which shows the day of the field and goes when the field is left; the keys stay in the field.
 */
export function DayInput({ value, onChange, label, min, disabled = false, ...field }: Props) {
  const { t } = useTranslation()
  const knows = useWhenKnows()
  const input = useRef<InputRef>(null)
  const [open, setOpen] = useState(false)
  const off = useDisabled() || disabled
  const read = (text: string): Reading<Day> => {
    const wrong = (code: string): Reading<Day> => ({
      ok: false,
      say: t(`when.${code}`, { text: text.trim(), day: min }),
    })
    const typed = readDay(text, knows())
    if (!typed.ok) return wrong(text.trim() === '' ? 'emptyDay' : typed.why)
    if (min && typed.day < min) return wrong('tooEarly')
    const weekday = t(`weekday.${weekdayOf(typed.day)}`)
    return {
      ok: true,
      value: typed.day,
      text: typed.day,
      say: typed.doubt
        ? t(`when.doubt.${typed.doubt}`, { day: typed.day, other: typed.other ?? '', weekday })
        : typed.day === text.trim()
          ? null
          : `→ ${typed.day} ${weekday}`,
    }
  }
  return (
    <span
      className="day-input"
      onKeyDownCapture={event => {
        if (open && event.key === 'Escape') {
          event.stopPropagation()
          setOpen(false)
        }
        if (!event.altKey || event.key !== 'ArrowDown' || open) return
        event.preventDefault()
        setOpen(true)
      }}
      onBlurCapture={event => {
        if (!event.relatedTarget?.closest('.ant-picker-dropdown')) setOpen(false)
      }}
    >
      <WhenInput
        {...field}
        ref={input}
        label={label}
        disabled={off}
        shown={value}
        read={read}
        onTake={onChange}
        keepsEnter
        onStep={(_, by, small) => {
          const next = addDays(value, by * (small ? 7 : 1))
          return min && next < min ? null : next
        }}
        suffix={
          <button
            type="button"
            className="day-open"
            tabIndex={-1}
            disabled={off}
            aria-label={t('when.month', { label })}
            onMouseDown={event => event.preventDefault()}
            onClick={() => {
              setOpen(!open)
              input.current?.focus()
            }}
          >
            <CalendarOutlined aria-hidden />
          </button>
        }
      />
      {open && (
        <DatePicker
          open
          className="day-popup"
          aria-label={label}
          value={dayjs(value)}
          allowClear={false}
          {...(min ? { minDate: dayjs(min) } : {})}
          onOpenChange={next => !next && setOpen(false)}
          onChange={day => {
            if (day) onChange(day.format('YYYY-MM-DD'))
            setOpen(false)
          }}
        />
      )}
    </span>
  )
}
