import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../shared/contract/bookings.ts'
import type { Closure } from '../../shared/contract/resources.ts'
import { addDays, at, dayOf, MINUTES_PER_DAY, type Span } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { useLanguage, useTitle } from '../base/language.ts'
import { findingWords, spanText } from '../base/sentences.ts'
import { barsOf, rowsOf } from '../bookings/timelineRows.ts'
import { rivalsOf, useJudge } from '../bookings/useJudge.ts'
import { shownHours } from '../ui/timeline/geometry.ts'
import { Timeline } from '../ui/timeline/Timeline.tsx'

interface Props {
  span: Span
  visitId: string
  itemId: string | null
  headcount: number | null
  equipment: string[]
  onTake: (roomId: string) => void
  onClose: () => void
}

/** The day of every room around one stop: what fits best stands first, and is one press from taken. */
export function RoomPicker({ span, visitId, itemId, headcount, equipment, onTake, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleOf = useTitle()
  const first = dayOf(span.startsAt)
  const day = { from: at(first, '00:00'), until: at(addDays(first, 1), '00:00') }
  const { data: state } = useQuery(query.office.state.queryOptions())
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: rooms = NOTHING } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const { data: bookings = NOTHING as Booking[] } = useQuery({
    ...query.bookings.list.queryOptions({ input: { kind: 'room', ...day } }),
    placeholderData: keepPreviousData,
  })
  const { data: closures = NOTHING as Closure[] } = useQuery(query.resources.closures.queryOptions({ input: day }))
  const { data: free = NOTHING } = useQuery(
    query.bookings.free.queryOptions({ input: { kind: 'room', ...span, headcount, itemId, equipment } }),
  )
  const others = useMemo(
    () => bookings.filter(booking => itemId === null || booking.itemId !== itemId),
    [bookings, itemId],
  )
  const wish = useMemo(() => ({ headcount, equipment }), [headcount, equipment])
  const judge = useJudge(rooms, others, closures, wish)
  const rows = useMemo(() => {
    const rank = new Map(free.map((each, index) => [each.resourceId, index]))
    return rowsOf(rooms, closures, { first, days: 1 }, language, t)
      .map(row => {
        const wrong = findingWords(free.find(each => each.resourceId === row.id)?.findings ?? [], t)
        return { ...row, group: '', detail: [wrong, row.detail].filter(Boolean).join(' · ') }
      })
      .sort((a, b) => (rank.get(a.id) ?? 999) - (rank.get(b.id) ?? 999))
  }, [rooms, closures, first, language, t, free])
  const bars = useMemo(
    () => barsOf(bookings, rooms, rivalsOf(rooms), { titleOf, t, language, may: () => false, visitId }),
    [bookings, rooms, titleOf, t, language, visitId],
  )
  if (!state || !settings) return null
  const hour = (clock: string) => Number(clock.slice(0, 2)) * 60
  const hours = shownHours(
    { from: hour(settings.opensAt), until: Math.min(MINUTES_PER_DAY, hour(settings.closesAt) + 60) },
    [...bookings, span],
  )
  return (
    <Modal
      open
      width={960}
      footer={null}
      onCancel={onClose}
      title={t('picker.title', { span: spanText(span.startsAt, span.endsAt) })}
    >
      <div className="room-picker">
        <Timeline
          narrow
          still
          label={t('timeline.of.room')}
          first={first}
          days={1}
          from={hours.from}
          until={hours.until}
          scale={null}
          onScale={() => undefined}
          rows={rows}
          bars={bars}
          now={state.now}
          open={{ from: settings.opensAt, until: settings.closesAt }}
          language={language}
          band={span}
          judge={judge}
          onMove={() => undefined}
          onBook={() => undefined}
          onOpen={() => undefined}
          onRow={roomId => {
            if (!judge(roomId, span, null).refused) onTake(roomId)
          }}
          keptAs="picker"
          rowEnd={row => {
            const { refused, warns } = judge(row.id, span, null)
            return (
              <Button
                size="small"
                type={!refused && !warns ? 'primary' : 'default'}
                disabled={refused !== null}
                title={refused ?? warns ?? ''}
                aria-label={t('picker.takeRoom', { name: row.title })}
                onClick={() => onTake(row.id)}
              >
                {t(refused ? 'picker.taken' : 'picker.take')}
              </Button>
            )
          }}
        />
      </div>
    </Modal>
  )
}

const NOTHING: never[] = []
