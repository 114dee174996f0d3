import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanVersion } from '../../shared/contract/approvals.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { isReady } from '../../shared/domain/plan/readiness.ts'
import { documentAddresses } from '../base/addresses.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { BriefingPanel } from '../briefings/BriefingPanel.tsx'
import { Changes } from './Changes.tsx'
import { Decide } from './Decide.tsx'
import { ReadinessList } from './ReadinessList.tsx'
import { VersionCard } from './VersionCard.tsx'
import './approvals.css'
import { useLanguage } from '../base/language.ts'

/** From ready to approved and briefed: what is missing, who decides, what changed, who knows. */
export function ApprovalSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const { data: versions } = useQuery(query.approvals.versions.queryOptions({ input: { visitId: visit.id } }))
  if (!versions) return <Skeleton active style={{ padding: 24 }} />
  const open = versions.find(version => version.waitsFor !== null)
  const [newest, before] = versions
  return (
    <div className="lines-section approval">
      <div className="approval-columns">
        <section aria-label={t('approval.readiness')}>
          <div className="section-head">
            <h2 className="section-title">{t('approval.readiness')}</h2>
            <span style={{ flex: 1 }} />
            <Link to="/print" search={{ visit: visit.id, kind: 'plan' }}>
              <PrinterOutlined /> {t('documents.plan')}
            </Link>
          </div>
          <ReadinessList visitId={visit.id} />
          {(visit.status === 'planning' || visit.status === 'inquiry') && <Submit visit={visit} />}
        </section>
        <section aria-label={t('approval.versions')}>
          <div className="section-head">
            <h2 className="section-title">{t('approval.versions')}</h2>
          </div>
          {versions.length === 0 && <p className="soft">{t('approval.noVersions')}</p>}
          {open && <Decide visit={visit} version={open} />}
          {versions.map(version => (
            <VersionCard key={version.id} version={version} />
          ))}
        </section>
      </div>
      {open && <PlanPreview visit={visit} />}
      {newest && (
        <Compare
          key={`${newest.number}-${visit.status}`}
          visit={visit}
          versions={versions}
          newest={newest}
          before={before}
        />
      )}
      <BriefingPanel visit={visit} />
    </div>
  )
}

/** The plan as it will be printed, for whoever decides on it. */
function PlanPreview({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { page } = documentAddresses({ kind: 'plan', visit: visit.id, language })
  return (
    <section aria-label={t('approval.preview')}>
      <div className="section-head">
        <h2 className="section-title">{t('approval.preview')}</h2>
      </div>
      <iframe className="plan-preview" src={page} title={t('approval.preview')} />
    </section>
  )
}

function Submit({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const [note, setNote] = useState('')
  const { data: lines } = useQuery(query.approvals.readiness.queryOptions({ input: { visitId: visit.id } }))
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  const chain = rules?.grades[visit.grade].chain ?? []
  const ready = lines !== undefined && isReady(lines)
  const submit = async () => {
    const done = await act(
      () => client.approvals.submit({ visitId: visit.id, revision: visit.revision, note: note.trim() }),
      {
        done: ({ visit: after }) =>
          t(after.status === 'approved' ? 'approval.selfApproved' : 'approval.submitted', {
            number: after.planNumber,
          }),
      },
    )
    if (done) setNote('')
  }
  if (!may('submit')) return <p className="soft">{t('approval.coordinatorSubmits')}</p>
  return (
    <form
      className="submit"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="soft">
        {chain.length === 0
          ? t('approval.noChain', { grade: t(`grade.${visit.grade}`) })
          : t('approval.chain', { steps: chain.map(step => step.title).join(' → ') })}
      </p>
      <Input.TextArea
        value={note}
        maxLength={1000}
        autoSize={{ minRows: 2 }}
        aria-label={t('approval.note')}
        placeholder={t('approval.note')}
        onChange={event => setNote(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!ready}>
        {t(chain.length === 0 ? 'approval.approveSelf' : 'approval.submit', { number: visit.planNumber + 1 })}
      </Button>
      {!ready && <span className="soft">{t('approval.notReady')}</span>}
    </form>
  )
}

interface CompareProps {
  visit: Visit
  versions: PlanVersion[]
  newest: PlanVersion
  before: PlanVersion | undefined
}

/** What changed: since the last version for whoever decides, since the newest for whoever plans on; any two by choice. */
function Compare({ visit, versions, newest, before }: CompareProps) {
  const { t } = useTranslation()
  const waits = visit.status === 'submitted' && before
  const [pair, setPair] = useState<{ from: number; to: number | null }>(
    waits ? { from: before.number, to: newest.number } : { from: newest.number, to: null },
  )
  return (
    <section aria-label={t('approval.changes')}>
      <div className="section-head">
        <h2 className="section-title">{t('approval.changes')}</h2>
        <select
          aria-label={t('approval.from')}
          value={pair.from}
          onChange={event => setPair({ ...pair, from: Number(event.target.value) })}
        >
          {versions.map(version => (
            <option key={version.id} value={version.number}>
              {t('approval.version', { number: version.number })}
            </option>
          ))}
        </select>
        →
        <select
          aria-label={t('approval.to')}
          value={pair.to ?? 0}
          onChange={event => setPair({ ...pair, to: Number(event.target.value) || null })}
        >
          <option value={0}>{t('approval.now')}</option>
          {versions.map(version => (
            <option key={version.id} value={version.number}>
              {t('approval.version', { number: version.number })}
            </option>
          ))}
        </select>
      </div>
      <Changes visitId={visit.id} from={pair.from} to={pair.to} />
    </section>
  )
}
