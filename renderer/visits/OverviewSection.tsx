import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { InputNumber, Segmented, Select } from 'antd'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { mail } from '../../shared/contract/fields.ts'
import { type Visit, type VisitFields, visitFields } from '../../shared/contract/visits.ts'
import { daysBetween } from '../../shared/domain/time.ts'
import { GRADES, VISIT_KINDS } from '../../shared/domain/visit.ts'
import { ReadinessList } from '../approvals/ReadinessList.tsx'
import { client, query } from '../base/client.ts'
import { conflictsOf, sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { EarlierVisits } from '../needs/EarlierVisits.tsx'
import { NeedsForms } from '../needs/NeedsForms.tsx'
import { useStaff } from '../staffing/useStaff.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import type { FieldsOf } from '../ui/cell.ts'
import { CheckCell, SuggestCell, TextCell } from '../ui/cells.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import { NumberCell } from '../ui/numberCells.tsx'
import { staffOptions } from '../ui/peopleCells.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { type Autosave, useAutosave } from '../ui/useAutosave.ts'
import { Summary } from './OverviewSummary.tsx'

/** What is checked while a person types; the host checks the same again. */
export const fields = visitFields.partial().extend({ contactEmail: mail().optional() })

type Saver = Autosave<Visit, VisitFields>

/** Who comes, why, when and who cares for it; saved as it is entered. */
export function OverviewSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver: Saver = useAutosave<Visit, VisitFields>({
    row: visit,
    fields: fields as z.ZodType<Partial<VisitFields>>,
    save: async (revision, patch) => (await client.visits.update({ id: visit.id, revision, patch })).visit,
  })
  const { shown } = saver
  const staff = useStaff()
  const text = (name: FieldsOf<VisitFields, string>, className: string, rows?: number) => (
    <Field
      label={t(`fields.${name === 'title' ? 'visitTitle' : name}`)}
      problem={saver.invalid[name]}
      className={className}
    >
      {id => <TextCell saver={saver} name={name} id={id} {...(rows ? { rows } : {})} />}
    </Field>
  )
  const move = (startsOn: string) => {
    const days = daysBetween(visit.startsOn, startsOn)
    if (days === 0) return
    void act(() => client.visits.move({ id: visit.id, startsOn }), { done: t('visits.moved', { day: startsOn }) })
  }
  return (
    <div className="overview">
      <div className="overview-form">
        <h2 className="section-title">{t('overview.what')}</h2>
        {text('title', 'half')}
        {text('titleLatin', 'half')}
        <Field label={t('fields.organization')} className="third">
          {id => <OrganizationCell saver={saver} id={id} />}
        </Field>
        <Field label={t('fields.startsOn')} className="sixth" hint={t('overview.moveHint')}>
          {id => <DayInput id={id} value={shown.startsOn} label={t('fields.startsOn')} onChange={move} />}
        </Field>
        <Field label={t('fields.endsOn')} className="sixth">
          {id => (
            <DayInput
              id={id}
              value={shown.endsOn}
              min={shown.startsOn}
              label={t('fields.endsOn')}
              onChange={endsOn => saver.put({ endsOn })}
            />
          )}
        </Field>
        <Field label={t('fields.headcount')} className="sixth">
          {id => (
            <InputNumber
              id={id}
              min={1}
              max={5000}
              style={{ width: '100%' }}
              value={shown.headcount}
              onChange={headcount => saver.change({ headcount })}
              onBlur={saver.flush}
            />
          )}
        </Field>
        <Field label={t('fields.visitKind')} className="sixth">
          {id => (
            <Select
              id={id}
              value={shown.kind}
              onChange={kind => saver.put({ kind })}
              options={VISIT_KINDS.map(kind => ({ value: kind, label: t(`visitKind.${kind}`) }))}
            />
          )}
        </Field>
        <Field label={t('fields.grade')} className="half">
          {() => (
            <Segmented
              block
              aria-label={t('fields.grade')}
              value={shown.grade}
              onChange={grade => saver.put({ grade })}
              options={GRADES.map(grade => ({ value: grade, label: t(`grade.${grade}`) }))}
            />
          )}
        </Field>
        {text('theme', 'half')}
        <h2 className="section-title">{t('overview.who')}</h2>
        {text('contactName', 'sixth')}
        {text('contactPhone', 'sixth')}
        {text('contactEmail', 'third')}
        <Field label={t('fields.coordinator')} className="sixth">
          {id => (
            <SuggestCell
              saver={saver}
              name="coordinator"
              id={id}
              options={staffOptions(staff)}
              onChosen={name => {
                const phone = staff.find(person => person.name === name)?.phone
                return phone ? { coordinatorPhone: phone } : {}
              }}
            />
          )}
        </Field>
        {text('coordinatorPhone', 'sixth')}
        <div className="wide needs-wanted">
          <h2 className="section-title">{t('overview.needs')}</h2>
          <span style={{ flex: 1 }} />
          <NeedsForms visit={visit} />
        </div>
        {text('purpose', 'third', 1)}
        {text('expectations', 'third', 1)}
        {text('topics', 'third', 1)}
        {text('preferences', 'third')}
        {text('taboos', 'third')}
        {text('wishedDates', 'sixth')}
        <Field label={t('fields.stayDays')} className="sixth">
          {id => <NumberCell saver={saver} name="stayDays" id={id} min={1} max={60} />}
        </Field>
        <div className="wide needs-wanted">
          <span className="soft">{t('overview.wanted')}</span>
          {(['needsTransport', 'needsLodging', 'needsInterpreting'] as const).map(name => (
            <CheckCell key={name} saver={saver} name={name}>
              {t(`fields.${name}`)}
            </CheckCell>
          ))}
        </div>
        <h2 className="section-title">{t('overview.plan')}</h2>
        {text('objectives', 'half')}
        {text('notes', 'half')}
        {text('dress', 'half')}
        {text('mapNote', 'half')}
      </div>
      <aside className="overview-side">
        <SaveStateMark state={saver.state} onRevert={saver.revert} />
        {saver.state === 'refused' && !saver.stale && (
          <p className="notice blocks" role="alert">
            {sentenceOf(saver.refusal, t)}
          </p>
        )}
        <ConflictNotice conflicts={conflictsOf(saver.refusal)} />
        <section aria-label={t('approval.readiness')}>
          <h2 className="section-title">{t('approval.readiness')}</h2>
          <ReadinessList visitId={visit.id} most={6} />
        </section>
        <Summary visit={visit} />
        <EarlierVisits visit={visit} />
      </aside>
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </div>
  )
}

/** The organization, with those that have been here before to choose from. */
function OrganizationCell({ saver, id }: { saver: Saver; id: string }) {
  const typed = useDeferredValue(saver.shown.organization)
  const { data: known = [] } = useQuery({
    ...query.needs.organizations.queryOptions({ input: { text: typed.slice(0, 160) } }),
    placeholderData: keepPreviousData,
  })
  return <SuggestCell saver={saver} name="organization" id={id} options={known.map(value => ({ value }))} />
}
