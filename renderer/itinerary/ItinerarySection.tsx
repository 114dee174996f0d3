import { BankOutlined, BarsOutlined, ColumnWidthOutlined, ImportOutlined, TranslationOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Skeleton } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { type Item, itemFields } from '../../shared/contract/itinerary.ts'
import { longest } from '../../shared/contract/longest.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { INDOORS, type ItineraryFinding, itineraryFindings } from '../../shared/domain/itinerary.ts'
import type { ReadinessCode, ReadinessLine } from '../../shared/domain/plan/readiness.ts'
import { type Day, dayOf, eachDay, weekdayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { dayMark } from '../ui/calendar/holidays.ts'
import { AddItem } from './AddItem.tsx'
import { AgendaDialog } from './AgendaDialog.tsx'
import { ItemRow } from './ItemRow.tsx'
import { ItineraryTimeline } from './ItineraryTimeline.tsx'
import { RoomsProposal } from './RoomsProposal.tsx'
import { WordingDialog } from './WordingDialog.tsx'
import './itinerary.css'
import { useLanguage } from '../base/language.ts'

/** The visit minute by minute: a list by day to type into, or the same days as columns to drag in. */
export function ItinerarySection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const [pasting, setPasting] = useState(false)
  const [placing, setPlacing] = useState(false)
  const [wording, setWording] = useState(false)
  const [view, setView] = useState<'list' | 'timeline'>('list')
  const { data: items } = useQuery(query.itinerary.list.queryOptions({ input: { visitId: visit.id } }))
  const { data: readiness } = useQuery(query.approvals.readiness.queryOptions({ input: { visitId: visit.id } }))
  const findings = useMemo(() => itineraryFindings(items ?? []), [items])
  const short = useMemo(() => (readiness ?? []).filter(line => SEATS.has(line.code)), [readiness])
  if (!items) return <Skeleton active style={{ padding: 24 }} />
  const days = eachDay(visit.startsOn, visit.endsOn)
  const unplaced = items.some(item => INDOORS.has(item.kind) && item.roomId === null && item.place === '')
  const nobody = items.filter(item => item.personInCharge === '')
  const assign = () =>
    act(
      () =>
        client.itinerary.assign({
          ids: nobody.map(item => item.id),
          personInCharge: visit.coordinator,
          phone: visit.coordinatorPhone.slice(0, longest(itemFields.shape.phone)),
        }),
      { done: t('itinerary.assigned', { name: visit.coordinator, count: nobody.length }) },
    )
  return (
    <div className="itinerary">
      {placing && <RoomsProposal visitId={visit.id} onClose={() => setPlacing(false)} />}
      {wording && <WordingDialog visitId={visit.id} onClose={() => setWording(false)} />}
      {pasting && <AgendaDialog visit={visit} onClose={() => setPasting(false)} />}
      <div className="itinerary-tools">
        <Segmented
          aria-label={t('itinerary.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'list', label: t('itinerary.list'), icon: <BarsOutlined /> },
            { value: 'timeline', label: t('itinerary.timeline'), icon: <ColumnWidthOutlined /> },
          ]}
        />
        <Button icon={<ImportOutlined />} onClick={() => setPasting(true)}>
          {t('agenda.paste')}
        </Button>
        <Button icon={<TranslationOutlined />} onClick={() => setWording(true)}>
          {t('wording.open')}
        </Button>
        {unplaced && (
          <Button icon={<BankOutlined />} data-find-rooms onClick={() => setPlacing(true)}>
            {t('proposal.open')}
          </Button>
        )}
        {nobody.length > 0 && visit.coordinator !== '' && (
          <Button onClick={() => void assign()}>
            {t('itinerary.assignAll', { name: visit.coordinator, count: nobody.length })}
          </Button>
        )}
        {findings.length > 0 && <span className="finding">{t('itinerary.findings', { count: findings.length })}</span>}
        <span style={{ flex: 1 }} />
        <span className="soft">{t(view === 'list' ? 'itinerary.keys' : 'itinerary.timelineHint')}</span>
      </div>
      {view === 'list' ? (
        <div className="itinerary-scroll">
          <Days days={days} visit={visit} items={items} findings={findings} short={short} />
        </div>
      ) : (
        <ItineraryTimeline visitId={visit.id} days={days} items={items} />
      )}
    </div>
  )
}

