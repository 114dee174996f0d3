import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { type RulesFields, templateLine } from '../../shared/contract/rules.ts'
import { TASK_CATEGORIES } from '../../shared/domain/plan/checklist.ts'
import { MINUTES_PER_DAY } from '../../shared/domain/time.ts'
import { GRADES, ITEM_KINDS, VISIT_KINDS } from '../../shared/domain/visit.ts'
import { LineHead } from '../ui/LineRow.tsx'
import { RowBin } from '../ui/RowButton.tsx'
import type { RulesSaver } from './useRules.ts'
import './rules.css'

type Line = RulesFields['checklist'][number]

/** The checklist's template: which tasks a visit gets, for which grades, kinds and stops, and when they are due. */
export function ChecklistTemplatePanel({ saver }: { saver: RulesSaver }) {
  const { t } = useTranslation()
  const lines = saver.shown.checklist
  const set = (index: number, patch: Partial<Line>) =>
    saver.change({ checklist: lines.map((line, place) => (place === index ? { ...line, ...patch } : line)) })
  const add = () =>
    saver.change({
      checklist: [
        ...lines,
        {
          key: `own-${crypto.randomUUID()}`,
          title: t('rules.newTask'),
          titleLatin: '',
          category: 'other',
          grades: [],
          visitKinds: [],
          itemKinds: [],
          from: 'start',
          offset: -MINUTES_PER_DAY,
          person: 'coordinator',
        },
      ],
    })
  return (
    <section aria-label={t('rules.checklist')} className="settings-panel">
      <p className="soft">{t('rules.checklistText')}</p>
      <div className="template-scroll">
        <LineHead
          grid="template-grid"
          titles={[
            t('fields.task'),
            t('fields.latinName'),
            t('fields.category'),
            t('fields.grade'),
            t('fields.visitKind'),
            t('rules.forItems'),
            t('rules.from'),
            t('rules.offset'),
            t('rules.unit'),
            t('fields.person'),
          ]}
        />
        {lines.map((line, index) => (
          <TemplateLine
            key={line.key}
            line={line}
            onChange={patch => set(index, patch)}
            onRemove={() => saver.put({ checklist: lines.filter((_, place) => place !== index) })}
          />
        ))}
      </div>
      <Button icon={<PlusOutlined />} onClick={add} className="add-line">
        {t('rules.addTask')}
      </Button>
    </section>
  )
}

interface LineProps {
  line: Line
  onChange: (patch: Partial<Line>) => void
  onRemove: () => void
}

/** Before or after the beginning or the end of the stop or visit. */
const MOMENTS = {
  start_before: ['start', 'before'],
  start_after: ['start', 'after'],
  end_before: ['end', 'before'],
  end_after: ['end', 'after'],
} as const

const signed = (side: 'before' | 'after', minutes: number): number => (side === 'before' ? -minutes : minutes)

const UNITS = { days: MINUTES_PER_DAY, hours: 60, minutes: 1 } as const

function TemplateLine({ line, onChange, onRemove }: LineProps) {
  const { t } = useTranslation()
  const unit: keyof typeof UNITS =
    line.offset !== 0 && line.offset % MINUTES_PER_DAY === 0
      ? 'days'
      : line.offset !== 0 && line.offset % 60 === 0
        ? 'hours'
        : 'minutes'
  const side = line.offset < 0 ? 'before' : 'after'
  const label = (field: string) => t('itinerary.fieldOf', { field, name: line.title })
  const many = <V extends string>(
    field: string,
    value: readonly V[],
    options: readonly { value: V; label: string }[],
    none: string,
    put: (chosen: V[]) => void,
  ) => (
    <Select<V[]>
      mode="multiple"
      aria-label={label(field)}
      value={[...value]}
      maxTagCount={0}
      maxTagPlaceholder={chosen => chosen.map(each => String(each.label)).join(t('mark.list'))}
      suffixIcon={null}
      placeholder={<span style={{ color: 'var(--ink-soft)' }}>{none}</span>}
      popupMatchSelectWidth={160}
      onChange={put}
      options={[...options]}
    />
  )
  return (
    <fieldset className="grid-row template-grid" aria-label={line.title}>
      <Input
        value={line.title}
        maxLength={longest(templateLine.shape.title)}
        aria-label={label(t('fields.task'))}
        onChange={event => onChange({ title: event.target.value })}
      />
      <Input
        value={line.titleLatin}
        maxLength={longest(templateLine.shape.titleLatin)}
        aria-label={label(t('fields.latinName'))}
        onChange={event => onChange({ titleLatin: event.target.value })}
      />
      <Select
        value={line.category}
        suffixIcon={null}
        aria-label={label(t('fields.category'))}
        onChange={category => onChange({ category })}
        options={TASK_CATEGORIES.map(value => ({ value, label: t(`taskCategory.${value}`) }))}
      />
      {many(
        t('fields.grade'),
        line.grades,
        GRADES.map(value => ({ value, label: value })),
        t('rules.all'),
        grades => onChange({ grades }),
      )}
      {many(
        t('fields.visitKind'),
        line.visitKinds,
        VISIT_KINDS.map(value => ({ value, label: t(`visitKind.${value}`) })),
        t('rules.all'),
        visitKinds => onChange({ visitKinds }),
      )}
      {many(
        t('rules.forItems'),
        line.itemKinds,
        ITEM_KINDS.map(value => ({ value, label: t(`itemKind.${value}`) })),
        t('rules.wholeVisit'),
        itemKinds => onChange({ itemKinds }),
      )}
      <Select
        value={`${line.from}_${side}` as const}
        suffixIcon={null}
        popupMatchSelectWidth={false}
        aria-label={label(t('rules.from'))}
        onChange={next => {
          const [from, way] = MOMENTS[next]
          onChange({ from, offset: signed(way, Math.abs(line.offset)) })
        }}
        options={(Object.keys(MOMENTS) as (keyof typeof MOMENTS)[]).map(value => ({
          value,
          label: t(`rules.froms.${value}`),
        }))}
      />
      <InputNumber
        className="numeric"
        precision={0}
        controls={false}
        style={{ width: '100%' }}
        min={0}
        aria-label={label(t('rules.offset'))}
        value={Math.abs(line.offset) / UNITS[unit]}
        onChange={value => value !== null && onChange({ offset: signed(side, value * UNITS[unit]) })}
      />
      <Select<keyof typeof UNITS>
        value={unit}
        suffixIcon={null}
        aria-label={label(t('rules.unit'))}
        onChange={next => onChange({ offset: (line.offset / UNITS[unit]) * UNITS[next] })}
        options={(Object.keys(UNITS) as (keyof typeof UNITS)[]).map(value => ({
          value,
          label: t(`rules.units.${value}`),
        }))}
      />
      <Select
        value={line.person}
        suffixIcon={null}
        aria-label={label(t('fields.person'))}
        onChange={person => onChange({ person })}
        options={(['coordinator', 'inCharge', 'nobody'] as const).map(value => ({
          value,
          label: t(`rules.persons.${value}`),
        }))}
      />
      <RowBin label={t('lines.remove', { name: line.title })} onClick={onRemove} />
    </fieldset>
  )
}
