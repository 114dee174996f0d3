import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import { at, clockOf, type Day, dayOf, type Span, weekdayOf } from '../../shared/domain/time.ts'
import { client } from '../base/client.ts'
import { conflictsOf, spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { type ColumnEvent, DayColumns } from '../ui/calendar/DayColumns.tsx'

/** The days of a visit side by side: drag an item to another time or day, stretch it, or drag on empty time to add one. */
export function ItineraryTimeline({ visitId, days, items }: { visitId: string; days: Day[]; items: Item[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const [refused, setRefused] = useState<{ item: Item; conflicts: BookingConflict[] } | null>(null)
  const first = days[0] ?? ''

  const move = async (item: Item, span: Span) => {
    setRefused(null)
    await act(() => client.itinerary.update({ id: item.id, revision: item.revision, patch: span }), {
      done: t('itinerary.movedToTime', {
        content: item.content || t(`itemKind.${item.kind}`),
        span: spanText(span.startsAt, span.endsAt),
      }),
      refused: error => {
        const conflicts = conflictsOf(error)
        if (conflicts.length > 0) setRefused({ item, conflicts })
        return conflicts.length > 0
      },
    })
  }
  const add = (day: Day, span: Span) => {
    void act(
      () =>
        client.itinerary.add({
          visitId,
          kind: 'meeting',
          startsAt: at(day, clockOf(span.startsAt)),
          endsAt: at(day, clockOf(span.endsAt)),
        }),
      { done: t('itinerary.added', { content: t('itemKind.meeting') }) },
    )
  }
  return (
    <>
      {refused && (
        <ConflictNotice
          conflicts={refused.conflicts}
          onTakeTime={(_, span) => void move(refused.item, span)}
          onDismiss={() => setRefused(null)}
        />
      )}
      <DayColumns
        label={t('itinerary.timeline')}
        day={first}
        columns={days.map(day => ({ id: day, title: day.slice(5), detail: t(`weekday.${weekdayOf(day)}`) }))}
        events={items.map(item => ({
          id: item.id,
          columnId: dayOf(item.startsAt),
          // Every day stands in the same grid: the clock is the item's, the date the first day's.
          startsAt: at(first, clockOf(item.startsAt)),
          endsAt: dayOf(item.endsAt) === dayOf(item.startsAt) ? at(first, clockOf(item.endsAt)) : at(first, '23:59'),
          title: `${item.content || t(`itemKind.${item.kind}`)}${item.roomName || item.place ? ` · ${item.roomName || item.place}` : ''}`,
          className: item.isFixed ? 'tone-own' : 'tone-B',
          tooltip: `${clockOf(item.startsAt)}–${clockOf(item.endsAt)} ${item.content}`,
          movable: !item.isFixed,
        }))}
        onMove={(event: ColumnEvent, to) => {
          const item = items.find(each => each.id === event.id)
          if (item)
            void move(item, {
              startsAt: at(to.columnId, clockOf(to.startsAt)),
              endsAt: at(to.columnId, clockOf(to.endsAt)),
            })
        }}
        onSelect={() => undefined}
        onBook={add}
      />
    </>
  )
}
