import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { worded } from '../../shared/domain/language.ts'
import { clockOf, dayOf, minutesBetween, weekdayOf } from '../../shared/domain/time.ts'
import { isTentative } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { dayMark } from '../ui/calendar/holidays.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { GradeMark, StatusMark } from '../ui/marks.tsx'
import { FirstStart } from './FirstStart.tsx'
import { HoldsAndPapers } from './HoldsAndPapers.tsx'
import './today.css'
import { useLanguage, useTitle } from '../base/language.ts'

type Day = Awaited<ReturnType<typeof client.today.get>>

/** The desk's day: who comes, what is on and next, which badges still want printing. */
export function TodayPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleOf = useTitle()
  const { data: state } = useQuery({ ...query.office.state.queryOptions(), refetchInterval: 30_000 })
  const today = state?.today
  const { data } = useQuery({
    ...query.today.get.queryOptions({ input: { day: today ?? '2000-01-01' } }),
    enabled: today !== undefined,
    refetchInterval: 30_000,
  })
  if (!state || !data) return <Skeleton active style={{ padding: 24 }} />
  if (state.rooms + state.vehicles + state.visits === 0) return <FirstStart />
  const mark = dayMark(state.today, language)
  const next = data.items.filter(item => item.endsAt > data.now)
  return (
    <div className="page today">
      <div className="page-head">
        <h1>
          <span className="numeric">{state.today}</span> {t(`weekday.${weekdayOf(state.today)}`)}
        </h1>
        {mark && (
          <span className={`mark ${mark.kind}`}>
            {mark.kind === 'makeup' ? t('calendar.makeup', { name: mark.name }) : mark.name}
          </span>
        )}
        <span className="soft numeric">{clockOf(data.now)}</span>
        <span className="spring" />
        <span className="soft">
          {t('today.summary', {
            visits: data.arrivals.length,
            guests: data.arrivals.reduce((sum, each) => sum + each.headcount, 0),
            items: data.items.length,
          })}
        </span>
      </div>
      <div className="today-columns page-body">
        <section aria-label={t('today.arrivals')}>
          <h2 className="section-title">{t('today.arrivals')}</h2>
          {data.arrivals.length === 0 && <EmptyState title={t('today.noArrivals')} text={t('today.noArrivalsText')} />}
          {data.arrivals.map(arrival => (
            <Arrival key={arrival.visitId} arrival={arrival} />
          ))}
        </section>
        <section aria-label={t('today.nowAndNext')}>
          <h2 className="section-title">{t('today.nowAndNext')}</h2>
          {next.length === 0 && <EmptyState title={t('today.noItems')} text={t('today.noItemsText')} />}
          {next.map(item => (
            <Next key={item.itemId} item={item} now={data.now} />
          ))}
          {next.length < data.items.length && (
            <p className="soft">{t('today.past', { count: data.items.length - next.length })}</p>
          )}
        </section>
        <div className="today-stack">
          {data.plans.length > 0 && (
            <section aria-label={t('today.plans')}>
              <h2 className="section-title">{t('today.plans')}</h2>
              {data.plans.map(plan => (
                <Link
                  key={plan.visitId}
                  className="today-line"
                  to="/visits/$visitId/$section"
                  params={{ visitId: plan.visitId, section: 'approval' }}
                >
                  <span className="what">
                    <strong>{titleOf(plan)}</strong>
                    <span className="soft">{t('today.planWaits', { number: plan.number, step: plan.step })}</span>
                  </span>
                  {plan.mayDecide && <span className="state">{t('today.yours')}</span>}
                </Link>
              ))}
            </section>
          )}
          <HoldsAndPapers holds={data.holds} papers={data.papers} now={data.now} />
          <section aria-label={t('today.tasks')}>
            <h2 className="section-title">{t('today.tasks')}</h2>
            {data.tasks.length === 0 && <EmptyState title={t('today.noTasks')} text={t('today.noTasksText')} />}
            {data.tasks.slice(0, MOST_TASKS).map(task => (
              <TaskDue key={task.id} task={task} now={data.now} />
            ))}
            {data.tasks.length > MOST_TASKS && (
              <p className="soft">{t('today.moreTasks', { count: data.tasks.length - MOST_TASKS })}</p>
            )}
          </section>
          <section aria-label={t('today.badges')}>
            <h2 className="section-title">{t('today.badges')}</h2>
            {data.badges.length === 0 && <EmptyState title={t('today.noBadges')} text={t('today.noBadgesText')} />}
            {data.badges.map(each => (
              <Link
                key={each.visitId}
                className="today-line"
                to="/print"
                search={{ visit: each.visitId, kind: 'badges' }}
              >
                <strong>{titleOf(each)}</strong>
                <span className="soft numeric">{each.startsOn.slice(5)}</span>
                <span className="numeric">
                  {t('today.unprinted', { unprinted: each.unprinted, total: each.total })}
                </span>
              </Link>
            ))}
          </section>
        </div>
      </div>
    </div>
  )
}

