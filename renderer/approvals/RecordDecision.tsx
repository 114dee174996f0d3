import { UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Segmented, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanVersion } from '../../shared/contract/approvals.ts'
import { at, clockOf, dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'

/** A decision taken on paper or by phone: who, when, and a scan or a note. */
export function Record({ version, step, onClose }: { version: PlanVersion; step: number; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const { data: state } = useQuery(query.office.state.queryOptions())
  const now = state?.now ?? '2000-01-01T00:00'
  const [verdict, setVerdict] = useState<'approved' | 'sent_back'>('approved')
  const [means, setMeans] = useState<'paper' | 'phone'>('paper')
  const [person, setPerson] = useState(version.chain[step]?.accountName ?? '')
  const [decidedAt, setDecidedAt] = useState(now)
  const [comment, setComment] = useState('')
  const [scan, setScan] = useState<File | null>(null)
  const save = async () => {
    const done = await act(
      () =>
        client.approvals.record({
          versionId: version.id,
          step,
          verdict,
          comment: comment.trim(),
          person: person.trim(),
          decidedAt,
          means,
          scan,
        }),
      { done: t('approval.recordedDone') },
    )
    if (done) onClose()
  }
  return (
    <Modal
      open
      title={t('approval.record')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: person.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="form-grid">
        <Field label={t('approval.verdict')}>
          {() => (
            <Segmented
              block
              aria-label={t('approval.verdict')}
              value={verdict}
              onChange={setVerdict}
              options={(['approved', 'sent_back'] as const).map(value => ({ value, label: t(`verdict.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('approval.means')}>
          {() => (
            <Segmented
              block
              aria-label={t('approval.means')}
              value={means}
              onChange={setMeans}
              options={(['paper', 'phone'] as const).map(value => ({ value, label: t(`means.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('approval.person')} className="wide">
          {id => (
            <Input
              id={id}
              list="deciders"
              value={person}
              maxLength={80}
              onChange={event => setPerson(event.target.value)}
            />
          )}
        </Field>
        <datalist id="deciders">
          {staff.map(each => (
            <option key={each.id} value={each.name} />
          ))}
        </datalist>
        <Field label={t('fields.day')}>
          {id => (
            <DayInput
              id={id}
              label={t('fields.day')}
              value={dayOf(decidedAt)}
              onChange={day => setDecidedAt(at(day, clockOf(decidedAt)))}
            />
          )}
        </Field>
        <Field label={t('fields.time')}>
          {id => (
            <ClockInput
              id={id}
              label={t('fields.time')}
              value={clockOf(decidedAt)}
              onChange={clock => setDecidedAt(at(dayOf(decidedAt), clock))}
            />
          )}
        </Field>
        <Field label={t('approval.recordNote')} className="wide">
          {id => (
            <Input.TextArea
              id={id}
              value={comment}
              maxLength={1000}
              autoSize={{ minRows: 2 }}
              onChange={event => setComment(event.target.value)}
            />
          )}
        </Field>
        <Upload
          className="wide"
          maxCount={1}
          fileList={scan ? [{ uid: 'scan', name: scan.name }] : []}
          onRemove={() => setScan(null)}
          beforeUpload={file => {
            setScan(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined />}>{t('approval.scan')}</Button>
        </Upload>
      </div>
    </Modal>
  )
}
