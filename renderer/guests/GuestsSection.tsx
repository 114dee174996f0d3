import { DeleteOutlined, ImportOutlined, PrinterOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Checkbox, Input, type InputRef, Skeleton } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Guest, guestFields, type NewGuest } from '../../shared/contract/guests.ts'
import { longest } from '../../shared/contract/longest.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { requestOf, useChoice } from '../print/choices.ts'
import { usePrinting } from '../print/usePrinting.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { GuestDrawer } from './GuestDrawer.tsx'
import { GuestRow } from './GuestRow.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { KnownGuest } from './KnownGuest.tsx'
import './guests.css'

/** The delegation in order of precedence: typed into directly, dragged or moved by Alt+arrows, imported from what people send. */
export function GuestsSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const navigate = useNavigate()
  const choosing = useChoice()
  const { printStraight } = usePrinting()
  const { data: guests } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [importing, setImporting] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const [drag, setDrag] = useState<{ id: string; over: number | null }>({ id: '', over: null })
  const [announced, setAnnounced] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: guests?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 37,
    overscan: 4,
    initialRect: { width: 1000, height: 600 },
  })
  if (!guests) return <Skeleton active style={{ padding: 24 }} />

  const move = async (guest: Guest, to: number) => {
    if (to < 0 || to >= guests.length) return
    const done = await act(() => client.guests.reorder({ id: guest.id, to }))
    if (!done) return
    setAnnounced(t('guests.movedTo', { name: guest.name, place: to + 1 }))
    virtual.scrollToIndex(to)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-guest="${guest.id}"] .handle`)?.focus())
  }
  const remove = async (ids: string[]) => {
    const names = guests.filter(guest => ids.includes(guest.id)).map(guest => guest.name)
    const done = await act(() => client.guests.remove({ ids }), {
      done:
        names.length === 1
          ? t('guests.removedOne', { name: names[0] })
          : t('guests.removedMany', { count: names.length }),
    })
    if (done) setChosen(new Set())
  }
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  /** Straight to the badge printer where one was chosen, else to the preview. */
  const printBadge = (id: string, name: string) => {
    const paper = requestOf(visit.id, 'badges', choosing, { guests: [id] })
    if (printStraight([paper], choosing, `${t('documents.badges')} ${name}`)) return
    void navigate({ to: '/print', search: { visit: visit.id, kind: 'badges', guests: id } })
  }
  const some = [...chosen].filter(id => guests.some(guest => guest.id === id))
  const openedGuest = guests.find(guest => guest.id === opened)

  return (
    <div className="guests">
      <div className="guests-tools">
        <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
          {t('guests.import')}
        </Button>
        {guests.length > 0 && (
          <Button
            icon={<PrinterOutlined />}
            onClick={() =>
              void navigate({
                to: '/print',
                search: { visit: visit.id, kind: 'badges', ...(some.length > 0 ? { guests: some.join(',') } : {}) },
              })
            }
          >
            {some.length > 0 ? t('guests.printSome', { count: some.length }) : t('guests.printAll')}
          </Button>
        )}
        {some.length > 0 && (
          <Button danger icon={<DeleteOutlined />} onClick={() => void remove(some)}>
            {t('guests.removeSome', { count: some.length })}
          </Button>
        )}
        <span style={{ flex: 1 }} />
        <span className="soft">{t('guests.keys')}</span>
      </div>
      {guests.length === 0 && (
        <EmptyState title={t('guests.none')} text={t('guests.noneText')}>
          <Button type="primary" icon={<ImportOutlined />} onClick={() => setImporting(true)}>
            {t('guests.import')}
          </Button>
        </EmptyState>
      )}
      <div className="guests-scroll" ref={scroller} style={guests.length === 0 ? { display: 'none' } : {}}>
        <div className="grid-head guests-grid">
          <Checkbox
            aria-label={t('guests.chooseAll')}
            checked={some.length === guests.length && guests.length > 0}
            indeterminate={some.length > 0 && some.length < guests.length}
            onChange={event => setChosen(event.target.checked ? new Set(guests.map(guest => guest.id)) : new Set())}
          />
          <span>#</span>
          {(['name', 'latinName', 'title', 'organization', 'gender', 'phone', 'diet'] as const).map(field => (
            <span key={field}>{t(`fields.${field}`)}</span>
          ))}
          <span>{t('fields.isHead')}</span>
          <span>{t('fields.badge')}</span>
          <span />
        </div>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(place => {
            const guest = guests[place.index]
            if (!guest) return null
            return (
              <div
                key={guest.id}
                data-guest={guest.id}
                style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${place.start}px)` }}
              >
                <GuestRow
                  guest={guest}
                  index={place.index}
                  chosen={chosen.has(guest.id)}
                  mark={drag.id === guest.id ? 'dragged' : drag.over === place.index ? 'drop-before' : ''}
                  onChoose={on => choose(guest.id, on)}
                  onOpen={() => setOpened(guest.id)}
                  onPrint={() => printBadge(guest.id, guest.name)}
                  onRemove={() => void remove([guest.id])}
                  onMove={by => void move(guest, place.index + by)}
                  onDragStart={() => setDrag({ id: guest.id, over: null })}
                  onDragOver={() => setDrag(current => ({ ...current, over: place.index }))}
                  onDrop={() => {
                    const dragged = guests.findIndex(each => each.id === drag.id)
                    const source = guests[dragged]
                    setDrag({ id: '', over: null })
                    if (source) void move(source, place.index)
                  }}
                  onDragEnd={() => setDrag({ id: '', over: null })}
                />
              </div>
            )
          })}
        </div>
      </div>
      <AddGuest visit={visit} onAdded={() => virtual.scrollToIndex(guests.length)} />
      <div className="visually-hidden" aria-live="polite">
        {announced}
      </div>
      <ImportDialog open={importing} visit={visit} present={guests} onClose={() => setImporting(false)} />
      {openedGuest && <GuestDrawer key={openedGuest.id} guest={openedGuest} onClose={() => setOpened(null)} />}
    </div>
  )
}