const MOST_TASKS = 12

/** A task that is due today or overdue: ticked where it stands. */
function TaskDue({ task, now }: { task: Day['tasks'][number]; now: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const titleOf = useTitle()
  const title = titleOf(task)
  const late = task.dueAt < now
  return (
    <div className="today-task">
      <Checkbox
        aria-label={t('checklist.tick', { title })}
        checked={false}
        onChange={() =>
          void act(() => client.checklists.tick({ id: task.id, done: true }), { done: t('today.ticked', { title }) })
        }
      />
      <Link
        to="/visits/$visitId/$section"
        params={{ visitId: task.visitId, section: 'checklist' }}
        className="link-plain"
      >
        {title}
        <span className="soft">
          {' '}
          {[titleOf({ title: task.visitTitle, titleLatin: task.visitTitleLatin }), task.person]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
      <time className={late ? 'blocks-text numeric' : 'soft numeric'}>
        {late && dayOf(task.dueAt) !== dayOf(now) ? dayOf(task.dueAt).slice(5) : clockOf(task.dueAt)}
      </time>
    </div>
  )
}

function Arrival({ arrival }: { arrival: Day['arrivals'][number] }) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  return (
    <Link
      className="today-line"
      to="/visits/$visitId/$section"
      params={{ visitId: arrival.visitId, section: 'itinerary' }}
    >
      <time className="when numeric">{arrival.firstAt ? clockOf(arrival.firstAt) : '—'}</time>
      <GradeMark grade={arrival.grade} />
      <span className="what">
        <strong>{titleOf(arrival)}</strong>
        <span className="soft">
          {[
            arrival.organization,
            arrival.head && t('today.head', { name: arrival.head }),
            arrival.headcount > 0 && t('today.people', { count: arrival.headcount }),
            arrival.days > 1 && t('today.dayOf', { number: arrival.dayNumber, days: arrival.days }),
            arrival.coordinator,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </Link>
  )
}

function Next({ item, now }: { item: Day['items'][number]; now: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleOf = useTitle()
  const on = item.startsAt <= now
  return (
    <Link
      className={`today-line ${on ? 'on' : ''}`}
      to="/visits/$visitId/$section"
      params={{ visitId: item.visitId, section: 'itinerary' }}
    >
      <time className="when numeric">
        {clockOf(item.startsAt)}
        <br />
        <span className="soft">{dayOf(item.endsAt) === dayOf(item.startsAt) ? clockOf(item.endsAt) : ''}</span>
      </time>
      <GradeMark grade={item.grade} />
      <span className="what">
        <strong>{worded(language, item.content, item.contentLatin) || t(`itemKind.${item.kind}`)}</strong>{' '}
        {isTentative(item.status) && <StatusMark status={item.status} />}
        <span className="soft">{[item.place, item.personInCharge, titleOf(item)].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={on ? 'state' : 'soft'}>
        {on ? t('today.now') : inMinutes(minutesBetween(now, item.startsAt), t)}
      </span>
    </Link>
  )
}

function inMinutes(minutes: number, t: ReturnType<typeof useTranslation>['t']): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t('today.inMinutes', { count: minutes })
  return minutes % 60 === 0
    ? t('today.inHours', { count: hours })
    : t('today.inHoursMinutes', { hours, minutes: minutes % 60 })
}
