import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GradeRules } from '../../shared/contract/rules.ts'
import { READINESS_CODES, SEVERITIES, type Severity, USUAL_SEVERITIES } from '../../shared/domain/plan/readiness.ts'
import { GRADES, type Grade } from '../../shared/domain/visit.ts'
import { query } from '../base/client.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { Field } from '../ui/Field.tsx'
import { GradeMark } from '../ui/marks.tsx'
import type { RulesSaver } from './useRules.ts'
import './rules.css'

/** What each grade brings: lead time, who approves, limits, suggested leaders; and what a finding does. */
export function GradesPanel({ saver }: { saver: RulesSaver }) {
  const { t } = useTranslation()
  const { grades, severities } = saver.shown
  const set = (grade: Grade, patch: Partial<GradeRules>) =>
    saver.change({ grades: { ...grades, [grade]: { ...grades[grade], ...patch } } })
  return (
    <section aria-label={t('rules.grades')} className="settings-panel">
      {GRADES.map(grade => (
        <GradeLine key={grade} grade={grade} rules={grades[grade]} onChange={patch => set(grade, patch)} />
      ))}
      <h2 className="section-title">{t('rules.severities')}</h2>
      <p className="soft">{t('rules.severitiesText')}</p>
      <div className="severities">
        {READINESS_CODES.map(code => (
          <Field key={code} label={t(`readinessShort.${code}`)}>
            {id => (
              <Select<Severity>
                id={id}
                value={severities[code] ?? USUAL_SEVERITIES[code]}
                onChange={severity => saver.put({ severities: { ...severities, [code]: severity } })}
                options={SEVERITIES.map(value => ({ value, label: t(`severity.${value}`) }))}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  )
}

interface GradeProps {
  grade: Grade
  rules: GradeRules
  onChange: (patch: Partial<GradeRules>) => void
}

function GradeLine({ grade, rules, onChange }: GradeProps) {
  const { t } = useTranslation()
  const staff = useStaff()
  const { data: accounts = [] } = useQuery(query.accounts.list.queryOptions())
  const approvers = accounts.filter(account => account.role === 'approver' || account.role === 'administrator')
  const money = (field: 'mealLimit' | 'giftLimit') => (
    <Field label={t(`rules.${field}`)}>
      {id => (
        <InputNumber
          id={id}
          min={0}
          precision={2}
          controls={false}
          style={{ width: '100%' }}
          value={rules[field] === null ? null : (rules[field] ?? 0) / 100}
          placeholder={t('rules.noLimit')}
          onChange={value => onChange({ [field]: value === null ? null : Math.round(value * 100) })}
        />
      )}
    </Field>
  )
  return (
    <fieldset className="grade-rules" aria-label={t(`grade.${grade}`)}>
      <h3>
        <GradeMark grade={grade} /> {t(`grade.short.${grade}`)}
      </h3>
      <Field label={t('rules.leadDays')}>
        {id => (
          <InputNumber
            id={id}
            min={0}
            max={60}
            precision={0}
            style={{ width: '100%' }}
            value={rules.leadDays}
            onChange={leadDays => onChange({ leadDays })}
          />
        )}
      </Field>
      {money('mealLimit')}
      {money('giftLimit')}
      <Field label={t('rules.leaders')}>
        {id => (
          <Select
            id={id}
            mode="multiple"
            value={rules.leaders.filter(leader => staff.some(person => person.id === leader))}
            onChange={leaders => onChange({ leaders })}
            showSearch={{ optionFilterProp: 'label' }}
            options={staff.map(person => ({ value: person.id, label: `${person.name} ${person.title}`.trim() }))}
          />
        )}
      </Field>
      <div className="chain">
        <span className="soft">{t('rules.chain')}</span>
        {rules.chain.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the chain.
          <span key={index} className="chain-step">
            <span className="numeric">{index + 1}</span>
            <Input
              value={step.title}
              maxLength={40}
              aria-label={t('rules.stepTitle', { number: index + 1 })}
              onChange={event =>
                onChange({
                  chain: rules.chain.map((each, place) =>
                    place === index ? { ...each, title: event.target.value } : each,
                  ),
                })
              }
            />
            <Select
              allowClear
              value={step.accountId}
              placeholder={t('rules.anyApprover')}
              aria-label={t('rules.stepAccount', { number: index + 1 })}
              style={{ width: 150 }}
              onChange={accountId =>
                onChange({
                  chain: rules.chain.map((each, place) =>
                    place === index ? { ...each, accountId: accountId ?? null } : each,
                  ),
                })
              }
              options={approvers.map(account => ({ value: account.id, label: account.name }))}
            />
            <button
              type="button"
              className="link-button"
              onClick={() => onChange({ chain: rules.chain.filter((_, place) => place !== index) })}
            >
              {t('common.remove')}
            </button>
          </span>
        ))}
        {rules.chain.length < 6 && (
          <button
            type="button"
            className="link-button"
            onClick={() => onChange({ chain: [...rules.chain, { title: t('role.approver'), accountId: null }] })}
          >
            {t('rules.addStep')}
          </button>
        )}
        {rules.chain.length === 0 && <span className="soft">{t('approval.byItself')}</span>}
      </div>
    </fieldset>
  )
}
