import { ColumnWidthOutlined } from '@ant-design/icons'
import { skipToken, useQuery } from '@tanstack/react-query'
import { AutoComplete, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemFields } from '../../shared/contract/itinerary.ts'
import { longest } from '../../shared/contract/longest.ts'
import { named } from '../../shared/domain/language.ts'
import { type KnownRoom, roomOf } from '../../shared/domain/lists/agendaWords.ts'
import type { Span } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { findingSentence, findingWords } from '../base/sentences.ts'
import { RoomPicker } from './RoomPicker.tsx'

interface Props {
  span: Span
  itemId: string | null
  visitId: string
  headcount: number | null
  /** What the room must have. */
  equipment?: string[]
  roomId: string | null
  place: string
  label: string
  autoFocus?: boolean
  invalid?: boolean
  onChange: (patch: { roomId: string | null; place: string }) => void
  /** What stands in the field while it is being typed. */
  onTyped?: (text: string) => void
}

/** What was typed as a place: the room that it names, exactly or as the only one, else a place of that name. */
export function placeTyped(text: string, rooms: readonly KnownRoom[]): { roomId: string | null; place: string } {
  const { room } = roomOf(text, rooms)
  return room
    ? { roomId: room.id, place: '' }
    : { roomId: null, place: text.trim().slice(0, longest(itemFields.shape.place)) }
}

/** A room of ours, picked with what is free at the time, best fit first; or any place, typed. */
export function PlaceInput({
  span,
  itemId,
  visitId,
  headcount,
  equipment = [],
  roomId,
  place,
  label,
  invalid = false,
  autoFocus = false,
  onChange,
  onTyped,
}: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { data: rooms = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const { data: free } = useQuery(
    query.bookings.free.queryOptions({
      input:
        open && span.startsAt < span.endsAt
          ? { kind: 'room', startsAt: span.startsAt, endsAt: span.endsAt, headcount, itemId, equipment }
          : skipToken,
    }),
  )
  const nameOf = (id: string | null) => {
    const room = rooms.find(each => each.id === id)
    return room ? named(room, language) : ''
  }
  const saved = nameOf(roomId) || place
  const [typed, setTyped] = useState(saved)
  useEffect(() => setTyped(saved), [saved])

  const [picking, setPicking] = useState(false)
  const commit = () => {
    const text = typed.trim()
    if (text !== saved) onChange(placeTyped(text, rooms))
  }
  const order = free ?? rooms.map(room => ({ resourceId: room.id, free: true, findings: [], takenBy: '' }))
  const wanted = typed === saved ? '' : typed.trim().toLowerCase()
  const take = (id: string) => {
    setTyped(nameOf(id))
    setPicking(false)
    onChange({ roomId: id, place: '' })
  }
  return (
    <>
      <AutoComplete
        autoFocus={autoFocus}
        value={typed}
        open={open}
        onOpenChange={setOpen}
        aria-label={label}
        placeholder={t('itinerary.placeHint')}
        popupMatchSelectWidth={320}
        popupRender={menu => (
          <>
            {menu}
            {rooms.length > 0 && (
              <Button
                type="link"
                size="small"
                icon={<ColumnWidthOutlined />}
                data-pick-room
                onMouseDown={event => event.preventDefault()}
                onClick={() => {
                  setOpen(false)
                  setPicking(true)
                }}
              >
                {t('picker.open')}
              </Button>
            )}
          </>
        )}
        defaultActiveFirstOption={false}
        {...(invalid ? { status: 'error' as const } : {})}
        onChange={value => {
          const text = rooms.find(room => room.id === value) ? nameOf(value) : value
          setTyped(text)
          onTyped?.(text)
        }}
        onSelect={(id: string) => {
          setTyped(nameOf(id))
          onChange({ roomId: id, place: '' })
          setOpen(false)
        }}
        onBlur={commit}
        options={order
          .map(each => ({ ...each, room: rooms.find(room => room.id === each.resourceId) }))
          .filter(each => each.room && `${each.room.name} ${each.room.latinName}`.toLowerCase().includes(wanted))
          .map(each => ({
            value: each.resourceId,
            label: (
              <span
                style={{ display: 'flex', gap: 8 }}
                title={each.findings.map(finding => findingSentence(each.room?.name ?? '', finding, t)).join('\n')}
              >
                <strong style={each.free ? {} : { color: 'var(--ink-soft)', fontWeight: 400 }}>
                  {nameOf(each.resourceId)}
                </strong>
                <span className="soft">
                  {each.room?.capacity !== null && t('conflict.seats', { count: each.room?.capacity ?? 0 })}
                </span>
                <span style={{ flex: 1 }} />
                <span className={each.free && each.findings.length === 0 ? 'soft' : 'finding'}>
                  {each.free
                    ? [t('itinerary.free'), findingWords(each.findings, t)].filter(Boolean).join(' · ')
                    : t('itinerary.takenBy', { title: each.takenBy })}
                </span>
              </span>
            ),
          }))}
      />
      {picking && (
        <RoomPicker
          span={{ startsAt: span.startsAt, endsAt: span.endsAt }}
          visitId={visitId}
          itemId={itemId}
          headcount={headcount}
          equipment={equipment}
          onTake={take}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  )
}
