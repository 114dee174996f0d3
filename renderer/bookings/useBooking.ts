import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '../../shared/contract/bookings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { ResourceKind } from '../../shared/contract/resources.ts'
import { ruleText } from '../../shared/domain/booking/recurrence.ts'
import { dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf, findingSentence } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { type BookingDraft, type BookingTarget, draftOf, patchOf } from './bookingDraft.ts'
import type { RepeatDraft } from './RepeatFields.tsx'

interface Options {
  kind: ResourceKind
  target: BookingTarget | null
  /** Called after a booking was made, changed or released. */
  onClose: () => void
}

/**
 * The state of the booking that is being written: its draft, how it repeats, why it was refused, and the question which of a series a
 * change is for. It saves, books a series, and releases.
 */
export function useBooking({ kind, target, onClose }: Options) {
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

  const set = (patch: Partial<BookingDraft>) => {
    setRefused([])
    setDraft(before => before && { ...before, ...patch })
  }
  const changeRepeat = (next: RepeatDraft | null) => {
    setRefused([])
    setRepeat(next)
  }
  const nameOf = (id: string) => resources.find(each => each.id === id)?.name ?? ''
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
  const askRelease = () => {
    if (existing?.seriesId) setAsking(() => (scope: Scope) => void release(scope))
    else void release()
  }
  return {
    resources,
    state,
    draft,
    set,
    repeat,
    changeRepeat,
    refused,
    existing,
    nameOf,
    save,
    submit,
    askRelease,
    asking,
    setAsking,
  }
}
