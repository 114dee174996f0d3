import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { nextItemSpan, usualMinutes } from '../../shared/domain/itinerary.ts'
import { kindOfContent, roomOf } from '../../shared/domain/lists/agendaWords.ts'
import { addMinutes, at, clockOf, type Day, endAt, later, minutesBetween, type Span } from '../../shared/domain/time.ts'
import { ITEM_KINDS, type ItemKind } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf, findingSentence } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { PlaceInput, placeTyped } from './PlaceInput.tsx'
import { useHeads } from './useHeads.ts'
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
  // The kind follows the words until somebody chooses one.
  const [chosen, setChosen] = useState(false)
  const { data: rooms = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  // A place that is still being typed when Enter adds the stop; the line that follows begins with an empty one.
  const typedPlace = useRef<string | null>(null)
  const round = useRef(0)
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const heads = useHeads(visit)
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
  const setEnd = (clock: string, nextDay: boolean) => {
    setTouched(true)
    set({ endsAt: endAt(draft.startsAt, clock, nextDay) })
  }
  const setSpan = (start: string, end: string, nextDay: boolean) => {
    setTouched(true)
    set({ startsAt: at(day, start), endsAt: endAt(at(day, start), end, nextDay) })
  }
  const ofKind = (kind: ItemKind): Partial<Draft> => ({
    kind,
    ...(touched || kind === draft.kind ? {} : { endsAt: addMinutes(draft.startsAt, usualMinutes(kind)) }),
  })
  const setContent = (content: string) => {
    const told = kindOfContent(content)
    set({ content, ...(chosen ? {} : ofKind(told === 'other' ? 'meeting' : told)) })
  }
  const add = async (line: Draft) => {
    const typed = typedPlace.current
    const wanted = typed === null ? line : { ...line, ...placeTyped(typed, rooms) }
    const unclear = wanted.place !== '' && roomOf(wanted.place, rooms).several
    const added = await act(
      () => client.itinerary.add({ ...wanted, content: wanted.content.trim(), visitId: visit.id }),
      {
        done: ({ item, warnings }) =>
          [
            t('itinerary.added', { content: item.content || t(`itemKind.${item.kind}`) }),
            ...(unclear ? [t('itinerary.roomUnclear', { place: wanted.place })] : []),
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
    setChosen(false)
    setRefused([])
    typedPlace.current = null
    round.current += 1
    setDraft({ ...fresh('meeting'), ...nextItemSpan([...items, wanted], day, opensAt, 'meeting') })
    content.current?.focus()
  }
  // A field of the line before, left as the next one begins, has nothing more to say.
  const placeOfRound = (own: number) => (patch: { roomId: string | null; place: string }) => {
    if (own !== round.current) return
    typedPlace.current = null
    set(patch)
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
          onSpan={setSpan}
          label={t('itinerary.newField', { field: t('fields.start') })}
        />
        <ClockInput
          value={clockOf(draft.endsAt)}
          after={clockOf(draft.startsAt)}
          ends="span"
          onChange={setEnd}
          label={t('itinerary.newField', { field: t('fields.end') })}
        />
        <Select
          value={draft.kind}
          suffixIcon={null}
          popupMatchSelectWidth={130}
          onChange={kind => {
            setChosen(true)
            set(ofKind(kind))
          }}
          aria-label={t('itinerary.newField', { field: t('fields.kind') })}
          options={ITEM_KINDS.map(kind => ({ value: kind, label: t(`itemKind.${kind}`) }))}
        />
        <Input
          ref={content}
          value={draft.content}
          maxLength={500}
          placeholder={t('itinerary.contentHint')}
          aria-label={t('itinerary.newField', { field: t('fields.content') })}
          onChange={event => setContent(event.target.value)}
        />
        <PlaceInput
          key={round.current}
          span={draft}
          itemId={null}
          visitId={visit.id}
          headcount={heads}
          roomId={draft.roomId}
          place={draft.place}
          label={t('itinerary.newField', { field: t('fields.place') })}
          onTyped={text => {
            typedPlace.current = text
          }}
          onChange={placeOfRound(round.current)}
        />
        <VehicleSelect
          span={draft}
          itemId={null}
          headcount={heads}
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
