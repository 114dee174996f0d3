import { useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeRules } from '../../shared/contract/rules.ts'
import { query } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useMay } from '../base/useMay.ts'
import { ChecklistTemplatePanel } from '../rules/ChecklistTemplatePanel.tsx'
import { GradesPanel } from '../rules/GradesPanel.tsx'
import { MenuPanel } from '../rules/MenuPanel.tsx'
import { useRules } from '../rules/useRules.ts'
import { TemplatesPanel } from '../templates/TemplatesPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { AccountsPanel } from './AccountsPanel.tsx'
import { OfficePanel } from './OfficePanel.tsx'

const TABS = ['office', 'grades', 'checklist', 'menu', 'templates', 'accounts'] as const
type Tab = (typeof TABS)[number]

/** The office, how it plans, and who may log in; only for whoever manages it. */
export function SettingsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const [tab, setTab] = useState<Tab>('office')
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  if (!settings || !rules) return <Skeleton active style={{ padding: 24 }} />
  if (!may('manage')) return <EmptyState title={t('nav.settings')} text={t('settings.administratorOnly')} />
  return (
    <div className="page" style={{ maxWidth: tab === 'checklist' || tab === 'menu' ? 'none' : 900 }}>
      <Segmented<Tab>
        aria-label={t('nav.settings')}
        value={tab}
        onChange={setTab}
        options={TABS.map(value => ({ value, label: t(`settings.${value}`) }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {tab === 'office' ? (
        <OfficePanel settings={settings} rules={rules} />
      ) : tab === 'accounts' ? (
        <Panel title={t('settings.accounts')}>
          <AccountsPanel />
        </Panel>
      ) : tab === 'templates' ? (
        <Panel title={t('settings.templates')}>
          <TemplatesPanel />
        </Panel>
      ) : (
        <Rules rules={rules} tab={tab} />
      )}
    </div>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      {children}
    </>
  )
}

function Rules({ rules, tab }: { rules: OfficeRules; tab: 'grades' | 'checklist' | 'menu' }) {
  const { t } = useTranslation()
  const saver = useRules(rules)
  return (
    <>
      <div className="page-head">
        <h1>{t(`settings.${tab}`)}</h1>
        <SaveStateMark state={saver.state} onRevert={saver.revert} />
      </div>
      {saver.state === 'refused' && !saver.stale && (
        <p className="notice blocks" role="alert">
          {sentenceOf(saver.refusal, t)}
        </p>
      )}
      {tab === 'grades' ? (
        <GradesPanel saver={saver} />
      ) : tab === 'checklist' ? (
        <ChecklistTemplatePanel saver={saver} />
      ) : (
        <MenuPanel saver={saver} />
      )}
      <StaleDialog stale={saver.stale} onChoose={saver.settle} format={() => '…'} />
    </>
  )
}
