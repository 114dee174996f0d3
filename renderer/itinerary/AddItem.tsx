import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { nextItemSpan, usualMinutes } from '../../shared/domain/itinerary.ts'
import { addMinutes, at, clockOf, type Day, later, minutesBetween, type Span } from '../../shared/domain/time.ts'
import { ITEM_KINDS, type ItemKind } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf, findingSentence } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { PlaceInput } from './PlaceInput.tsx'
import { VehicleSelect } from './VehicleSelect.tsx'

interface Draft extends Span {
  kind: ItemKind
  content: string
  roomId: string | null
  place: string
  vehicleIds: string[]
  personInCharge: string
}

/** The last line of a day: what is typed here starts where the day ends so far; Enter adds it and begins the next. */
export function AddItem({ visit, day, items }: { visit: Visit; day: Day; items: Item[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const content = useRef<InputRef>(null)
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const opensAt = settings?.opensAt ?? '09:00'
  const fresh = (kind: ItemKind): Draft => ({
    kind,
    ...nextItemSpan(items, day, opensAt, kind),
    content: '',
    roomId: null,
    place: '',
    vehicleIds: [],
    personInCharge: '',
  })
  const [draft, setDraft] = useState<Draft>(() => fresh('meeting'))
  const [touched, setTouched] = useState(false)
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const last = items.reduce((latest, item) => later(item.endsAt, latest), '')

  // The line follows the end of the day as long as nobody has set its time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new end of the day or other opening hours move the untouched line.
  useEffect(() => {
    if (!touched) setDraft(current => ({ ...current, ...nextItemSpan(items, day, opensAt, current.kind) }))
  }, [last, opensAt, day])

  const set = (patch: Partial<Draft>) => {
    setRefused([])
    setDraft(current => ({ ...current, ...patch }))
  }
  useFirstFocus(content)
  const setStart = (clock: string) => {
    const startsAt = at(day, clock)
    setTouched(true)
    set({ startsAt, endsAt: addMinutes(startsAt, Math.max(5, minutesBetween(draft.startsAt, draft.endsAt))) })
  }
  const setEnd = (clock: string) => {
    setTouched(true)
    const sameDay = at(day, clock)
    set({ endsAt: sameDay > draft.startsAt ? sameDay : addMinutes(sameDay, 1440) })
  }
  const setKind = (kind: ItemKind) =>
    set({ kind, ...(touched ? {} : { endsAt: addMinutes(draft.startsAt, usualMinutes(kind)) }) })
  const add = async (wanted: Draft) => {
    const added = await act(
      () => client.itinerary.add({ ...wanted, content: wanted.content.trim(), visitId: visit.id }),
      {
        done: ({ item, warnings }) =>
          [
            t('itinerary.added', { content: item.content || t(`itemKind.${item.kind}`) }),
            ...warnings.map(each => findingSentence(item.roomName || item.vehicles[0]?.name || '', each, t)),
          ].join(' '),
        refused: error => {
          setRefused(conflictsOf(error))
          return conflictsOf(error).length > 0
        },
      },
    )
    if (!added) return
    setTouched(false)
    setRefused([])
    setDraft({ ...fresh('meeting'), ...nextItemSpan([...items, wanted], day, opensAt, 'meeting') })
    content.current?.focus()
  }
  return (
    <>
      <form
        className="add-item itinerary-grid"
        aria-label={t('itinerary.addOn', { day })}
        onSubmit={event => {
          event.preventDefault()
          void add(draft)
        }}
      >
        <span />
        <ClockInput
          value={clockOf(draft.startsAt)}
          onChange={setStart}
          label={t('itinerary.newField', { field: t('fields.start') })}
        />
        <ClockInput
          value={clockOf(draft.endsAt)}
          onChange={setEnd}
          label={t('itinerary.newField', { field: t('fields.end') })}
        />
        <Select
          value={draft.kind}
          suffixIcon={null}
          popupMatchSelectWidth={130}
          onChange={setKind}
          aria-label={t('itinerary.newField', { field: t('fields.kind') })}
          options={ITEM_KINDS.map(kind => ({ value: kind, label: t(`itemKind.${kind}`) }))}
        />
        <Input
          ref={content}
          value={draft.content}
          maxLength={500}
          placeholder={t('itinerary.contentHint')}
          aria-label={t('itinerary.newField', { field: t('fields.content') })}
          onChange={event => set({ content: event.target.value })}
        />
        <PlaceInput
          span={draft}
          itemId={null}
          visitId={visit.id}
          headcount={visit.headcount}
          roomId={draft.roomId}
          place={draft.place}
          label={t('itinerary.newField', { field: t('fields.place') })}
          onChange={set}
        />
        <VehicleSelect
          span={draft}
          itemId={null}
          headcount={visit.headcount}
          value={draft.vehicleIds}
          label={t('itinerary.newField', { field: t('fields.vehicle') })}
          onChange={vehicleIds => set({ vehicleIds })}
        />
        <Input
          value={draft.personInCharge}
          maxLength={80}
          aria-label={t('itinerary.newField', { field: t('fields.personInCharge') })}
          placeholder={t('fields.personInCharge')}
          onChange={event => set({ personInCharge: event.target.value })}
        />
        <span />
        <Button htmlType="submit" size="middle">
          {t('itinerary.add')}
        </Button>
      </form>
      <ConflictNotice
        conflicts={refused}
        onTakeResource={(conflict, resourceId) => {
          const next =
            conflict.resource.kind === 'room'
              ? { ...draft, roomId: resourceId }
              : { ...draft, vehicleIds: draft.vehicleIds.map(id => (id === conflict.resource.id ? resourceId : id)) }
          setDraft(next)
          void add(next)
        }}
        onTakeTime={(_, span) => {
          const next = { ...draft, ...span }
          setDraft(next)
          void add(next)
        }}
        onDismiss={() => setRefused([])}
      />
    </>
  )
}
