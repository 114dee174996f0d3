import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import { type Stay, type StayFields, stayFields } from '../../shared/contract/lodging.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { BEDS, nightsOf, ROOM_TYPES, withoutBed } from '../../shared/domain/plan/lodging.ts'
import { addDays } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ChoiceCell, TextCell } from '../ui/cells.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { MoneyCell } from '../ui/numberCells.tsx'
import { GuestsCell } from '../ui/peopleCells.tsx'
import { Resting } from '../ui/Resting.tsx'
import { useKeptOrder } from '../ui/useKeptPlaces.ts'
import { useLine } from '../ui/useLine.ts'
import './lodging.css'

const FIELDS = [
  'hotel',
  'roomType',
  'roomNumber',
  'checkIn',
  'checkOut',
  'guests',
  'confirmation',
  'nightCost',
] as const

/** Who sleeps where: hotel rooms for some nights; guests with a night and no bed are pointed out and housed with one click. */
export function LodgingSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const input = { visitId: visit.id }
  const { data: stays } = useQuery(query.lodging.list.queryOptions({ input }))
  const { data: guests } = useQuery(query.guests.list.queryOptions({ input }))
  const rooms = useKeptOrder(stays ?? [])
  if (!stays || !guests) return <Skeleton active style={{ padding: 24 }} />
  const last = stays.at(-1)
  const wanting = visit.needsLodging || stays.length > 0 ? withoutBed(visit, guests, stays) : []
  const checkOut = visit.endsOn > visit.startsOn ? visit.endsOn : addDays(visit.startsOn, 1)
  const add = () =>
    act(() =>
      client.lodging.add({
        visitId: visit.id,
        line: last
          ? {
              hotel: last.hotel,
              roomType: last.roomType,
              checkIn: last.checkIn,
              checkOut: last.checkOut,
              nightCost: last.nightCost,
            }
          : { checkIn: visit.startsOn, checkOut },
      }),
    )
  const house = (roomType: 'single' | 'twin') =>
    act(() => client.lodging.house({ visitId: visit.id, roomType, hotel: last?.hotel ?? '' }), {
      done: ({ added }) => t('lodging.housed', { count: added }),
    })
  const nights = stays.reduce((sum, stay) => sum + nightsOf(stay.checkIn, stay.checkOut).length, 0)
  return (
    <div className="lines-section">
      <section aria-label={t('section.lodging')}>
        <div className="section-head">
          <h2 className="section-title">{t('section.lodging')}</h2>
          {stays.length > 0 && <span className="soft">{t('lodging.summary', { rooms: stays.length, nights })}</span>}
        </div>
        {stays.length === 0 && !visit.needsLodging && (
          <EmptyState title={t('lodging.none')} text={t('lodging.noneText')}>
            {guests.length > 0 && visit.endsOn > visit.startsOn && (
              <>
                <Button onClick={() => void house('single')}>{t('lodging.houseSingle')}</Button>
                <Button onClick={() => void house('twin')}>{t('lodging.houseTwin')}</Button>
              </>
            )}
          </EmptyState>
        )}
        {wanting.length > 0 && (
          <div className="notice" role="status">
            {t('lodging.withoutBed', { count: wanting.length })}{' '}
            {wanting
              .slice(0, 12)
              .map(({ guestId, nights: missing }) =>
                t('lodging.guestNights', {
                  name: guests.find(guest => guest.id === guestId)?.name ?? '',
                  nights: missing.map(night => night.slice(5)).join(t('mark.list')),
                }),
              )
              .join(t('mark.clause'))}
            {wanting.length > 12 && '…'}
            <div className="choices">
              <Button size="small" onClick={() => void house('single')}>
                {t('lodging.houseSingle')}
              </Button>
              <Button size="small" onClick={() => void house('twin')}>
                {t('lodging.houseTwin')}
              </Button>
            </div>
          </div>
        )}
        {stays.length > 0 && (
          <div style={{ overflowX: 'auto' }}>
            <LineHead grid="stay-grid" titles={FIELDS.map(field => t(`fields.${field}`))} />
            {rooms.map(stay => (
              <StayLine key={stay.id} stay={stay} guests={guests} />
            ))}
          </div>
        )}
        <Button className="add-line" icon={<PlusOutlined />} onClick={() => void add()}>
          {t('lodging.add')}
        </Button>
      </section>
    </div>
  )
}

function StayLine({ stay, guests }: { stay: Stay; guests: Guest[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useLine<Stay, StayFields>(stay, patchOf(stayFields), client.lodging.update)
  const { shown } = saver
  const name = `${stay.hotel} ${stay.roomNumber}`.trim() || t('section.lodging')
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name })
  const known = shown.guestIds.filter(id => guests.some(guest => guest.id === id)).length
  const nights = nightsOf(shown.checkIn, shown.checkOut).length
  return (
    <LineRow
      saver={saver}
      name={name}
      grid="stay-grid"
      onRemove={() => void act(() => client.lodging.remove({ ids: [stay.id] }), { done: t('lines.removed', { name }) })}
      below={
        known > BEDS[shown.roomType] ? (
          <span className="finding">{t('lodging.tooMany', { beds: BEDS[shown.roomType], count: known })}</span>
        ) : shown.roomType === 'twin' && known === 1 ? (
          <span className="soft">{t('lodging.freeBed')}</span>
        ) : null
      }
    >
      <TextCell saver={saver} name="hotel" label={label('hotel')} />
      <ChoiceCell
        saver={saver}
        name="roomType"
        label={label('roomType')}
        options={ROOM_TYPES.map(type => ({ value: type, label: t(`roomType.${type}`) }))}
      />
      <TextCell saver={saver} name="roomNumber" label={label('roomNumber')} />
      <Resting text={shown.checkIn} label={label('checkIn')} className="numeric">
        {focus => (
          <DayInput
            autoFocus={focus}
            value={shown.checkIn}
            label={label('checkIn')}
            onChange={checkIn =>
              saver.put({
                checkIn,
                ...(shown.checkOut <= checkIn ? { checkOut: addDays(checkIn, Math.max(1, nights)) } : {}),
              })
            }
          />
        )}
      </Resting>
      <Resting text={shown.checkOut} label={label('checkOut')} className="numeric">
        {focus => (
          <DayInput
            autoFocus={focus}
            value={shown.checkOut}
            min={addDays(shown.checkIn, 1)}
            label={label('checkOut')}
            onChange={checkOut => saver.put({ checkOut })}
          />
        )}
      </Resting>
      <GuestsCell saver={saver} name="guestIds" label={label('guests')} guests={guests} />
      <TextCell saver={saver} name="confirmation" label={label('confirmation')} />
      <MoneyCell saver={saver} name="nightCost" label={label('nightCost')} />
    </LineRow>
  )
}
