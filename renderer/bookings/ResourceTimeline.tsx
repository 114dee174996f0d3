import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, Scope } from '../../shared/contract/bookings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import type { BusyStaff } from '../../shared/contract/staffing.ts'
import { named } from '../../shared/domain/language.ts'
import { addDays, at, type Day, MINUTES_PER_DAY, type Span } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useLanguage, useTitle } from '../base/language.ts'
import { conflictsOf, findingSentence, spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { shownHours } from '../ui/timeline/geometry.ts'
import type { TimelineBar } from '../ui/timeline/rows.ts'
import { Timeline } from '../ui/timeline/Timeline.tsx'
import { BookingDialog } from './BookingDialog.tsx'
import type { BookingTarget } from './bookingDraft.ts'
import { ScopeDialog } from './ScopeDialog.tsx'
import { barsOf, dutiesTaken, dutyBars, dutyId, rowsOf } from './timelineRows.ts'
import { rivalsOf, useJudge } from './useJudge.ts'

interface Props {
  kind: Resource['kind']
  first: Day
  days: number
  /** Midnight to midnight instead of the office's hours. */
  wholeDay: boolean
  scale: number | null
  onScale: (scale: number | null) => void
  resources: Resource[]
  /** The rows that a filter leaves. */
  shown: Resource[]
  onRow: (id: string) => void
}

interface Move {
  booking: Booking
  to: Span & { resourceId: string }
  copy: boolean
}

/** What is booked of some resources over some days, moved and made by hand. */
export function ResourceTimeline({ kind, first, days, wholeDay, scale, onScale, resources, shown, onRow }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const navigate = useNavigate()
  const may = useMay()
  const titleOf = useTitle()
  const span = spanOf({ first, days })
  const { data: state } = useQuery(query.office.state.queryOptions())
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: bookings = NOTHING as Booking[] } = useQuery({
    ...query.bookings.list.queryOptions({ input: { kind, ...span } }),
    placeholderData: keepPreviousData,
  })
  const { data: duties = NOTHING as BusyStaff[] } = useQuery({
    ...query.staffing.busy.queryOptions({ input: span }),
    enabled: kind === 'person',
    placeholderData: keepPreviousData,
  })
  const { data: closures = NOTHING } = useQuery({
    ...query.resources.closures.queryOptions({ input: span }),
    placeholderData: keepPreviousData,
  })
  const [target, setTarget] = useState<BookingTarget | null>(null)
  const [refused, setRefused] = useState<{ move: Move; conflicts: BookingConflict[] } | null>(null)
  const [asking, setAsking] = useState<Move | null>(null)
  /** Where bookings stand while the host is asked. */
  const [underWay, setUnderWay] = useState<Move | null>(null)

  const seen = useMemo(
    () =>
      underWay && !underWay.copy
        ? bookings.map(each =>
            each.id === underWay.booking.id
              ? { ...each, ...underWay.to, blockedFrom: underWay.to.startsAt, blockedUntil: underWay.to.endsAt }
              : each,
          )
        : bookings,
    [bookings, underWay],
  )
  const rivals = useMemo(() => rivalsOf(resources), [resources])
  const mayEdit = may('edit')
  const bars = useMemo(
    () => [
      ...barsOf(seen, resources, rivals, { titleOf, t, language, may: () => mayEdit }),
      ...dutyBars(duties, { titleOf, t }),
    ],
    [seen, resources, rivals, titleOf, t, language, mayEdit, duties],
  )
  const rows = useMemo(
    () => rowsOf(shown, closures, { first, days }, language, t),
    [shown, closures, first, days, language, t],
  )
  const taken = useMemo(() => [...bookings, ...dutiesTaken(duties)], [bookings, duties])
  const judge = useJudge(resources, taken, closures)

  if (!state || !settings) return null
  const usual = wholeDay ? { from: 0, until: MINUTES_PER_DAY } : officeHours(settings)
  const hours = shownHours(usual, days > 7 ? [] : taken)

  const make = async (move: Move, scope: Scope = 'one') => {
    setRefused(null)
    setUnderWay(move)
    const { booking, to, copy } = move
    const row = resources.find(each => each.id === to.resourceId)
    const name = row ? named(row, language) : ''
    const done = await act(
      async () => {
        const answer = copy
          ? await client.bookings.create({ ...copyOf(booking), ...to })
          : await client.bookings.update({ id: booking.id, revision: booking.revision, patch: to, scope })
        return answer
      },
      {
        done: ({ warnings }) =>
          [
            t(copy ? 'bookings.copied' : 'bookings.moved', {
              title: titleOf(booking),
              resource: name,
              span: spanText(to.startsAt, to.endsAt),
            }),
            ...warnings.map(each => findingSentence(name, each, t)),
          ].join(' '),
        refused: error => {
          const conflicts = conflictsOf(error)
          if (conflicts.length > 0) setRefused({ move, conflicts })
          return conflicts.length > 0
        },
      },
    )
    setUnderWay(null)
    return done
  }
  /** One of a series asks first which of them it is for. */
  const ask = (move: Move) => {
    if (move.booking.seriesId !== null && !move.copy) setAsking(move)
    else void make(move)
  }
  const onMove = (bar: TimelineBar, { rowId, copy, ...to }: Span & { rowId: string; copy: boolean }) => {
    const booking = bookings.find(each => each.id === bar.id)
    if (!booking) return
    const move = { booking, to: { startsAt: to.startsAt, endsAt: to.endsAt, resourceId: rowId }, copy }
    // What cannot be had is told why, and asks nothing.
    if (judge(rowId, to, bar).refused === null) ask(move)
    else void make(move)
  }
  const retry = (patch: Partial<Move['to']>) => {
    if (refused) ask({ ...refused.move, to: { ...refused.move.to, ...patch } })
  }
  return (
    <div className="resource-timeline">
      {refused && (
        <ConflictNotice
          conflicts={refused.conflicts}
          onTakeResource={(conflict, resourceId) => retry({ ...conflict.wanted, resourceId })}
          onTakeTime={(conflict, free) => retry({ ...free, resourceId: conflict.resource.id })}
          onDismiss={() => setRefused(null)}
        />
      )}
      <div className="fill">
        <Timeline
          label={t(`timeline.of.${kind}`)}
          first={first}
          days={days}
          from={hours.from}
          until={hours.until}
          scale={scale}
          onScale={onScale}
          rows={rows}
          bars={bars}
          now={state.now}
          open={{ from: settings.opensAt, until: settings.closesAt }}
          language={language}
          judge={judge}
          onMove={onMove}
          onBook={(resourceId, free) => setTarget({ resourceId, span: free })}
          onOpen={bar => {
            const booking = bookings.find(each => bar.id.startsWith(each.id))
            const duty = duties.find(each => dutyId(each) === bar.id)
            if (booking) setTarget({ booking })
            else if (duty)
              void navigate({
                to: '/visits/$visitId/$section',
                params: { visitId: duty.visitId, section: 'itinerary' },
                search: { item: duty.itemId },
              })
          }}
          onRow={onRow}
          still={!mayEdit}
          keptAs={kind}
        />
      </div>
      <BookingDialog kind={kind} target={target} onClose={() => setTarget(null)} />
      {asking && (
        <ScopeDialog
          text={t('series.moveWhich')}
          onChoose={scope => {
            setAsking(null)
            void make(asking, scope)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

const NOTHING: never[] = []

/** From the first midnight of some days to the last. */
export const spanOf = ({ first, days }: { first: Day; days: number }) => ({
  from: at(first, '00:00'),
  until: at(addDays(first, days), '00:00'),
})

/** The day as the desk sees it: an hour before the office opens to two after it closes. */
function officeHours({ opensAt, closesAt }: { opensAt: string; closesAt: string }) {
  const hour = (clock: string) => Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60
  return {
    from: Math.max(0, Math.floor(hour(opensAt) - 1)) * 60,
    until: Math.min(24, Math.ceil(hour(closesAt) + 2)) * 60,
  }
}

/** A booking as one of its own: what it asks for, without its visit, series and holds. */
const copyOf = (booking: Booking) => ({
  title: booking.title,
  headcount: booking.headcount,
  organizer: booking.organizer,
  purpose: booking.purpose,
  equipment: booking.equipment,
  setupStyle: booking.setupStyle,
  loans: booking.loans,
  notes: booking.notes,
  fromPlace: booking.fromPlace,
  toPlace: booking.toPlace,
})
