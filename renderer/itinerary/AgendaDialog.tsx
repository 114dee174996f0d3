import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import type { AgendaStop } from '../../shared/domain/lists/agendaStop.ts'
import { readAgenda } from '../../shared/domain/lists/agendaText.ts'
import { dayOf, eachDay } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { useWhenKnows } from '../ui/useWhenKnows.ts'
import { AgendaRow } from './AgendaRow.tsx'

/** What was pasted for a visit and not yet saved: whoever goes back finds it again. */
const kept = new Map<string, string>()

/** What a person mended in a stop before it is saved; by its words, so that it stays when other lines change. */
export type Mended = Partial<Omit<AgendaStop, 'index' | 'line' | 'source' | 'doubts'>> & { left?: boolean }

/** An agenda from chat, mail or a table: pasted, seen and mended as stops, added all together. */
export function AgendaDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const whenKnows = useWhenKnows()
  const { data: rooms } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const { data: guests } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const [text, setText] = useState(kept.get(visit.id) ?? '')
  const [mended, setMended] = useState<ReadonlyMap<string, Mended>>(new Map())
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const days = useMemo(() => eachDay(visit.startsOn, visit.endsOn), [visit.startsOn, visit.endsOn])
  const { stops, skipped } = useMemo(
    () =>
      readAgenda(text, {
        days,
        rooms: rooms ?? [],
        people: staff,
        guests: (guests ?? []).map(({ id, name, latinName }) => ({ id, name, nameLatin: latinName })),
        ...whenKnows(),
      }),
    [text, days, rooms, staff, guests, whenKnows],
  )
  const rows = useMemo(() => {
    const seen = new Map<string, number>()
    return stops.map(stop => {
      const count = (seen.get(stop.source) ?? 0) + 1
      seen.set(stop.source, count)
      const key = `${count} ${stop.source}`
      const change = mended.get(key) ?? {}
      const shown = { ...stop, ...change }
      const inVisit = days.includes(dayOf(shown.startsAt))
      return { key, stop: shown, inVisit, taken: change.left !== true && inVisit && shown.startsAt < shown.endsAt }
    })
  }, [stops, mended, days])
  const taken = rows.filter(row => row.taken).map(row => row.stop)
  const roomName = (id: string | null) => rooms?.find(room => room.id === id)?.name ?? ''
  const mend = (key: string, change: Mended) =>
    setMended(current => new Map(current).set(key, { ...current.get(key), ...change }))
  const save = async () => {
    setRefused([])
    const items = taken.map(({ index: _, line: __, source: ___, doubts: ____, ...stop }) => ({
      ...stop,
      personInCharge: stop.personInCharge || visit.coordinator,
      phone: stop.personInCharge ? stop.phone : visit.coordinatorPhone.slice(0, 40),
    }))
    const done = await act(() => client.itinerary.addAll({ visitId: visit.id, items }), {
      done: ({ added }) => t('agenda.added', { count: added }),
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
    if (!done) return
    kept.delete(visit.id)
    onClose()
  }
  const booked = [...new Set(taken.map(stop => roomName(stop.roomId)).filter(Boolean))]
  const places = [
    ...new Set(
      taken
        .filter(stop => stop.roomId === null)
        .map(stop => stop.place)
        .filter(Boolean),
    ),
  ]
  const list = (names: string[]) => names.join(t('mark.list'))
  return (
    <Modal
      open
      width={1180}
      style={{ top: 24 }}
      title={t('agenda.title')}
      okText={t('agenda.save', { count: taken.length })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: taken.length === 0 }}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Input.TextArea
        autoFocus
        value={text}
        rows={rows.length > 0 ? 4 : 10}
        aria-label={t('agenda.title')}
        placeholder={t('agenda.hint')}
        onChange={event => {
          setText(event.target.value)
          kept.set(visit.id, event.target.value)
        }}
      />
      <ConflictNotice conflicts={refused} onDismiss={() => setRefused([])} />
      {rows.length > 0 && (
        <>
          <p className="soft agenda-places">
            {booked.length > 0 && t('agenda.books', { rooms: list(booked) })}{' '}
            {places.length > 0 && t('agenda.places', { places: list(places) })}
          </p>
          <div className="agenda-rows">
            {rows.map(row => (
              <AgendaRow
                key={row.key}
                stop={row.stop}
                taken={row.taken}
                inVisit={row.inVisit}
                days={days}
                rooms={rooms ?? []}
                coordinator={visit.coordinator}
                participants={list(
                  (guests ?? []).filter(guest => row.stop.guestIds.includes(guest.id)).map(guest => guest.name),
                )}
                onMend={change => mend(row.key, change)}
              />
            ))}
          </div>
        </>
      )}
      {skipped.length > 0 && (
        <div className="agenda-skipped" role="status">
          <span className="finding">{t('agenda.skipped', { count: skipped.length })}</span>
          <ul>
            {skipped.map(each => (
              <li key={`${each.line} ${each.text}`}>
                {each.text} <span className="soft">{t(`agenda.why.${each.why}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Modal>
  )
}
