import { DownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { mayStep } from '../../shared/domain/roles.ts'
import { nextStatuses, type VisitStatus } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { useTitle } from '../base/language.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ShareMenu } from '../exchange/ShareMenu.tsx'
import { GradeMark, StatusMark } from '../ui/marks.tsx'
import { CopyDialog } from './CopyDialog.tsx'
import { isAsked, StepDialog } from './StepDialog.tsx'

export function VisitHead({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const act = useAct()
  const may = useMay()
  const [copying, setCopying] = useState<'copy' | 'template' | null>(null)
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  const steps = nextStatuses(visit.status).filter(to => mayStep(desk?.account?.role ?? null, visit.status, to))
  const toApproval = visit.status === 'planning' || visit.status === 'submitted'
  const [asked, setAsked] = useState<VisitStatus | null>(null)
  const go = (status: VisitStatus, comment = '') =>
    act(() => client.visits.setStatus({ id: visit.id, revision: visit.revision, status, comment }), {
      done: ({ notRebooked }) =>
        [
          t(`visits.became.${status}`, { title: visit.title }),
          notRebooked.length > 0 ? t('visits.notRebooked', { resources: notRebooked.join(t('mark.list')) }) : '',
        ].join(' '),
    })
  const step = (status: VisitStatus) => (isAsked(visit, status) ? setAsked(status) : void go(status))
  // The next thing to do with a plan is its approval, and that is a section.
  const usual = toApproval ? undefined : steps[0]
  return (
    <div className="page-head">
      <GradeMark grade={visit.grade} />
      <h1>{titleOf(visit)}</h1>
      <span className="soft numeric">{visit.code}</span>
      <span className="numeric">
        {visit.startsOn}
        {visit.endsOn !== visit.startsOn && ` – ${visit.endsOn}`}
      </span>
      <StatusMark status={visit.status} />
      {visit.isSample && <span className="kbd">{t('office.sample')}</span>}
      <span className="spring" />
      <ShareMenu visit={visit} />
      {may('edit') && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'copy', label: t('visits.copy') },
              ...(may('submit') ? [{ key: 'template', label: t('visits.makeTemplate') }] : []),
              ...(steps.length > 0 ? [{ type: 'divider' as const }] : []),
              ...steps
                .filter(status => status !== usual)
                .map(status => ({ key: status, danger: status === 'cancelled', label: t(`visits.step.${status}`) })),
            ],
            onClick: ({ key }) => {
              if (key === 'copy' || key === 'template') setCopying(key)
              else step(key as VisitStatus)
            },
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('visits.more')}
          </Button>
        </Dropdown>
      )}
      {usual && <Button onClick={() => step(usual)}>{t(`visits.step.${usual}`)}</Button>}
      {toApproval && (
        <Link to="/visits/$visitId/$section" params={{ visitId: visit.id, section: 'approval' }}>
          <Button type="primary">{t(`visits.toApproval.${visit.status}`)}</Button>
        </Link>
      )}
      {asked && (
        <StepDialog
          visit={visit}
          to={asked}
          onTake={async comment => (await go(asked, comment)) !== undefined}
          onClose={() => setAsked(null)}
        />
      )}
      {copying && <CopyDialog visit={visit} as={copying} onClose={() => setCopying(null)} />}
    </div>
  )
}
