import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input, InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { day, required, text } from '../../shared/contract/fields.ts'
import type { Visit, VisitFields } from '../../shared/contract/visits.ts'
import { daysBetween } from '../../shared/domain/time.ts'
import { GRADES, VISIT_KINDS } from '../../shared/domain/visit.ts'
import { client, query } from '../app/client.ts'
import { conflictsOf, sentenceOf } from '../app/sentences.ts'
import { useAct } from '../app/useAct.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { type Autosave, useAutosave } from '../ui/useAutosave.ts'

/** What is checked while a person types; the host checks the same again. */
const fields = z
  .object({
    title: required(120),
    titleLatin: text(200),
    startsOn: day,
    endsOn: day,
    headcount: z.int().min(1).max(5000).nullable(),
    organization: text(160),
    contactName: text(80),
    contactPhone: text(60),
    contactEmail: z.union([z.literal(''), z.email({ error: 'notAnEmail' })]),
    coordinator: text(80),
    coordinatorPhone: text(60),
    purpose: text(1000),
    theme: text(300),
    dress: text(120),
    mapNote: text(300),
    notes: text(4000),
  })
  .partial()
  .loose()

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
  const move = (startsOn: string) => {
    const days = daysBetween(visit.startsOn, startsOn)
    if (days === 0) return
    void act(() => client.visits.move({ id: visit.id, startsOn }), { done: t('visits.moved', { day: startsOn }) })
  }
  return (
    <div className="overview">
      <div className="overview-form">
        <h2 className="section-title">{t('overview.what')}</h2>
        <TextField saver={saver} name="title" label="visitTitle" className="half" />
        <TextField saver={saver} name="titleLatin" className="half" />
        <TextField saver={saver} name="organization" className="half" />
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
        <Field label={t('fields.visitKind')} className="half">
          {id => (
            <Select
              id={id}
              value={shown.kind}
              onChange={kind => saver.put({ kind })}
              options={VISIT_KINDS.map(kind => ({ value: kind, label: t(`visitKind.${kind}`) }))}
            />
          )}
        </Field>
        <h2 className="section-title">{t('overview.who')}</h2>
        <TextField saver={saver} name="contactName" className="sixth" />
        <TextField saver={saver} name="contactPhone" className="sixth" />
        <TextField saver={saver} name="contactEmail" className="third" />
        <TextField saver={saver} name="coordinator" className="sixth" />
        <TextField saver={saver} name="coordinatorPhone" className="sixth" />
        <h2 className="section-title">{t('overview.why')}</h2>
        <TextField saver={saver} name="theme" className="third" />
        <TextField saver={saver} name="dress" className="third" />
        <TextField saver={saver} name="mapNote" className="third" />
        <TextField saver={saver} name="purpose" className="half" rows={3} />
        <TextField saver={saver} name="notes" className="half" rows={3} />
      </div>
      <aside className="overview-side">
        <SaveStateMark state={saver.state} onRevert={saver.revert} />
        {saver.state === 'refused' && !saver.stale && (
          <p className="notice blocks" role="alert">
            {sentenceOf(saver.refusal, t)}
          </p>
        )}
        <ConflictNotice conflicts={conflictsOf(saver.refusal)} />
        <Summary visit={visit} />
      </aside>
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </div>
  )
}

/** At a glance: how many, who leads, what they eat, how the days look. */
function Summary({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const { data: guests = [] } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const { data: items = [] } = useQuery(query.itinerary.list.queryOptions({ input: { visitId: visit.id } }))
  const head = guests.find(guest => guest.isHead)
  const diets = [...new Set(guests.map(guest => guest.diet).filter(Boolean))].map(
    diet => `${diet} ${guests.filter(guest => guest.diet === diet).length}`,
  )
  const languages = [...new Set(guests.map(guest => guest.language).filter(Boolean))]
  const section = (name: 'guests' | 'itinerary' | 'documents') => ({
    to: '/visits/$visitId/$section' as const,
    params: { visitId: visit.id, section: name },
  })
  const unprinted = guests.filter(guest => guest.badgePrintedAt === null).length
  return (
    <>
      <h2 className="section-title">{t('overview.glance')}</h2>
      <dl className="facts">
        <dt>{t('section.guests')}</dt>
        <dd>
          <Link {...section('guests')}>
            {t('overview.guestsOf', { count: guests.length, headcount: visit.headcount ?? '—' })}
          </Link>
        </dd>
        <dt>{t('fields.isHead')}</dt>
        <dd>{head ? `${head.name} ${head.title}` : '—'}</dd>
        <dt>{t('fields.diet')}</dt>
        <dd>{diets.join('；') || '—'}</dd>
        <dt>{t('fields.language')}</dt>
        <dd>{languages.join('、') || '—'}</dd>
        <dt>{t('section.itinerary')}</dt>
        <dd>
          <Link {...section('itinerary')}>{t('overview.items', { count: items.length })}</Link>
        </dd>
        <dt>{t('overview.unbooked')}</dt>
        <dd className="numeric">
          {items.filter(item => item.kind === 'meeting' && !item.roomId && !item.place).length}
        </dd>
        <dt>{t('overview.badges')}</dt>
        <dd>
          <Link {...section('documents')}>{t('overview.unprinted', { count: unprinted })}</Link>
        </dd>
      </dl>
    </>
  )
}

type TextName = {
  [Name in keyof VisitFields]: VisitFields[Name] extends string ? Name : never
}[keyof VisitFields]

interface TextFieldProps {
  saver: Saver
  name: TextName
  /** Key below `fields`, where the field's own name is not what people call it. */
  label?: string
  className?: string
  rows?: number
}

function TextField({ saver, name, label = name, className, rows }: TextFieldProps) {
  const { t } = useTranslation()
  return (
    <Field label={t(`fields.${label}`)} problem={saver.invalid[name]} {...(className ? { className } : {})}>
      {id => <SavedInput id={id} saver={saver} name={name} {...(rows ? { rows } : {})} />}
    </Field>
  )
}

function SavedInput({ id, saver, name, rows }: { id: string; saver: Saver; name: TextName; rows?: number }) {
  const shared = {
    id,
    value: saver.shown[name],
    ...(saver.invalid[name] ? { status: 'error' as const } : {}),
    onChange: (event: { target: { value: string } }) => saver.change({ [name]: event.target.value }),
    onBlur: saver.flush,
  }
  return rows ? (
    <Input.TextArea {...shared} autoSize={{ minRows: rows, maxRows: 10 }} />
  ) : (
    <Input {...shared} onPressEnter={saver.flush} />
  )
}