/** The line that adds: name, title, organization, phone; Enter saves and begins the next. Who has been here before is recognised. */
function AddGuest({ visit, onAdded }: { visit: Visit; onAdded: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const first = useRef<InputRef>(null)
  useFirstFocus(first)
  const empty = { name: '', title: '', organization: visit.organization, phone: '' }
  const [draft, setDraft] = useState(empty)
  const asked = useDeferredValue(draft)
  const { data: known = [] } = useQuery({
    ...query.needs.knownGuests.queryOptions({
      input: { visitId: visit.id, name: asked.name.trim(), phone: asked.phone.trim() },
    }),
    enabled: [...asked.name.trim()].length > 1 || asked.phone.trim().length > 6,
    placeholderData: keepPreviousData,
  })
  const add = async (guest: NewGuest) => {
    if (guest.name.trim() === '') return
    const added = await act(() =>
      client.guests.add({ visitId: visit.id, guest: { ...guest, name: guest.name.trim() } }),
    )
    if (!added) return
    setDraft({ ...empty, organization: draft.organization })
    first.current?.focus()
    onAdded()
  }
  const met = draft.name.trim() === '' ? [] : known
  return (
    <form
      className="guests-add"
      onSubmit={event => {
        event.preventDefault()
        void add(draft)
      }}
    >
      {met.slice(0, 2).map(guest => (
        <KnownGuest key={guest.id} known={guest} draft={draft} onTake={merged => void add(merged)} />
      ))}
      {(['name', 'title', 'organization', 'phone'] as const).map(field => (
        <Input
          key={field}
          {...(field === 'name' ? { ref: first } : {})}
          value={draft[field]}
          maxLength={longest(guestFields.shape.name)}
          placeholder={field === 'name' ? t('guests.addName') : t(`fields.${field}`)}
          aria-label={t('guests.addField', { field: t(`fields.${field}`) })}
          onChange={event => setDraft({ ...draft, [field]: event.target.value })}
        />
      ))}
      <Button htmlType="submit" disabled={draft.name.trim() === ''}>
        {t('guests.add')} <span className="kbd">Enter</span>
      </Button>
    </form>
  )
}
