import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, ColorPicker, Input, InputNumber, Modal, Segmented, Select, Skeleton, Upload } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OfficeFields, type OfficeSettings, officeFields } from '../../shared/contract/office.ts'
import type { OfficeRules } from '../../shared/contract/rules.ts'
import type { Language } from '../../shared/domain/language.ts'
import { client, query } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ChecklistTemplatePanel } from '../rules/ChecklistTemplatePanel.tsx'
import { GradesPanel } from '../rules/GradesPanel.tsx'
import { MenuPanel } from '../rules/MenuPanel.tsx'
import { useRules } from '../rules/useRules.ts'
import { TemplatesPanel } from '../templates/TemplatesPanel.tsx'
import { TravelPanel } from '../transport/TravelPanel.tsx'
import { ClockInput } from '../ui/ClockInput.tsx'
import { TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { useAutosave } from '../ui/useAutosave.ts'
import { AccountsPanel } from './AccountsPanel.tsx'

/** Dark enough to be read on white, and as grey. */
const PRINT_COLORS = ['#0e6b66', '#1d4f91', '#7a1f2b', '#2f5d34', '#5b3a8c', '#333333']
const ZONES = Intl.supportedValuesOf('timeZone')

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
        <Office settings={settings} rules={rules} />
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

function Office({ settings, rules }: { settings: OfficeSettings; rules: OfficeRules }) {
  const ruleSaver = useRules(rules)
  const { t } = useTranslation()
  const act = useAct()
  const saver = useAutosave<OfficeSettings & { id: string }, OfficeFields>({
    row: { ...settings, id: 'office' },
    fields: officeFields.partial() as never,
    save: async (revision, patch) => ({ ...(await client.office.update({ revision, patch })).settings, id: 'office' }),
  })
  const { shown } = saver
  const text = (field: 'companyName' | 'companyLatin' | 'email') => (
    <Field label={t(`fields.${field}`)} className="half" problem={saver.invalid[field]}>
      {id => (
        <Input
          id={id}
          value={shown[field]}
          onChange={event => saver.change({ [field]: event.target.value })}
          onBlur={saver.flush}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.office')}</h1>
        <SaveStateMark state={saver.state} onRevert={saver.revert} />
      </div>
      {saver.state === 'refused' && !saver.stale && (
        <p className="notice blocks" role="alert">
          {sentenceOf(saver.refusal, t)}
        </p>
      )}
      <div className="overview-form">
        <h2 className="section-title">{t('office.company')}</h2>
        {text('companyName')}
        {text('companyLatin')}
        {text('email')}
        <Field label={t('office.logo')} className="wide">
          {() => (
            <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
              {settings.logo && (
                <img
                  src={`/files/${settings.logo}`}
                  alt={t('office.logo')}
                  style={{ height: 40, maxWidth: 160, objectFit: 'contain', background: '#fff', padding: 2 }}
                />
              )}
              <Upload
                accept=".png,.jpg,.jpeg,.svg"
                showUploadList={false}
                beforeUpload={file => {
                  void act(() => client.office.setLogo({ file }), { done: t('office.logoSaved') })
                  return false
                }}
              >
                <Button icon={<UploadOutlined />}>{t('office.chooseLogo')}</Button>
              </Upload>
              {settings.logo && (
                <Button
                  icon={<DeleteOutlined />}
                  onClick={() =>
                    void act(() => client.office.setLogo({ file: null }), { done: t('office.logoRemoved') })
                  }
                >
                  {t('common.remove')}
                </Button>
              )}
              <span className="soft">{t('office.logoHint')}</span>
            </div>
          )}
        </Field>
        <Field label={t('fields.color')} className="half" problem={saver.invalid.color}>
          {() => (
            <ColorPicker
              disabledAlpha
              showText
              value={shown.color}
              onChangeComplete={color => saver.put({ color: color.toHexString().slice(0, 7).toLowerCase() })}
              presets={[{ label: t('fields.color'), colors: PRINT_COLORS }]}
            />
          )}
        </Field>
        <Field label={t('fields.secretLevel')} className="half" problem={saver.invalid.secretLevel}>
          {id => (
            <Input
              id={id}
              value={shown.secretLevel}
              placeholder={t('settings.secretHint')}
              onChange={event => saver.change({ secretLevel: event.target.value })}
              onBlur={saver.flush}
            />
          )}
        </Field>
        <Field label={t('fields.seatFirst')} className="half">
          {() => (
            <Segmented<'right' | 'left'>
              block
              aria-label={t('fields.seatFirst')}
              value={shown.seatFirst}
              onChange={seatFirst => saver.put({ seatFirst })}
              options={[
                { value: 'right', label: t('seating.rightFirst') },
                { value: 'left', label: t('seating.leftFirst') },
              ]}
            />
          )}
        </Field>
        <Field label={t('badges.title')} className="half">
          {() => (
            <Link to="/badges">
              <Button>{t('badges.edit')}</Button>
            </Link>
          )}
        </Field>
        <h2 className="section-title">{t('office.time')}</h2>
        <Field label={t('fields.timeZone')} className="half" problem={saver.invalid.timeZone}>
          {id => (
            <Select
              id={id}
              showSearch
              value={shown.timeZone}
              onChange={timeZone => saver.put({ timeZone })}
              options={ZONES.map(zone => ({ value: zone, label: zone }))}
            />
          )}
        </Field>
        <Field label={t('fields.weekStart')} className="half">
          {() => (
            <Segmented<0 | 1>
              block
              aria-label={t('fields.weekStart')}
              value={shown.weekStart}
              onChange={weekStart => saver.put({ weekStart })}
              options={[
                { value: 1, label: t('weekday.1') },
                { value: 0, label: t('weekday.0') },
              ]}
            />
          )}
        </Field>
        <Field label={t('fields.opensAt')} className="half">
          {id => (
            <ClockInput
              id={id}
              label={t('fields.opensAt')}
              value={shown.opensAt}
              onChange={opensAt => saver.put({ opensAt })}
            />
          )}
        </Field>
        <Field label={t('fields.closesAt')} className="half">
          {id => (
            <ClockInput
              id={id}
              label={t('fields.closesAt')}
              value={shown.closesAt}
              ends="day"
              onChange={clock => saver.put({ closesAt: clock === '00:00' ? '24:00' : clock })}
            />
          )}
        </Field>
        <h2 className="section-title">{t('office.defaults')}</h2>
        <Field label={t('fields.defaultLanguage')} className="half">
          {() => (
            <Segmented<Language>
              block
              aria-label={t('fields.defaultLanguage')}
              value={shown.language}
              onChange={language => saver.put({ language })}
              options={[
                { value: 'zh-CN', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          )}
        </Field>
        <Field label={t('fields.paper')} className="half">
          {() => (
            <Segmented<'a4' | 'a5'>
              block
              aria-label={t('fields.paper')}
              value={shown.paper}
              onChange={paper => saver.put({ paper })}
              options={[
                { value: 'a4', label: 'A4' },
                { value: 'a5', label: 'A5' },
              ]}
            />
          )}
        </Field>
        <Field label={t('settings.currency')} className="half" problem={ruleSaver.invalid.currency}>
          {id => <TextCell saver={ruleSaver} name="currency" id={id} />}
        </Field>
        <Field label={t('settings.lockMinutes')} className="half" problem={ruleSaver.invalid.lockMinutes}>
          {id => (
            <InputNumber
              id={id}
              min={1}
              max={240}
              precision={0}
              style={{ width: '100%' }}
              value={ruleSaver.shown.lockMinutes}
              onChange={lockMinutes => lockMinutes !== null && ruleSaver.change({ lockMinutes })}
              onBlur={ruleSaver.flush}
            />
          )}
        </Field>
        <div className="wide">
          <TravelPanel travel={shown.travel} onChange={travel => saver.put({ travel })} />
        </div>
        <Sample />
      </div>
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </>
  )
}

/** The sample office goes in one act, after one question: what was tried out with it goes too. */
function Sample() {
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