/** What readiness says of seats stands at the stop as well. */
const SEATS: ReadonlySet<ReadinessCode> = new Set(['roomSeats', 'seats'])

/** Days that a tall window shows at once. */
const FIRST_PAINTED = 2

interface DaysProps {
  days: Day[]
  visit: Visit
  items: Item[]
  findings: ItineraryFinding[]
  short: ReadinessLine[]
}

/** The days one below the other. What the window shows is painted first, the rest of a long visit right after it. */
function Days({ days, visit, items, findings, short }: DaysProps) {
  const painted = useDeferredValue(days, days.slice(0, FIRST_PAINTED))
  return painted.map((day, index) => (
    <DayList
      key={day}
      day={day}
      number={index + 1}
      visit={visit}
      items={items.filter(item => dayOf(item.startsAt) === day)}
      findings={findings}
      short={short}
      all={items}
    />
  ))
}

interface DayListProps {
  day: Day
  number: number
  visit: Visit
  items: Item[]
  all: Item[]
  findings: ItineraryFinding[]
  short: ReadinessLine[]
}

function DayList({ day, number, visit, items, all, findings, short }: DayListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const [drag, setDrag] = useState<{ id: string; over: number | null }>({ id: '', over: null })
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const [announced, setAnnounced] = useState('')
  const mark = dayMark(day, language)

  const move = async (item: Item, to: number) => {
    if (to < 0 || to >= items.length) return
    setRefused([])
    const done = await act(() => client.itinerary.reorder({ id: item.id, to }), {
      done: t('itinerary.reordered'),
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
    if (!done) return
    setAnnounced(t('itinerary.movedTo', { place: to + 1 }))
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item="${item.id}"] .handle`)?.focus())
  }
  const remove = (item: Item) =>
    act(() => client.itinerary.remove({ ids: [item.id] }), {
      done: t('itinerary.removed', { content: item.content || t(`itemKind.${item.kind}`) }),
    })

  return (
    <section aria-label={t('itinerary.day', { number, day })} className="day-list">
      <h2 className="day-title">
        <span className="numeric">{day}</span> {t(`weekday.${weekdayOf(day)}`)}
        <span className="soft">{t('itinerary.dayNumber', { number })}</span>
        {mark && (
          <span className={`mark ${mark.kind}`}>
            {mark.kind === 'makeup' ? t('calendar.makeup', { name: mark.name }) : mark.name}
          </span>
        )}
      </h2>
      <div className="grid-head itinerary-grid">
        <span />
        {(['start', 'end', 'kind', 'content', 'place', 'vehicle', 'personInCharge', 'participants'] as const).map(
          field => (
            <span key={field}>{t(`fields.${field}`)}</span>
          ),
        )}
        <span />
      </div>
      {items.map((item, index) => (
        <div key={item.id} data-item={item.id}>
          <ItemRow
            item={item}
            index={index}
            visit={visit}
            findings={findings.filter(finding => finding.itemId === item.id)}
            short={short.filter(line => line.itemId === item.id)}
            all={all}
            mark={drag.id === item.id ? 'dragged' : drag.over === index ? 'drop-before' : ''}
            onMove={by => void move(item, index + by)}
            onRemove={() => void remove(item)}
            onDragStart={() => setDrag({ id: item.id, over: null })}
            onDragOver={() => setDrag(current => ({ ...current, over: index }))}
            onDragEnd={() => setDrag({ id: '', over: null })}
            onDrop={() => {
              const dragged = items.find(each => each.id === drag.id)
              setDrag({ id: '', over: null })
              if (dragged && dragged.id !== item.id) void move(dragged, index)
            }}
          />
        </div>
      ))}
      <ConflictNotice conflicts={refused} onDismiss={() => setRefused([])} />
      <AddItem visit={visit} day={day} items={items} />
      <div className="visually-hidden" aria-live="polite">
        {announced}
      </div>
      {items.length === 0 && number === 1 && <p className="soft hint">{t('itinerary.emptyHint')}</p>}
    </section>
  )
}
