import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanVersion } from '../../shared/contract/approvals.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { Record } from './RecordDecision.tsx'

/** The step that waits: decided here by whom it concerns, written down after paper or phone, or withdrawn. */
export function Decide({ visit, version }: { visit: Visit; version: PlanVersion }) {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const { modal } = App.useApp()
  const [comment, setComment] = useState('')
  const [recording, setRecording] = useState(false)
  const step = version.waitsFor ?? 0
  const title = version.chain[step]?.title ?? ''
  const decide = (verdict: 'approved' | 'sent_back') =>
    act(() => client.approvals.decide({ versionId: version.id, step, verdict, comment: comment.trim() }), {
      done: ({ visit: after }) =>
        t(
          verdict === 'sent_back'
            ? 'approval.sentBack'
            : after.status === 'approved'
              ? 'approval.approved'
              : 'approval.next',
        ),
    })
  // None of these can be undone, so each says what follows and waits for a word.
  const approve = () =>
    modal.confirm({
      title: t('approval.approveQuestion', { number: version.number }),
      content: t('approval.approveFollows'),
      okText: t('approval.approve'),
      cancelText: t('common.cancel'),
      onOk: () => decide('approved'),
    })
  const withdraw = () =>
    modal.confirm({
      title: t('approval.withdrawQuestion', { number: version.number }),
      content: t('approval.withdrawFollows'),
      okText: t('approval.withdraw'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => act(() => client.approvals.withdraw({ visitId: visit.id }), { done: t('approval.withdrawn') }),
    })
  return (
    <div className="notice decide">
      <p>
        <strong>{t('approval.waitsFor', { number: version.number, step: title })}</strong>
      </p>
      {version.mayDecide && (
        <>
          <Input.TextArea
            value={comment}
            maxLength={1000}
            autoSize={{ minRows: 2 }}
            aria-label={t('approval.comment')}
            placeholder={t('approval.comment')}
            onChange={event => setComment(event.target.value)}
          />
          <div className="choices">
            <Button type="primary" onClick={approve}>
              {t('approval.approve')}
            </Button>
            <Button
              disabled={comment.trim() === ''}
              title={comment.trim() === '' ? t('errors.notAllowed.reasonMissing') : ''}
              onClick={() => void decide('sent_back')}
            >
              {t('approval.sendBack')}
            </Button>
          </div>
        </>
      )}
      {may('submit') && (
        <div className="choices submitter">
          <span className="label">{t('approval.ofSubmitter', { name: version.submittedBy })}</span>
          <Button size="small" onClick={() => setRecording(true)}>
            {t('approval.record')}
          </Button>
          <Button size="small" onClick={withdraw}>
            {t('approval.withdraw')}
          </Button>
        </div>
      )}
      {recording && <Record version={version} step={step} onClose={() => setRecording(false)} />}
    </div>
  )
}
