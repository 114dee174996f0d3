import { InboxOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Modal, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitFilePreview } from '../../shared/contract/visitFile.ts'
import { client } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import './visitFile.css'
import { Shown } from './VisitFilePreview.tsx'

/** A visit from another office: what is new, merged or in conflict is shown, then all of it is taken over or nothing. */
export function VisitFileDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<VisitFilePreview | null>(null)
  const [problem, setProblem] = useState('')
  const [prefer, setPrefer] = useState<'file' | 'here'>('here')
  const [saving, setSaving] = useState(false)
  const read = async (chosen: File) => {
    setProblem('')
    try {
      setPreview(await client.exchange.readVisitFile({ file: chosen }))
      setFile(chosen)
    } catch (error) {
      setProblem(sentenceOf(error, t))
    }
  }
  const save = async () => {
    if (!file) return
    setSaving(true)
    const done = await act(() => client.exchange.importVisitFile({ file, prefer }), {
      done: ({ visit, notBooked }) =>
        [
          t('visitFile.done', { title: visit.title }),
          notBooked.length > 0 ? t('visits.notRebooked', { resources: notBooked.join(t('mark.list')) }) : '',
        ].join(' '),
    })
    setSaving(false)
    if (!done) return
    onClose()
    await navigate({ to: '/visits/$visitId/$section', params: { visitId: done.visit.id, section: 'overview' } })
  }
  return (
    <Modal
      open
      width={720}
      title={t('visitFile.title')}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={preview && preview.fate !== 'new' ? t('visitFile.merge') : t('visitFile.take')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !preview, loading: saving }}
      onOk={() => void save()}
    >
      {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} role="alert" />}
      {preview ? (
        <Shown preview={preview} prefer={prefer} onPrefer={setPrefer} />
      ) : (
        <Upload.Dragger
          accept=".yingbin"
          multiple={false}
          showUploadList={false}
          beforeUpload={chosen => {
            void read(chosen)
            return false
          }}
        >
          <p>
            <InboxOutlined style={{ fontSize: 32, color: 'var(--accent)' }} />
          </p>
          <p>{t('visitFile.drop')}</p>
        </Upload.Dragger>
      )}
    </Modal>
  )
}
