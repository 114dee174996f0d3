import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import type { VisitStatus } from '../../shared/domain/visit.ts'
import { query } from '../base/client.ts'
import { useTitle } from '../base/language.ts'
import { Field } from '../ui/Field.tsx'

/** Steps that release, close or un-approve: each is asked about, with what follows from it. */
const ASKED: readonly VisitStatus[] = ['cancelled', 'completed', 'archived']

/** Is this step taken only after a question? Back to planning is one where it takes an approval away. */
export const isAsked = (visit: Visit, to: VisitStatus): boolean =>
  ASKED.includes(to) || (to === 'planning' && visit.status === 'approved')

interface Props {
  visit: Visit
  to: VisitStatus
  onTake: (comment: string) => Promise<boolean>
  onClose: () => void
}

/** Asks before a step that has consequences: what follows, counted, and why, where nothing else remembers it. */
export function StepDialog({ visit, to, onTake, onClose }: Props) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const [comment, setComment] = useState('')
  const [taking, setTaking] = useState(false)
  const { data: follows } = useQuery(query.visits.following.queryOptions({ input: { id: visit.id } }))
  const { data: state } = useQuery(query.office.state.queryOptions())
  // A cancelled visit is remembered by its reason, and so is a plan that was approved.
  const wantsReason = to === 'cancelled' || to === 'planning'
  const lines = follows
    ? [
        to === 'cancelled' && follows.bookings > 0 && t('visits.follows.bookings', { count: follows.bookings }),
        to === 'cancelled' && follows.supplies > 0 && t('visits.follows.supplies', { count: follows.supplies }),
        wantsReason && follows.papers > 0 && t('visits.follows.papers', { count: follows.papers }),
        to === 'planning' && t('visits.follows.approval'),
        to === 'completed' && state && state.today < visit.endsOn && t('visits.follows.early', { day: visit.endsOn }),
        (to === 'completed' || to === 'archived') &&
          follows.tasks > 0 &&
          t('visits.follows.tasks', { count: follows.tasks }),
        to === 'archived' && t('visits.follows.readOnly'),
      ].filter(line => typeof line === 'string')
    : []
  const mayTake = follows !== undefined && !taking && (!wantsReason || comment.trim() !== '')
  const take = async () => {
    setTaking(true)
    if (await onTake(comment.trim())) onClose()
    setTaking(false)
  }
  return (
    <Modal
      open
      title={t(`visits.ask.${to}`, { title: titleOf(visit) })}
      okText={t(`visits.step.${to}`)}
      cancelText={t('visits.ask.keep')}
      okButtonProps={{
        danger: to === 'cancelled',
        disabled: !mayTake,
      }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      {lines.length > 0 && (
        <ul className="follows">
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {wantsReason && (
        <Field label={t('visits.ask.reason')}>
          {id => (
            <Input.TextArea
              id={id}
              autoFocus
              value={comment}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 5 }}
              placeholder={t(`visits.ask.example.${to}`)}
              onChange={event => setComment(event.target.value)}
              onKeyDown={event => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && mayTake) void take()
              }}
            />
          )}
        </Field>
      )}
    </Modal>
  )
}
