import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import type { DraftProps } from './resourceDraft.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 0]

/** Hours by weekday, where they are not the same every day: bookable hours of things, working hours of people. */
export function WeekHours({ kind, draft, set }: DraftProps & { kind: Resource['kind'] }) {
  const { t } = useTranslation()
  const weekly = draft.weeklyHours.length === 7
  const usual = { from: draft.bookableFrom, until: draft.bookableUntil }
  const put = (weekday: number, hours: { from: string; until: string } | null) =>
    set({
      weeklyHours: Array.from({ length: 7 }, (_, index) =>
        index === weekday ? hours : (draft.weeklyHours[index] ?? null),
      ),
    })
  return (
    <fieldset className="wide week-hours">
      <Checkbox
        checked={weekly}
        onChange={event =>
          set({
            weeklyHours: event.target.checked
              ? Array.from({ length: 7 }, (_, weekday) => (weekday % 6 === 0 ? null : workHours(usual)))
              : [],
          })
        }
      >
        {t(kind === 'person' ? 'resources.workingHours' : 'resources.weeklyHours')}
      </Checkbox>
      {weekly &&
        WEEK.map(weekday => {
          const hours = draft.weeklyHours[weekday] ?? null
          return (
            <div key={weekday} className="week-day">
              <Checkbox
                checked={hours !== null}
                onChange={event => put(weekday, event.target.checked ? workHours(usual) : null)}
              >
                {t(`weekday.${weekday}`)}
              </Checkbox>
              {hours ? (
                <>
                  <ClockInput
                    label={t('resources.fromOn', { day: t(`weekday.${weekday}`) })}
                    value={hours.from}
                    onChange={from => put(weekday, { ...hours, from })}
                  />
                  <ClockInput
                    label={t('resources.untilOn', { day: t(`weekday.${weekday}`) })}
                    value={hours.until}
                    ends="day"
                    invalid={hours.until <= hours.from}
                    onChange={until => put(weekday, { ...hours, until: until === '00:00' ? '24:00' : until })}
                  />
                </>
              ) : (
                <span className="soft">{t('resources.notOpen')}</span>
              )}
            </div>
          )
        })}
    </fieldset>
  )
}

/** Round the clock is no working day: then an office's usual one. */
const workHours = (hours: { from: string; until: string }) =>
  hours.from === '00:00' && hours.until === '24:00' ? { from: '08:30', until: '18:00' } : hours
