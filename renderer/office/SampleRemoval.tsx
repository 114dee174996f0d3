import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'

/** The sample office goes in one act, after one question: what was tried out with it goes too. */
export function SampleRemoval() {
  const { t } = useTranslation()
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const { data: state } = useQuery(query.office.state.queryOptions())
  if (!state?.hasSample) return null
  return (
    <>
      <h2 className="section-title">{t('office.sample')}</h2>
      <p className="wide">{t('office.sampleText')}</p>
      <div className="wide">
        <Button danger onClick={() => setAsking(true)}>
          {t('office.removeSample')}
        </Button>
      </div>
      <Modal
        open={asking}
        title={t('office.removeSample')}
        okText={t('office.removeSample')}
        okButtonProps={{ danger: true }}
        cancelText={t('common.cancel')}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false)
          void act(() => client.sample.remove(), {
            done: ({ visits, resources }) => t('office.sampleRemoved', { visits, resources }),
          })
        }}
      >
        {t('office.removeSampleText')}
      </Modal>
    </>
  )
}
