/** The parts of a reception plan, in the order they are read. */
export const PLAN_SECTIONS = [
  'overview',
  'guests',
  'itinerary',
  'staffing',
  'transport',
  'lodging',
  'dining',
  'supplies',
  'budget',
] as const
export type PlanSection = (typeof PLAN_SECTIONS)[number]

/** Lists are kept as such and joined by who shows them, in their language; until version 7 they were kept joined in Chinese. */
export type PlanValue = string | number | boolean | string[] | null

/** One line of a section, in plain values: names instead of ids, so that it reads the same years later. */
export interface PlanLine {
  id: string
  /** What the line is known by: a guest's name, an item's time and content. */
  label: string
  fields: Record<string, PlanValue>
}

/** A whole plan as it was on one day. Health, religion and ethnicity are never in it. */
export type PlanSnapshot = Record<PlanSection, PlanLine[]>

export interface PlanChange {
  section: PlanSection
  id: string
  label: string
  kind: 'added' | 'removed' | 'changed'
  /** The fields that differ; for an added or removed line none. */
  fields: { field: string; before: PlanValue; after: PlanValue }[]
}

/**
 * What changed between two plans, section by section in reading order; lines are known by their id. The diff from a plan to itself
 * is empty, and `apply(a, diff(a, b))` would be `b` but for the order of lines.
 */
export function planDiff(before: PlanSnapshot, after: PlanSnapshot): PlanChange[] {
  return PLAN_SECTIONS.flatMap(section => {
    const old = new Map(before[section].map(line => [line.id, line]))
    const now = new Set(after[section].map(line => line.id))
    const changes: PlanChange[] = []
    for (const line of after[section]) {
      const was = old.get(line.id)
      if (!was) changes.push({ section, id: line.id, label: line.label, kind: 'added', fields: [] })
      else {
        const fields = differences(was.fields, line.fields)
        if (fields.length > 0) changes.push({ section, id: line.id, label: line.label, kind: 'changed', fields })
      }
    }
    for (const line of before[section])
      if (!now.has(line.id)) changes.push({ section, id: line.id, label: line.label, kind: 'removed', fields: [] })
    return changes
  })
}

function differences(before: Record<string, PlanValue>, after: Record<string, PlanValue>): PlanChange['fields'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(field => {
    const was = before[field] ?? null
    const is = after[field] ?? null
    return inChinese(was) === inChinese(is) || (isBlank(was) && isBlank(is)) ? [] : [{ field, before: was, after: is }]
  })
}

const inChinese = (value: PlanValue) => (Array.isArray(value) ? value.join('、') : value)
const isBlank = (value: PlanValue): boolean => value === null || value.toString() === ''

/** What an approval covers: a change to any of it after the plan was handed in asks for a new approval. */
export const COVERED = ['grade', 'dates', 'rooms', 'diningStandard', 'gifts', 'leaders'] as const
export type Covered = (typeof COVERED)[number]
export type CoveredFacts = Record<Covered, string>

/** Which covered facts differ. */
export const coveredChanges = (before: CoveredFacts, after: CoveredFacts): Covered[] =>
  COVERED.filter(fact => before[fact] !== after[fact])
