import { useQuery } from '@tanstack/react-query'
import { Checkbox, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf, findingSentence, spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'

/** Rooms for every stop that has none, at once: seen with the reason of each, then booked all or not at all. */
export function RoomsProposal({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: proposal } = useQuery({
    ...query.bookings.proposeRooms.queryOptions({ input: { visitId } }),
    // What was booked since it was last looked at counts.
    staleTime: 0,
  })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const wanted = (proposal ?? []).flatMap(each =>
    each.resourceId && !left.has(each.itemId) ? [{ itemId: each.itemId, resourceId: each.resourceId }] : [],
  )
  const book = async () => {
    const done = await act(() => client.bookings.takeRooms({ visitId, places: wanted }), {
      done: ({ booked }) => t('proposal.booked', { count: booked }),
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={780}
      title={t('proposal.title')}
      okText={t('proposal.book', { count: wanted.length })}
      okButtonProps={{ disabled: wanted.length === 0, autoFocus: true }}
      cancelText={t('common.cancel')}
      onOk={() => void book()}
      onCancel={onClose}
    >
      {!proposal && <Skeleton active />}
      {proposal?.length === 0 && <p>{t('proposal.none')}</p>}
      {proposal && proposal.length > 0 && (
        <ul className="proposal">
          {proposal.map(each => (
            <li key={each.itemId}>
              <Checkbox
                aria-label={each.content || t(`itemKind.${each.kind}`)}
                disabled={each.resourceId === null}
                checked={each.resourceId !== null && !left.has(each.itemId)}
                onChange={event => {
                  const next = new Set(left)
                  if (event.target.checked) next.delete(each.itemId)
                  else next.add(each.itemId)
                  setLeft(next)
                }}
              />
              <span className="numeric soft">{spanText(each.startsAt, each.endsAt)}</span>
              <span>
                {each.content || t(`itemKind.${each.kind}`)}
                {each.headcount !== null && (
                  <span className="soft"> {t('timeline.heads', { count: each.headcount })}</span>
                )}
              </span>
              {each.resourceId ? (
                <span>
                  <strong>{each.resourceName}</strong> <span className="soft">{t(`proposal.why.${each.why}`)}</span>
                  {each.findings.map(finding => (
                    <span key={finding.code} className="finding">
                      {' '}
                      {findingSentence(each.resourceName, finding, t)}
                    </span>
                  ))}
                </span>
              ) : (
                <span className="finding">{t(`proposal.why.${each.why}`)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <ConflictNotice conflicts={refused} onDismiss={() => setRefused([])} />
    </Modal>
  )
}
