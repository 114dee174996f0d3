import { useTranslation } from 'react-i18next'
import { addDays, addMinutes, at, clockOf, dayOf, endAt, type Span } from '../../shared/domain/time.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'

/** Day, start and end of a booking; an end before the start is of the next morning. */
export function BookingWhen({ draft, set }: { draft: Span; set: (span: Partial<Span>) => void }) {
  const { t } = useTranslation()
  const day = dayOf(draft.startsAt)
  return (
    <div className="booking-when">
      <div className="field">
        <span className="soft">{t('fields.day')}</span>
        <DayInput
          label={t('fields.day')}
          value={day}
          onChange={next => set({ startsAt: at(next, clockOf(draft.startsAt)), endsAt: endOn(next, draft) })}
        />
      </div>
      <div className="field">
        <span className="soft">{t('fields.start')}</span>
        <ClockInput
          label={t('fields.start')}
          value={clockOf(draft.startsAt)}
          onChange={clock => {
            const startsAt = at(day, clock)
            set({ startsAt, endsAt: draft.endsAt > startsAt ? draft.endsAt : addMinutes(startsAt, 60) })
          }}
          onSpan={(start, end, nextDay) =>
            set({ startsAt: at(day, start), endsAt: endAt(at(day, start), end, nextDay) })
          }
        />
      </div>
      <div className="field">
        <span className="soft">{t('fields.end')}</span>
        <ClockInput
          label={t('fields.end')}
          value={clockOf(draft.endsAt)}
          after={clockOf(draft.startsAt)}
          ends="span"
          onChange={(clock, nextDay) => set({ endsAt: endAt(draft.startsAt, clock, nextDay) })}
        />
      </div>
    </div>
  )
}

/** The same length on another day. */
const endOn = (day: string, draft: Span): string => {
  const nights = dayOf(draft.endsAt) === dayOf(draft.startsAt) ? 0 : 1
  return at(addDays(day, nights), clockOf(draft.endsAt))
}
