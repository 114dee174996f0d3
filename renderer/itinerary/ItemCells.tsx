import { HolderOutlined, LockOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Item, type ItemFields, itemFields } from '../../shared/contract/itinerary.ts'
import { longest } from '../../shared/contract/longest.ts'
import { worded } from '../../shared/domain/language.ts'
import { addMinutes, at, clockOf, dayOf, endAt, minutesBetween } from '../../shared/domain/time.ts'
import { ITEM_KINDS } from '../../shared/domain/visit.ts'
import { query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { SuggestCell } from '../ui/cells.tsx'
import { staffOptions } from '../ui/peopleCells.tsx'
import { Resting } from '../ui/Resting.tsx'
import type { Autosave } from '../ui/useAutosave.ts'
import { useNeighbour } from '../ui/useNeighbour.ts'
import { PlaceInput } from './PlaceInput.tsx'
import { VehicleSelect } from './VehicleSelect.tsx'

export type ItemSaver = Autosave<Item, ItemFields>

/** What a cell of a stop's row is called to whoever cannot see it. */
function useLabel(item: Item) {
  const { t } = useTranslation()
  const name = item.content || t(`itemKind.${item.kind}`)
  return (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name })
}

interface HandleProps {
  name: string
  place: number
  isFixed: boolean
  onMove: (by: number) => void
  onRemove: () => void
  onDragStart: () => void
  onDragEnd: () => void
}

/** What a stop is dragged by; with the keys it is moved and removed. */
export function ItemHandle({ name, place, isFixed, ...on }: HandleProps) {
  const { t } = useTranslation()
  const handle = useRef<HTMLButtonElement>(null)
  useNeighbour(handle, 'handle')
  return (
    <button
      ref={handle}
      type="button"
      data-kind="handle"
      className="handle"
      draggable={!isFixed}
      title={t(isFixed ? 'itinerary.fixed' : 'itinerary.dragHint')}
      aria-label={t('itinerary.handle', { name, place })}
      onDragStart={on.onDragStart}
      onDragEnd={on.onDragEnd}
      onKeyDown={event => {
        if (event.key === 'Delete') on.onRemove()
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        on.onMove(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      {isFixed ? <LockOutlined aria-hidden /> : <HolderOutlined aria-hidden />}
    </button>
  )
}

interface CellProps {
  item: Item
  saver: ItemSaver
}

/** Start and end; a new start takes the end along, an end before the start is of the next morning. */
export function TimeCells({ item, saver, invalid }: CellProps & { invalid: boolean }) {
  const { t } = useTranslation()
  const label = useLabel(item)
  const { shown } = saver
  const day = dayOf(shown.startsAt)
  const setStart = (clock: string) => {
    const startsAt = at(day, clock)
    saver.put({ startsAt, endsAt: addMinutes(startsAt, minutesBetween(shown.startsAt, shown.endsAt)) })
  }
  const setEnd = (clock: string, nextDay: boolean) => saver.put({ endsAt: endAt(shown.startsAt, clock, nextDay) })
  const nightLater = dayOf(shown.endsAt) !== day && clockOf(shown.endsAt) !== '00:00'

  return (
    <>
      <ClockInput
        value={clockOf(shown.startsAt)}
        onChange={setStart}
        onSpan={(start, end, nextDay) =>
          saver.put({ startsAt: at(day, start), endsAt: endAt(at(day, start), end, nextDay) })
        }
        label={label('start')}
        invalid={invalid}
      />
      <div title={nightLater ? t('itinerary.nextMorning', { day: dayOf(shown.endsAt) }) : ''}>
        <ClockInput
          value={clockOf(shown.endsAt)}
          after={clockOf(shown.startsAt)}
          ends="span"
          onChange={setEnd}
          label={label('end')}
          invalid={invalid}
        />
      </div>
    </>
  )
}

export function KindCell({ item, saver }: CellProps) {
  const { t } = useTranslation()
  const label = useLabel(item)
  const { shown } = saver
  return (
    <Resting text={t(`itemKind.${shown.kind}`)} label={label('kind')}>
      {focus => (
        <Select
          autoFocus={focus}
          value={shown.kind}
          suffixIcon={null}
          popupMatchSelectWidth={130}
          aria-label={label('kind')}
          onChange={kind => saver.put({ kind })}
          options={ITEM_KINDS.map(kind => ({ value: kind, label: t(`itemKind.${kind}`) }))}
        />
      )}
    </Resting>
  )
}

/** A room of the house, which is booked, or any other place. */
export function PlaceCell({ item, saver, heads, invalid }: CellProps & { heads: number | null; invalid: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const label = useLabel(item)
  const { shown } = saver
  return (
    <Resting
      text={item.roomName ? worded(language, item.roomName, item.roomLatinName) : shown.place}
      placeholder={t('itinerary.placeHint')}
      label={label('place')}
    >
      {focus => (
        <PlaceInput
          autoFocus={focus}
          span={shown}
          itemId={item.id}
          visitId={item.visitId}
          headcount={heads}
          equipment={shown.equipment}
          roomId={shown.roomId}
          place={shown.place}
          label={label('place')}
          invalid={invalid}
          onChange={saver.put}
        />
      )}
    </Resting>
  )
}

export function VehicleCell({ item, saver, heads }: CellProps & { heads: number | null }) {
  const { t } = useTranslation()
  const label = useLabel(item)
  const { shown } = saver
  return (
    <Resting
      text={item.vehicles.map(vehicle => vehicle.name).join(t('mark.list'))}
      placeholder={t('itinerary.vehicleHint')}
      label={label('vehicle')}
    >
      {focus => (
        <VehicleSelect
          autoFocus={focus}
          span={shown}
          itemId={item.id}
          headcount={heads}
          value={shown.vehicleIds}
          label={label('vehicle')}
          onChange={vehicleIds => saver.put({ vehicleIds })}
        />
      )}
    </Resting>
  )
}

/** Who is in charge; the phone of one of the staff comes along. */
export function PersonCell({ item, saver }: CellProps) {
  const staff = useStaff()
  const label = useLabel(item)
  return (
    <SuggestCell
      saver={saver}
      name="personInCharge"
      label={label('personInCharge')}
      options={staffOptions(staff)}
      onChosen={chosen => {
        const phone = staff.find(person => person.name === chosen)?.phone
        return phone ? { phone: phone.slice(0, longest(itemFields.shape.phone)) } : {}
      }}
    />
  )
}

/** All guests, or those who are chosen. */
export function ParticipantsCell({ item, saver }: CellProps) {
  const { t } = useTranslation()
  const label = useLabel(item)
  const { data: guests = [] } = useQuery(query.guests.list.queryOptions({ input: { visitId: item.visitId } }))
  const { shown } = saver
  return (
    <Resting
      text={shown.allGuests ? '' : t('itinerary.someGuests', { count: shown.guestIds.length })}
      placeholder={t('itinerary.everyone')}
      label={label('participants')}
    >
      {focus => (
        <Select
          mode="multiple"
          autoFocus={focus}
          value={shown.allGuests ? [] : shown.guestIds}
          aria-label={label('participants')}
          placeholder={<span style={{ color: 'var(--ink-soft)' }}>{t('itinerary.everyone')}</span>}
          maxTagCount={0}
          maxTagPlaceholder={chosen => t('itinerary.someGuests', { count: chosen.length })}
          popupMatchSelectWidth={220}
          suffixIcon={null}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={guestIds => saver.put({ guestIds, allGuests: guestIds.length === 0 })}
          options={guests.map(guest => ({ value: guest.id, label: guest.name }))}
        />
      )}
    </Resting>
  )
}
