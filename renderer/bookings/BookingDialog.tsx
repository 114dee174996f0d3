import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AutoComplete, Button, Checkbox, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '../../shared/contract/bookings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { ruleText } from '../../shared/domain/booking/recurrence.ts'
import { addDays, addMinutes, at, clockOf, dayOf, endAt, type Span } from '../../shared/domain/time.ts'
import { SETUP_STYLES } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf, findingSentence } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import { type BookingDraft, type BookingTarget, draftOf, patchOf } from './bookingDraft.ts'
import { LoanFields } from './LoanFields.tsx'
import { type RepeatDraft, RepeatFields } from './RepeatFields.tsx'
import { ScopeDialog } from './ScopeDialog.tsx'
import './bookings.css'

interface Props {
  kind: 'room' | 'vehicle' | 'person'
  target: BookingTarget | null
  onClose: () => void
  /** Told the act that was done, so that a page can undo it. */
}

/** Books a resource on its own, once or again and again, or shows what holds it; a visit's booking leads to its visit. */
export function BookingDialog({ kind, target, onClose }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: resources = [] } = useQuery(query.resources.list.queryOptions({ input: { kind } }))
  const { data: state } = useQuery(query.office.state.queryOptions())
  const [draft, setDraft] = useState<BookingDraft | null>(null)
  const [repeat, setRepeat] = useState<RepeatDraft | null>(null)
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const [asking, setAsking] = useState<((scope: Scope) => void) | null>(null)
  const existing = target && 'booking' in target ? target.booking : null

  useEffect(() => {
    setRefused([])
    setRepeat(null)
    setAsking(null)
    setDraft(target ? draftOf(target) : null)
  }, [target])

  if (!draft || !target) return null
  const set = (patch: Partial<BookingDraft>) => {
    setRefused([])
    setDraft({ ...draft, ...patch })
  }
  const nameOf = (id: string) => resources.find(each => each.id === id)?.name ?? ''
  const resource = resources.find(each => each.id === draft.resourceId)
  const refuses = (error: unknown) => {
    setRefused(conflictsOf(error))
    return conflictsOf(error).length > 0
  }
  const finish = (answer: { actId: string } | undefined) => {
    if (!answer) return
    onClose()
  }
  const save = async (wanted: BookingDraft, scope: Scope = 'one') => {
    const patch = patchOf(wanted)
    if (!existing && repeat) {
      const { rule, except, onConflict } = repeat
      const series = { ...patch, rrule: ruleText(rule, dayOf(wanted.startsAt)), except, onConflict }
      finish(
        await act(() => client.bookings.createSeries(series), {
          done: ({ made, moved, skipped }) => t('series.made', { made, moved, skipped: skipped.length }),
          refused: refuses,
        }),
      )
      return
    }
    finish(
      await act(
        () =>
          existing
            ? client.bookings.update({
                id: existing.id,
                revision: existing.revision,
                scope,
                patch: {
                  ...patch,
                  ...(existing.itemId ? {} : { title: wanted.title.trim() }),
                  mileageOut: wanted.mileageOut,
                  mileageIn: wanted.mileageIn,
                  noShow: wanted.noShow,
                },
              })
            : client.bookings.create(patch),
        {
          done: ({ warnings }) =>
            [
              t(existing ? 'bookings.changed' : 'bookings.made'),
              ...warnings.map(each => findingSentence(nameOf(wanted.resourceId), each, t)),
            ].join(' '),
          refused: refuses,
        },
      ),
    )
  }
  const submit = (wanted: BookingDraft) => {
    if (existing?.seriesId) setAsking(() => (scope: Scope) => void save(wanted, scope))
    else void save(wanted)
  }
  const release = async (scope: Scope = 'one') => {
    if (!existing) return
    finish(
      await act(() => client.bookings.cancel({ id: existing.id, scope }), {
        done: ({ cancelled }) => t('bookings.cancelled', { title: existing.title, count: cancelled }),
      }),
    )
  }
  const day = dayOf(draft.startsAt)
  const ready = existing?.itemId || draft.title.trim() !== ''
  const over = state !== undefined && draft.startsAt <= state.now
  return (
    <Modal
      open
      onCancel={onClose}
      title={existing ? existing.title : t('bookings.new', { resource: nameOf(draft.resourceId) })}
      width={760}
      footer={[
        existing && (
          <Button
            key="cancel"
            danger
            style={{ float: 'left' }}
            onClick={() =>
              existing.seriesId ? setAsking(() => (scope: Scope) => void release(scope)) : void release()
            }
          >
            {t('bookings.release')}
          </Button>
        ),
        <Button key="close" onClick={onClose}>
          {t('common.close')}
        </Button>,
        <Button key="save" type="primary" disabled={!ready} onClick={() => submit(draft)}>
          {t(existing ? 'common.save' : 'bookings.book')}
        </Button>,
      ]}
    >
      <form
        className="booking-form"
        onSubmit={event => {
          event.preventDefault()
          if (ready) submit(draft)
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
        <Field label={t(`resourceKind.${kind}`)}>
          {id => (
            <Select
              id={id}
              showSearch
              optionFilterProp="label"
              value={draft.resourceId}
              onChange={value => set({ resourceId: value })}
              options={resources.map(each => ({ value: each.id, label: each.name }))}
            />
          )}
        </Field>
        <div className="booking-when">
          <div className="field">
            <span className="soft">{t('fields.day')}</span>
            <DayInput
              label={t('fields.day')}
              value={day}
              onChange={next => set({ startsAt: at(next, clockOf(draft.startsAt)), endsAt: endOn(next, draft) })}
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
              onSpan={(start, end, nextDay) =>
                set({ startsAt: at(day, start), endsAt: endAt(at(day, start), end, nextDay) })
              }
            />
          </div>
          <div className="field">
            <span className="soft">{t('fields.end')}</span>
            <ClockInput
              label={t('fields.end')}
              value={clockOf(draft.endsAt)}
              after={clockOf(draft.startsAt)}
              ends="span"
              onChange={(clock, nextDay) => set({ endsAt: endAt(draft.startsAt, clock, nextDay) })}
            />
          </div>
        </div>
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
        <div className="booking-pair">
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
          {kind === 'room' && (
            <Field label={t('fields.setupStyle')}>
              {id => (
                <Select
                  id={id}
                  value={draft.setupStyle}
                  onChange={setupStyle => set({ setupStyle })}
                  options={SETUP_STYLES.map(style => ({ value: style, label: t(`setupStyle.${style || 'none'}`) }))}
                />
              )}
            </Field>
          )}
        </div>
        <Field label={t('bookings.purpose')}>
          {id => (
            <Input
              id={id}
              value={draft.purpose}
              maxLength={200}
              onChange={event => set({ purpose: event.target.value })}
            />
          )}
        </Field>
        {kind === 'room' && (
          <Field label={t('fields.equipment')}>
            {id => (
              <Select
                id={id}
                mode="tags"
                maxTagCount="responsive"
                value={draft.equipment}
                tokenSeparators={[',', '，', '、']}
                onChange={equipment => set({ equipment })}
                options={[...new Set(resources.flatMap(each => each.equipment))].map(thing => ({
                  value: thing,
                  label: thing,
                }))}
              />
            )}
          </Field>
        )}
        {kind === 'vehicle' && (
          <div className="booking-pair">
            {(['fromPlace', 'toPlace'] as const).map(field => (
              <Field key={field} label={t(`fields.${field}`)}>
                {id => <PlaceField id={id} value={draft[field]} onChange={value => set({ [field]: value })} />}
              </Field>
            ))}
          </div>
        )}
        {kind === 'vehicle' && existing && (
          <div className="booking-pair">
            {(['mileageOut', 'mileageIn'] as const).map(field => (
              <Field key={field} label={t(`fields.${field}`)}>
                {id => (
                  <InputNumber
                    id={id}
                    min={0}
                    max={9_999_999}
                    suffix="km"
                    style={{ width: '100%' }}
                    value={draft[field]}
                    onChange={value => set({ [field]: value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
        {kind === 'room' && !existing?.itemId && (
          <LoanFields
            span={draft}
            bookingId={existing?.id ?? null}
            loans={draft.loans}
            onChange={loans => set({ loans })}
          />
        )}
        {!existing?.itemId && (
          <div className="wide booking-hold">
            <Segmented
              aria-label={t('fields.status')}
              value={draft.status}
              onChange={status =>
                set({
                  status,
                  expiresAt: status === 'tentative' && state ? at(addDays(state.today, 1), '18:00') : null,
                })
              }
              options={(['confirmed', 'tentative'] as const).map(status => ({
                value: status,
                label: t(`bookingStatus.${status}`),
              }))}
            />
            {draft.status === 'tentative' && (
              <>
                <Checkbox
                  checked={draft.expiresAt !== null}
                  onChange={event =>
                    set({ expiresAt: event.target.checked && state ? at(addDays(state.today, 1), '18:00') : null })
                  }
                >
                  {t('bookings.releaseAt')}
                </Checkbox>
                {draft.expiresAt !== null && (
                  <>
                    <div style={{ width: 130 }}>
                      <DayInput
                        label={t('bookings.releaseDay')}
                        value={dayOf(draft.expiresAt)}
                        onChange={next => set({ expiresAt: at(next, clockOf(draft.expiresAt ?? '')) })}
                      />
                    </div>
                    <div style={{ width: 80 }}>
                      <ClockInput
                        label={t('bookings.releaseTime')}
                        value={clockOf(draft.expiresAt)}
                        onChange={clock => set({ expiresAt: at(dayOf(draft.expiresAt ?? ''), clock) })}
                      />
                    </div>
                  </>
                )}
              </>
            )}
            {existing && over && (
              <Checkbox checked={draft.noShow} onChange={event => set({ noShow: event.target.checked })}>
                {t('bookings.noShow')}
              </Checkbox>
            )}
          </div>
        )}
        <Field label={t('fields.notes')} className="wide">
          {id => (
            <Input.TextArea
              id={id}
              value={draft.notes}
              autoSize={{ minRows: 1, maxRows: 4 }}
              onChange={event => set({ notes: event.target.value })}
            />
          )}
        </Field>
        {!existing && (
          <RepeatFields
            repeat={repeat}
            draft={draft}
            onChange={next => {
              setRefused([])
              setRepeat(next)
            }}
          />
        )}
        {existing && existing.rrule !== '' && <p className="wide soft">{t('series.partOf')}</p>}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      <div style={{ marginTop: 12 }}>
        <ConflictNotice
          conflicts={refused}
          onTakeResource={(_, taken) => void save({ ...draft, resourceId: taken })}
          onTakeTime={(_, span) => void save({ ...draft, ...span })}
        />
      </div>
      {resource && resource.bookedBy !== 'front_desk' && (
        <p className="soft">{t('bookings.bookedBy', { role: t(`role.${resource.bookedBy}`) })}</p>
      )}
      {asking && (
        <ScopeDialog
          text={t('series.which')}
          onChoose={scope => {
            setAsking(null)
            asking(scope)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Modal>
  )
}

/** The same length on another day. */
const endOn = (day: string, draft: Span): string => {
  const nights = dayOf(draft.endsAt) === dayOf(draft.startsAt) ? 0 : 1
  return at(addDays(day, nights), clockOf(draft.endsAt))
}

/** A place of a trip: one whose travel time is known, or any other. */
function PlaceField({ id, value, onChange }: { id: string; value: string; onChange: (place: string) => void }) {
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const places = [...new Set((settings?.travel ?? []).flatMap(each => [each.fromPlace, each.toPlace]))]
  return (
    <AutoComplete
      id={id}
      value={value}
      maxLength={80}
      onChange={onChange}
      options={places.filter(place => place.includes(value)).map(place => ({ value: place }))}
    />
  )
}
