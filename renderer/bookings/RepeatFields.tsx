import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { Checkbox, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { REPEATS, type Repeat, type RuleFields, ruleText } from '../../shared/domain/booking/recurrence.ts'
import { addDays, clockOf, type Day, dayOf, weekdayOf } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { DayInput } from '../ui/DayInput.tsx'
import type { BookingDraft } from './bookingDraft.ts'

export interface RepeatDraft {
  rule: RuleFields
  except: Day[]
  onConflict: 'refuse' | 'skip' | 'move'
}

interface Props {
  repeat: RepeatDraft | null
  draft: BookingDraft
  onChange: (repeat: RepeatDraft | null) => void
}

/** How a booking comes again, and what each occurrence would be: free, or taken by whom, and what to do with those. */
export function RepeatFields({ repeat, draft, onChange }: Props) {
  const { t } = useTranslation()
  const day = dayOf(draft.startsAt)
  const { data: preview = [] } = useQuery({
    ...query.bookings.preview.queryOptions({
      input:
        repeat && draft.startsAt < draft.endsAt
          ? {
              resourceId: draft.resourceId,
              startsAt: draft.startsAt,
              endsAt: draft.endsAt,
              headcount: draft.headcount,
              equipment: draft.equipment,
              rrule: ruleText(repeat.rule, day),
              except: [],
            }
          : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  const set = (rule: Partial<RuleFields>) => {
    if (repeat) onChange({ ...repeat, rule: { ...repeat.rule, ...rule }, except: [] })
  }
  const choose = (chosen: Repeat | 'never') =>
    onChange(
      chosen === 'never'
        ? null
        : {
            rule: {
              repeat: chosen,
              weekdays: [weekdayOf(day)],
              until: null,
              count: chosen.startsWith('monthly') ? 6 : 10,
            },
            except: [],
            onConflict: 'refuse',
          },
    )
  const taken = preview.filter(each => each.takenBy !== '' && !repeat?.except.includes(dayOf(each.startsAt)))
  const movable = taken.filter(each => each.alternative !== null)
  return (
    <div className="wide repeat">
      <div className="repeat-rule">
        <span className="soft">{t('series.repeat')}</span>
        <Select<Repeat | 'never'>
          aria-label={t('series.repeat')}
          style={{ width: 190 }}
          value={repeat?.rule.repeat ?? 'never'}
          onChange={choose}
          options={(['never', ...REPEATS] as const).map(each => ({ value: each, label: t(`series.every.${each}`) }))}
        />
        {repeat && (repeat.rule.repeat === 'weekly' || repeat.rule.repeat === 'fortnightly') && (
          <Select
            mode="multiple"
            aria-label={t('series.weekdays')}
            style={{ minWidth: 150 }}
            value={[...repeat.rule.weekdays]}
            onChange={weekdays => set({ weekdays })}
            options={[1, 2, 3, 4, 5, 6, 0].map(weekday => ({ value: weekday, label: t(`weekday.${weekday}`) }))}
          />
        )}
        {repeat && (
          <>
            <Select
              aria-label={t('series.ends')}
              style={{ width: 92 }}
              value={repeat.rule.count === null ? 'until' : 'count'}
              onChange={ends =>
                set(ends === 'count' ? { count: 10, until: null } : { count: null, until: addDays(day, 90) })
              }
              options={(['count', 'until'] as const).map(ends => ({ value: ends, label: t(`series.end.${ends}`) }))}
            />
            {repeat.rule.count === null ? (
              <div style={{ width: 130 }}>
                <DayInput
                  label={t('series.end.until')}
                  value={repeat.rule.until ?? day}
                  min={day}
                  onChange={until => set({ until })}
                />
              </div>
            ) : (
              <InputNumber
                aria-label={t('series.end.count')}
                min={1}
                max={400}
                style={{ width: 76 }}
                value={repeat.rule.count}
                onChange={count => set({ count: count ?? 1 })}
              />
            )}
          </>
        )}
      </div>
      {repeat && (
        <>
          <p className="soft">
            {t('series.dates', { count: preview.length - repeat.except.length, taken: taken.length })}
          </p>
          <ul className="occurrences" aria-label={t('series.occurrences')}>
            {preview.map(each => {
              const on = dayOf(each.startsAt)
              return (
                <li key={each.startsAt} className={each.takenBy ? 'taken' : ''}>
                  <Checkbox
                    checked={!repeat.except.includes(on)}
                    onChange={event =>
                      onChange({
                        ...repeat,
                        except: event.target.checked
                          ? repeat.except.filter(other => other !== on)
                          : [...repeat.except, on],
                      })
                    }
                  >
                    <span className="numeric">
                      {on.slice(5)} {t(`weekday.${weekdayOf(on)}`)} {clockOf(each.startsAt)}
                    </span>
                  </Checkbox>
                  {each.takenBy && (
                    <span className="finding">
                      {t('series.takenBy', { title: each.takenBy })}
                      {each.alternative && ` → ${each.alternative.name}`}
                    </span>
                  )}
                </li>
              )
            })}
          </ul>
          {taken.length > 0 && (
            <Radio.Group
              aria-label={t('series.onConflict')}
              value={repeat.onConflict}
              onChange={event => onChange({ ...repeat, onConflict: event.target.value as RepeatDraft['onConflict'] })}
              options={(['refuse', 'skip', 'move'] as const).map(choice => ({
                value: choice,
                disabled: choice === 'move' && movable.length === 0,
                label: t(`series.conflict.${choice}`, { count: choice === 'move' ? movable.length : taken.length }),
              }))}
            />
          )}
        </>
      )}
    </div>
  )
}
