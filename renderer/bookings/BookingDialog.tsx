import { Link } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { bookingFields } from '../../shared/contract/bookings.ts'
import { longest } from '../../shared/contract/longest.ts'
import type { ResourceKind } from '../../shared/domain/visit.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { Field } from '../ui/Field.tsx'
import { BookingFields } from './BookingFields.tsx'
import type { BookingTarget } from './bookingDraft.ts'
import { RepeatFields } from './RepeatFields.tsx'
import { ScopeDialog } from './ScopeDialog.tsx'
import { useBooking } from './useBooking.ts'
import './bookings.css'

interface Props {
  kind: ResourceKind
  target: BookingTarget | null
  onClose: () => void
  /** Told the act that was done, so that a page can undo it. */
}

/** Books a resource on its own, once or again and again, or shows what holds it; a visit's booking leads to its visit. */
export function BookingDialog({ kind, target, onClose }: Props) {
  const { t } = useTranslation()
  const booking = useBooking({ kind, target, onClose })
  const { resources, state, draft, set, existing, refused, asking } = booking
  if (!draft || !target) return null
  const { nameOf, save, submit, askRelease, repeat, changeRepeat, setAsking } = booking
  const resource = resources.find(each => each.id === draft.resourceId)
  const ready = existing?.itemId || draft.title.trim() !== ''
  return (
    <Modal
      open
      onCancel={onClose}
      title={existing ? existing.title : t('bookings.new', { resource: nameOf(draft.resourceId) })}
      width={760}
      footer={[
        existing && (
          <Button key="cancel" danger style={{ float: 'left' }} onClick={askRelease}>
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
          <p className="wide of-visit">
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
                maxLength={longest(bookingFields.shape.title)}
                placeholder={t('bookings.titleHint')}
                onChange={event => set({ title: event.target.value })}
              />
            )}
          </Field>
        )}
        <BookingFields kind={kind} draft={draft} existing={existing} resources={resources} state={state} set={set} />
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
        {!existing && <RepeatFields repeat={repeat} draft={draft} onChange={changeRepeat} />}
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
