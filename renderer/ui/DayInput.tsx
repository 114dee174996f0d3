import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { Day } from '../../shared/domain/time.ts'

interface Props {
  value: Day
  onChange: (day: Day) => void
  label: string
  id?: string
  min?: Day
  invalid?: boolean
  disabled?: boolean
  autoFocus?: boolean
}

/** A day, typed or picked; it cannot be emptied. */
export function DayInput({ value, onChange, label, id, min, invalid, disabled = false, autoFocus = false }: Props) {
  return (
    // An Enter in here takes the day that was typed; it does not also send the form around it.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a key of the field inside from going further.
    <div onKeyDown={event => event.key === 'Enter' && event.preventDefault()}>
      <DatePicker
        {...(id ? { id } : {})}
        autoFocus={autoFocus}
        value={dayjs(value)}
        onChange={day => {
          if (day) onChange(day.format('YYYY-MM-DD'))
        }}
        allowClear={false}
        disabled={disabled}
        format={['YYYY-MM-DD', 'YYYYMMDD', 'MMDD', 'M-D', 'M/D']}
        {...(min ? { minDate: dayjs(min) } : {})}
        {...(invalid ? { status: 'error' as const } : {})}
        aria-label={label}
        style={{ width: '100%' }}
      />
    </div>
  )
}
