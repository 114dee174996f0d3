import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../shared/contract/bookings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { addMinutes, at, clockOf, dayOf, type Span } from '../../shared/domain/time.ts'
import { client, query } from '../app/client.ts'
import { conflictsOf, findingSentence } from '../app/sentences.ts'
import { useAct } from '../app/useAct.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'

interface Draft extends Span {
  resourceId: string
  title: string
  headcount: number | null
  organizer: string
  notes: string
}

interface Props {
  kind: 'room' | 'vehicle' | 'person'
  /** A new booking for a resource and span, or one that is there. */
  target: { booking: Booking } | { resourceId: string; span: Span } | null
  onClose: () => void
}

/** Books a room or vehicle on its own, or shows what holds it; a visit's booking leads to its visit. */
export function BookingDialog({ kind, target, onClose }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: resources = [] } = useQuery(query.resources.list.queryOptions({ input: { kind } }))
  const [draft, setDraft] = useState<Draft | null>(null)
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const existing = target && 'booking' in target ? target.booking : null

  useEffect(() => {
    setRefused([])
    if (!target) setDraft(null)
    else if ('booking' in target) setDraft({ ...target.booking })
    else
      setDraft({ ...target.span, resourceId: target.resourceId, title: '', headcount: null, organizer: '', notes: '' })
  }, [target])

  if (!draft) return null
  const set = (patch: Partial<Draft>) => {
    setRefused([])
    setDraft({ ...draft, ...patch })
  }
  const save = async (wanted: Draft) => {
    const { resourceId: resource, title, startsAt, endsAt, headcount, organizer, notes } = wanted
    const patch = {
      resourceId: resource,
      startsAt,
      endsAt,
      headcount,
      organizer,
      notes,
      ...(existing?.itemId ? {} : { title: title.trim() }),
    }
    const saved = await act(
      () =>
        existing
          ? client.bookings.update({ id: existing.id, revision: existing.revision, patch })
          : client.bookings.create({ ...patch, title: title.trim() }),
      {
        done: ({ warnings }) =>
          [
            t(existing ? 'bookings.changed' : 'bookings.made'),
            ...warnings.map(each => findingSentence(nameOf(resource), each, t)),
          ].join(' '),
        refused: error => {
          setRefused(conflictsOf(error))
          return conflictsOf(error).length > 0
        },
      },
    )
    if (saved) onClose()
  }
  const nameOf = (id: string) => resources.find(each => each.id === id)?.name ?? ''
  const cancel = async () => {
    if (!existing) return
    if (
      await act(() => client.bookings.cancel({ id: existing.id }), {
        done: t('bookings.cancelled', { title: existing.title }),
      })
    )
      onClose()
  }
  const day = dayOf(draft.startsAt)
  const ready = existing?.itemId ? true : draft.title.trim() !== ''
  return (
    <Modal
      open
      onCancel={onClose}
      title={existing ? existing.title : t('bookings.new', { resource: nameOf(draft.resourceId) })}
      width={560}
      footer={[
        existing && (
          <Button key="cancel" danger onClick={() => void cancel()} style={{ float: 'left' }}>
            {t('bookings.release')}
          </Button>
        ),
        <Button key="close" onClick={onClose}>
          {t('common.close')}
        </Button>,
        <Button key="save" type="primary" disabled={!ready} onClick={() => void save(draft)}>
          {t(existing ? 'common.save' : 'bookings.book')}
        </Button>,
      ]}
    >
      <form
        className="form-grid booking-form"
        onSubmit={event => {
          event.preventDefault()
          if (ready) void save(draft)
        }}
      >
        {existing?.visitId ? (
          <p className="wide">
            {t('bookings.ofVisit')}{' '}
            <Link to="/visits/$visitId/$section" params={{ visitId: existing.visitId, section: 'itinerary' }}>
              {existing.title}
            </Link>
          </p>
        ) : (
          <Field label={t('bookings.title')} className="wide">
            {id => (
              <Input
                id={id}
                autoFocus
                value={draft.title}
                maxLength={120}
                placeholder={t('bookings.titleHint')}
                onChange={event => set({ title: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label={t(`resourceKind.${kind}`)} className="wide">
          {id => (
            <Select
              id={id}
              value={draft.resourceId}
              onChange={value => set({ resourceId: value })}
              options={resources.map(each => ({ value: each.id, label: each.name }))}
            />
          )}
        </Field>
        <div className="wide" style={{ display: 'grid', gridTemplateColumns: '2fr 1fr 1fr', gap: 12 }}>
          <div className="field">
            <span className="soft">{t('fields.day')}</span>
            <DayInput
              label={t('fields.day')}
              value={day}
              onChange={next =>
                set({ startsAt: at(next, clockOf(draft.startsAt)), endsAt: at(next, clockOf(draft.endsAt)) })
              }
            />
          </div>
          <div className="field">
            <span className="soft">{t('fields.start')}</span>
            <ClockInput
              label={t('fields.start')}
              value={clockOf(draft.startsAt)}
              onChange={clock => {
                const startsAt = at(day, clock)
                set({ startsAt, endsAt: draft.endsAt > startsAt ? draft.endsAt : addMinutes(startsAt, 60) })
              }}
            />
          </div>
          <div className="field">
            <span className="soft">{t('fields.end')}</span>
            <ClockInput
              label={t('fields.end')}
              value={clockOf(draft.endsAt)}
              onChange={clock =>
                set({ endsAt: at(day, clock) > draft.startsAt ? at(day, clock) : addMinutes(at(day, clock), 1440) })
              }
            />
          </div>
        </div>
        <Field label={t('fields.headcount')}>
          {id => (
            <InputNumber
              id={id}
              min={1}
              max={5000}
              style={{ width: '100%' }}
              value={draft.headcount}
              onChange={headcount => set({ headcount })}
            />
          )}
        </Field>
        <Field label={t('fields.organizer')}>
          {id => (
            <Input
              id={id}
              value={draft.organizer}
              maxLength={80}
              onChange={event => set({ organizer: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('fields.notes')} className="wide">
          {id => (
            <Input.TextArea
              id={id}
              value={draft.notes}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={event => set({ notes: event.target.value })}
            />
          )}
        </Field>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      <div style={{ marginTop: 12 }}>
        <ConflictNotice
          conflicts={refused}
          onTakeResource={(_, taken) => void save({ ...draft, resourceId: taken })}
          onTakeTime={(_, span) => void save({ ...draft, ...span })}
        />
      </div>
    </Modal>
  )
}
