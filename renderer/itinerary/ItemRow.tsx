import { DeleteOutlined, EllipsisOutlined, HolderOutlined, LockOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../shared/contract/fields.ts'
import type { Item, ItemFields } from '../../shared/contract/itinerary.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import type { ItineraryFinding } from '../../shared/domain/itinerary.ts'
import { worded } from '../../shared/domain/language.ts'
import { addMinutes, at, clockOf, dayOf, endAt, minutesBetween } from '../../shared/domain/time.ts'
import { ITEM_KINDS } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { conflictsOf, sentenceOf } from '../base/sentences.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { SuggestCell, staffOptions } from '../ui/cells.tsx'
import { PlainInput } from '../ui/PlainInput.tsx'
import { Resting } from '../ui/Resting.tsx'
import { RowButton } from '../ui/RowButton.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { useAutosave } from '../ui/useAutosave.ts'
import { ItemDrawer } from './ItemDrawer.tsx'
import { PlaceInput } from './PlaceInput.tsx'
import { VehicleSelect } from './VehicleSelect.tsx'

const fields = z
  .object({ content: text(500), place: text(160), personInCharge: text(80), phone: text(40), notes: text(2000) })
  .partial()
  .loose()

interface Props {
  item: Item
  index: number
  visit: Visit
  findings: ItineraryFinding[]
  all: Item[]
  mark: string
  onMove: (by: number) => void
  onRemove: () => void
  onDragStart: () => void
  onDragOver: () => void
  onDragEnd: () => void
  onDrop: () => void
}

/** One stop of the itinerary, edited where it stands; what its room or vehicle refuses is told below it with a way out. */
export function ItemRow({ item, index, visit, findings, all, mark, ...on }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const saver = useAutosave<Item, ItemFields>({
    row: item,
    fields: fields as z.ZodType<Partial<ItemFields>>,
    save: async (revision, patch) => (await client.itinerary.update({ id: item.id, revision, patch })).item,
  })
  const { data: guests = [] } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const staff = useStaff()
  const [open, setOpen] = useState(false)
  const { shown } = saver
  const day = dayOf(shown.startsAt)
  const conflicts = conflictsOf(saver.refusal)
  const name = item.content || t(`itemKind.${item.kind}`)
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name })

  const setStart = (clock: string) => {
    const startsAt = at(day, clock)
    saver.put({ startsAt, endsAt: addMinutes(startsAt, minutesBetween(shown.startsAt, shown.endsAt)) })
  }
  const setEnd = (clock: string, nextDay: boolean) => saver.put({ endsAt: endAt(shown.startsAt, clock, nextDay) })
  const nightLater = dayOf(shown.endsAt) !== day && clockOf(shown.endsAt) !== '00:00'

  return (
    <fieldset
      aria-label={`${clockOf(shown.startsAt)} ${name}`}
      className={`grid-row itinerary-grid ${mark} ${saver.state}`}
      onDragOver={event => {
        event.preventDefault()
        on.onDragOver()
      }}
      onDrop={event => {
        event.preventDefault()
        on.onDrop()
      }}
    >
      <button
        type="button"
        className="handle"
        draggable={!shown.isFixed}
        title={t(shown.isFixed ? 'itinerary.fixed' : 'itinerary.dragHint')}
        aria-label={t('itinerary.handle', { name, place: index + 1 })}
        onDragStart={on.onDragStart}
        onDragEnd={on.onDragEnd}
        onKeyDown={event => {
          if (event.key === 'Delete') on.onRemove()
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          on.onMove(event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        {shown.isFixed ? <LockOutlined aria-hidden /> : <HolderOutlined aria-hidden />}
      </button>
      <ClockInput
        value={clockOf(shown.startsAt)}
        onChange={setStart}
        onSpan={(start, end, nextDay) =>
          saver.put({ startsAt: at(day, start), endsAt: endAt(at(day, start), end, nextDay) })
        }
        label={label('start')}
        invalid={conflicts.length > 0}
      />
      <div title={nightLater ? t('itinerary.nextMorning', { day: dayOf(shown.endsAt) }) : ''}>
        <ClockInput
          value={clockOf(shown.endsAt)}
          after={clockOf(shown.startsAt)}
          ends="span"
          onChange={setEnd}
          label={label('end')}
          invalid={conflicts.length > 0}
        />
      </div>
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
      <PlainInput
        value={shown.content}
        aria-label={label('content')}
        placeholder={t('itinerary.contentHint')}
        wrong={saver.invalid.content !== undefined}
        onChange={event => saver.change({ content: event.target.value })}
        onLeave={saver.flush}
      />
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
            visitId={visit.id}
            headcount={visit.headcount}
            equipment={shown.equipment}
            roomId={shown.roomId}
            place={shown.place}
            label={label('place')}
            invalid={conflicts.some(conflict => conflict.resource.kind === 'room')}
            onChange={saver.put}
          />
        )}
      </Resting>
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
            headcount={visit.headcount}
            value={shown.vehicleIds}
            label={label('vehicle')}
            onChange={vehicleIds => saver.put({ vehicleIds })}
          />
        )}
      </Resting>
      <SuggestCell
        saver={saver}
        name="personInCharge"
        label={label('personInCharge')}
        options={staffOptions(staff)}
        onChosen={chosen => {
          const phone = staff.find(person => person.name === chosen)?.phone
          return phone ? { phone: phone.slice(0, 40) } : {}
        }}
      />
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
      <span className="item-acts">
        {item.bookingStatus !== 'none' && (
          <span
            role="img"
            title={t(`bookingStatus.${item.bookingStatus}`)}
            aria-label={t(`bookingStatus.${item.bookingStatus}`)}
            className={`badge-status ${item.bookingStatus}`}
          />
        )}
        <RowButton
          icon={<EllipsisOutlined style={isPrepared(shown) ? { color: 'var(--accent)' } : {}} />}
          label={t('itinerary.more', { name })}
          onClick={() => setOpen(true)}
        />
        <RowButton icon={<DeleteOutlined />} label={t('itinerary.remove', { name })} onClick={on.onRemove} />
      </span>
      {findings.length > 0 && (
        <div className="item-notes finding">
          {findings.map(finding => {
            const other = all.find(each => each.id === finding.otherId)
            return (
              <span key={`${finding.code}-${finding.otherId}`}>
                {t(`itineraryFinding.${finding.code}`, {
                  minutes: finding.minutes,
                  other: other ? `${clockOf(other.startsAt)} ${other.content || t(`itemKind.${other.kind}`)}` : '',
                })}
              </span>
            )
          })}
        </div>
      )}
      {saver.state === 'refused' && !saver.stale && (
        <div className="item-refusal">
          {conflicts.length > 0 ? (
            <ConflictNotice
              conflicts={conflicts}
              onTakeResource={(conflict, resourceId) =>
                saver.put(
                  conflict.resource.kind === 'room'
                    ? { roomId: resourceId }
                    : { vehicleIds: shown.vehicleIds.map(id => (id === conflict.resource.id ? resourceId : id)) },
                )
              }
              onTakeTime={(_, span) => saver.put(span)}
              onDismiss={saver.revert}
            />
          ) : (
            <p className="notice blocks" role="alert">
              {sentenceOf(saver.refusal, t)}{' '}
              <Button size="small" onClick={saver.revert}>
                {t('common.revert')}
              </Button>
            </p>
          )}
        </div>
      )}
      {open && <ItemDrawer headcount={visit.headcount} saver={saver} name={name} onClose={() => setOpen(false)} />}
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </fieldset>
  )
}

/** Is there more to know of a stop than its line shows? */
const isPrepared = (item: Item): boolean =>
  item.phone !== '' ||
  item.notes !== '' ||
  item.planB !== '' ||
  item.setupStyle !== '' ||
  item.equipment.length > 0 ||
  item.route !== '' ||
  item.nameCards
