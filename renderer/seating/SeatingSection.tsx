import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { SEATING_DEFAULTS, type SeatingLayout, type SeatingOptions } from '../../shared/domain/seating/room.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ChoiceButton } from '../ui/ChoiceButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { sittingOf } from './sitting.ts'
import './seating.css'
import { OneSeating } from './OneSeating.tsx'

/** Kinds of stops that people sit at. */
const SITTING_KINDS = new Set(['meeting', 'dining', 'gift', 'welcome', 'other'])

/** Who sits where, at tables and in cars: proposed by etiquette, changed by hand, printed as a plan and as cards. */
export function SeatingSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const input = { visitId: visit.id }
  const { data: seatings = [] } = useQuery(query.seating.list.queryOptions({ input }))
  const { data: items = [] } = useQuery(query.itinerary.list.queryOptions({ input }))
  const { data: guests = [] } = useQuery(query.guests.list.queryOptions({ input }))
  const { data: assignments = [] } = useQuery(query.staffing.list.queryOptions({ input }))
  const { data: trips = [] } = useQuery(query.trips.list.queryOptions({ input }))
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const [chosenId, setChosenId] = useState<string | null>(null)
  const of = { items, guests, assignments, trips }
  const sittings = seatings
    .flatMap(seating => {
      const sitting = sittingOf(seating, of)
      return sitting ? [{ seating, sitting }] : []
    })
    .sort((a, b) => (a.sitting.item.startsAt < b.sitting.item.startsAt ? -1 : 1))
  const chosen = sittings.find(each => each.seating.id === chosenId) ?? sittings[0]
  const when = (startsAt: string) => startsAt.slice(5, 16).replace('T', ' ')
  const has = (itemId: string, tripId: string | null) =>
    seatings.some(each => each.itemId === itemId && each.tripId === tripId)
  const possible = [
    ...items
      .filter(item => SITTING_KINDS.has(item.kind) && !has(item.id, null))
      .map(item => ({
        key: item.id,
        itemId: item.id,
        tripId: null as string | null,
        layout: layoutFor(item.kind, item.setupStyle),
        seats: 0,
        label: `${when(item.startsAt)} ${item.content || t(`itemKind.${item.kind}`)}`,
      })),
    ...trips
      .filter(trip => !has(trip.itemId, trip.id))
      .flatMap(trip => {
        const item = items.find(each => each.id === trip.itemId)
        if (!item) return []
        return [
          {
            key: trip.id,
            itemId: item.id,
            tripId: trip.id,
            layout: 'car' as const,
            seats: trip.seats ?? 0,
            label: `${when(item.startsAt)} ${trip.vehicleName} ${trip.plate}`,
          },
        ]
      }),
  ]
  const add = async (key: string) => {
    const place = possible.find(each => each.key === key)
    if (!place) return
    const sitters = place.layout === 'round' ? guests.length + assignments.length : 0
    const options: SeatingOptions = {
      ...SEATING_DEFAULTS,
      first: settings?.seatFirst ?? 'right',
      ...(place.seats > 0 ? { carSeats: Math.min(60, place.seats) } : {}),
      ...(sitters > 10 ? { tables: Math.min(20, Math.ceil(sitters / 10)) } : {}),
    }
    const { itemId, tripId, layout } = place
    const done = await act(() => client.seating.add({ visitId: visit.id, line: { itemId, tripId, layout, options } }), {
      done: t('seating.added'),
    })
    if (done) setChosenId(done.line.id)
  }
  const adding = (
    <Dropdown
      trigger={['click']}
      disabled={possible.length === 0}
      menu={{
        items: possible.map(({ key, label }) => ({ key, label })),
        onClick: ({ key }) => void add(key),
        style: { maxHeight: 360, overflow: 'auto' },
      }}
    >
      <Button type="primary">{t('seating.add')}</Button>
    </Dropdown>
  )
  if (sittings.length === 0)
    return (
      <EmptyState
        title={t('seating.emptyTitle')}
        text={possible.length > 0 ? t('seating.emptyText') : t('seating.noStops')}
      >
        {possible.length > 0 ? (
          adding
        ) : (
          <Link to="/visits/$visitId/$section" params={{ visitId: visit.id, section: 'itinerary' }}>
            <Button type="primary">{t('section.itinerary')}</Button>
          </Link>
        )}
      </EmptyState>
    )
  return (
    <div className="seating-section">
      <div className="seating-list">
        {adding}
        <ul className="sheets-list" aria-label={t('section.seating')}>
          {sittings.map(({ seating, sitting }) => (
            <li key={seating.id}>
              <ChoiceButton chosen={seating.id === chosen?.seating.id} onClick={() => setChosenId(seating.id)}>
                <span className="numeric">{when(sitting.item.startsAt)}</span>{' '}
                {sitting.trip ? sitting.trip.vehicleName : sitting.item.content || t(`itemKind.${sitting.item.kind}`)}
                <span className="soft">
                  {' '}
                  {t(`seating.layout.${seating.layout}`)}
                  {seating.seats !== null && ` · ${t('seating.byHand')}`}
                </span>
              </ChoiceButton>
            </li>
          ))}
        </ul>
      </div>
      {chosen && (
        <OneSeating
          key={chosen.seating.id}
          visit={visit}
          seating={chosen.seating}
          sitting={chosen.sitting}
          guests={guests}
        />
      )}
    </div>
  )
}

/** A meal sits at round tables; a meeting as its room is set up, else opposite each other. */
function layoutFor(kind: string, style: string): SeatingLayout {
  if (kind === 'dining') return 'round'
  if (style === 'u') return 'u'
  return style === 'board' ? 'board' : 'opposite'
}
