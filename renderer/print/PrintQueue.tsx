import { CheckOutlined, ClockCircleOutlined, CloseOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { dismiss, type PrintJob, retry, usePrintJobs } from './queue.ts'
import './print.css'

const SIGNS: Record<PrintJob['state'], React.ReactNode> = {
  waiting: <ClockCircleOutlined />,
  printing: <LoadingOutlined />,
  done: <CheckOutlined />,
  failed: <WarningOutlined className="blocks" />,
}

/** What is being printed straight to a printer, and what the printer refused. Nothing is shown where nothing is. */
export function PrintQueue() {
  const { t } = useTranslation()
  const jobs = usePrintJobs()
  if (jobs.length === 0) return null
  return (
    <aside className="print-queue" aria-label={t('print.queue')}>
      {jobs.map(job => (
        <div key={job.id} className="print-job" role={job.state === 'failed' ? 'alert' : 'status'}>
          {SIGNS[job.state]}
          <span>
            {job.title}
            <span className="soft">
              {' '}
              {t(`print.job.${job.state}`)} {job.order.printer}
            </span>
            {job.reason && <span className="problem">{job.reason}</span>}
          </span>
          {job.state === 'failed' && (
            <Button size="small" onClick={() => retry(job.id)}>
              {t('print.again')}
            </Button>
          )}
          {job.state !== 'printing' && (
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('common.close')}
              onClick={() => dismiss(job.id)}
            />
          )}
        </div>
      ))}
    </aside>
  )
}
