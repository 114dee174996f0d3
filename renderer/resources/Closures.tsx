import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Closure, Resource } from '../../shared/contract/resources.ts'
import { REPEATS, type Repeat, repeatOf, ruleText } from '../../shared/domain/booking/recurrence.ts'
import { addDays, at, later } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'

/** Closed periods from today on, also those that come again, and a line to add one; a person's are leave. */
export function Closures({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: state } = useQuery(query.office.state.queryOptions())
  const today = state?.today
  const { data: closures = [] } = useQuery(
    query.resources.closures.queryOptions({
      input: today
        ? { resourceId: resource.id, from: at(today, '00:00'), until: at(addDays(today, 730), '00:00') }
        : skipToken,
    }),
  )
  const [again, setAgain] = useState<'' | Repeat>('')
  const [draft, setDraft] = useState<{
    first: string
    from: string
    last: string
    until: string
    reason: string
  } | null>(null)
  if (!today) return null
  const shown = draft ?? { first: today, from: '08:00', last: today, until: '18:00', reason: '' }
  const set = (patch: Partial<typeof shown>) => setDraft({ ...shown, ...patch })
  const close = async () => {
    const saved = await act(
      () =>
        client.resources.close({
          resourceId: resource.id,
          startsAt: at(shown.first, shown.from),
          endsAt: at(shown.last, shown.until),
          reason: shown.reason.trim(),
          rrule: again === '' ? '' : ruleText({ repeat: again, weekdays: [], until: null, count: null }, shown.first),
        }),
      { done: ({ booked }) => t('resources.closedFor', { name: resource.name, count: booked }) },
    )
    if (saved) {
      setDraft(null)
      setAgain('')
    }
  }
  return (
    <section style={{ marginTop: 20 }}>
      <h3 className="section-title">{t(resource.kind === 'person' ? 'resources.leave' : 'resources.closures')}</h3>
      {closures.length === 0 && <p className="soft">{t('resources.noClosures')}</p>}
      {firstOfEach(closures).map(closure => (
        <p key={closure.id} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <span className="numeric">{spanText(closure.startsAt, closure.endsAt)}</span>
          <span style={{ flex: 1 }}>
            {closure.reason}
            {closure.rrule !== '' && (
              <span className="soft"> ↻ {t(`series.every.${repeatOf(closure.rrule) ?? 'daily'}`)}</span>
            )}
          </span>
          <Button
            size="small"
            onClick={() =>
              void act(() => client.resources.reopen({ closureId: closure.id }), {
                done: t('resources.reopened', { name: resource.name }),
              })
            }
          >
            {t('resources.reopen')}
          </Button>
        </p>
      ))}
      <form
        className="form-grid"
        style={{ marginTop: 8 }}
        onSubmit={event => {
          event.preventDefault()
          void close()
        }}
      >
        <DayInput
          label={t('resources.closeFrom')}
          value={shown.first}
          onChange={first => set({ first, last: later(first, shown.last) })}
        />
        <ClockInput label={t('resources.closeFromTime')} value={shown.from} onChange={from => set({ from })} />
        <DayInput
          label={t('resources.closeUntil')}
          value={shown.last}
          min={shown.first}
          onChange={last => set({ last })}
        />
        <ClockInput label={t('resources.closeUntilTime')} value={shown.until} onChange={until => set({ until })} />
        <Input
          value={shown.reason}
          aria-label={t('resources.closeReason')}
          placeholder={t('resources.closeReason')}
          onChange={event => set({ reason: event.target.value })}
        />
        <Select<'' | Repeat>
          aria-label={t('series.repeat')}
          value={again}
          onChange={setAgain}
          options={[
            { value: '' as const, label: t('series.every.never') },
            ...REPEATS.map(each => ({ value: each, label: t(`series.every.${each}`) })),
          ]}
        />
        <Button htmlType="submit" disabled={at(shown.first, shown.from) >= at(shown.last, shown.until)}>
          {t('resources.close')}
        </Button>
      </form>
    </section>
  )
}

/** A closure that comes again stands in the list once an occurrence: here only its next. */
function firstOfEach(closures: readonly Closure[]): Closure[] {
  const seen = new Set<string>()
  return closures.filter(closure => !seen.has(closure.id) && Boolean(seen.add(closure.id)))
}
