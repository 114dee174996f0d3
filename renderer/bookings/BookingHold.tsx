import { Checkbox, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { addDays, at, clockOf, type Day, dayOf } from '../../shared/domain/time.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import type { BookingDraft } from './bookingDraft.ts'

interface Props {
  draft: BookingDraft
  today: Day | undefined
  /** Is it asked whether nobody came? */
  asksNoShow: boolean
  set: (patch: Partial<BookingDraft>) => void
}

/** Sure or held: a hold releases itself, tomorrow at six in the evening unless told otherwise. */
export function BookingHold({ draft, today, asksNoShow, set }: Props) {
  const { t } = useTranslation()
  const tomorrow = today ? at(addDays(today, 1), '18:00') : null
  return (
    <div className="wide booking-hold">
      <Segmented
        aria-label={t('fields.status')}
        value={draft.status}
        onChange={status =>
          set({
            status,
            expiresAt: status === 'tentative' ? tomorrow : null,
          })
        }
        options={(['confirmed', 'tentative'] as const).map(status => ({
          value: status,
          label: t(`bookingStatus.${status}`),
        }))}
      />
      {draft.status === 'tentative' && (
        <>
          <Checkbox
            checked={draft.expiresAt !== null}
            onChange={event => set({ expiresAt: event.target.checked ? tomorrow : null })}
          >
            {t('bookings.releaseAt')}
          </Checkbox>
          {draft.expiresAt !== null && (
            <>
              <div style={{ width: 130 }}>
                <DayInput
                  label={t('bookings.releaseDay')}
                  value={dayOf(draft.expiresAt)}
                  onChange={next => set({ expiresAt: at(next, clockOf(draft.expiresAt ?? '')) })}
                />
              </div>
              <div style={{ width: 80 }}>
                <ClockInput
                  label={t('bookings.releaseTime')}
                  value={clockOf(draft.expiresAt)}
                  onChange={clock => set({ expiresAt: at(dayOf(draft.expiresAt ?? ''), clock) })}
                />
              </div>
            </>
          )}
        </>
      )}
      {asksNoShow && (
        <Checkbox checked={draft.noShow} onChange={event => set({ noShow: event.target.checked })}>
          {t('bookings.noShow')}
        </Checkbox>
      )}
    </div>
  )
}
