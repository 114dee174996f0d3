import { addMinutes, at, type Day, type Span, type WallTime } from '../time.ts'
import type { Grade, ItemKind, VisitKind } from '../visit.ts'

export const TASK_CATEGORIES = [
  'environment',
  'equipment',
  'materials',
  'gifts',
  'badges',
  'emergency',
  'other',
] as const
export type TaskCategory = (typeof TASK_CATEGORIES)[number]

/** One line of the checklist's template (准备清单): for which visits and stops there is such a task, and when it is due. */
export interface TemplateLine {
  key: string
  title: string
  titleLatin: string
  category: TaskCategory
  /** Empty: every grade. */
  grades: readonly Grade[]
  /** Empty: every kind of visit. */
  visitKinds: readonly VisitKind[]
  /** Empty: once for the visit; else once for every stop of these kinds. */
  itemKinds: readonly ItemKind[]
  /** From which end of the visit or the stop the due time is counted. */
  from: 'start' | 'end'
  /** Minutes; before is negative. */
  offset: number
  person: 'coordinator' | 'inCharge' | 'nobody'
}

export interface ChecklistVisit {
  grade: Grade
  kind: VisitKind
  startsOn: Day
  endsOn: Day
  coordinator: string
}

export interface ChecklistItem extends Span {
  id: string
  kind: ItemKind
  personInCharge: string
}

/** `live`; `retired` since its stop left the itinerary; `dropped` by hand. */
export type TaskState = 'live' | 'retired' | 'dropped'

export interface ExistingTask {
  id: string
  templateKey: string
  itemId: string | null
  dueAt: WallTime | null
  dueByHand: boolean
  doneAt: WallTime | null
  state: TaskState
}

export interface NewTask {
  templateKey: string
  itemId: string | null
  title: string
  titleLatin: string
  category: TaskCategory
  person: string
  dueAt: WallTime
}

export interface ChecklistChange {
  add: NewTask[]
  change: { id: string; patch: { state?: TaskState; dueAt?: WallTime } }[]
}

/** First minute of a visit without an itinerary, and its last. */
const DAY_BEGINS = '09:00'
const DAY_ENDS = '18:00'

/**
 * What makes a checklist agree with its template and the itinerary again: tasks to add, to retire, to bring back, and due times
 * that follow their stop. What is done stays as it is; what was dropped by hand stays dropped; a due time set by hand stays.
 * Applied twice, the second time changes nothing.
 */
export function followItinerary(
  template: readonly TemplateLine[],
  visit: ChecklistVisit,
  items: readonly ChecklistItem[],
  tasks: readonly ExistingTask[],
): ChecklistChange {
  const wanted = wantedTasks(template, visit, items)
  const byPlace = new Map(wanted.map(task => [placeOf(task), task]))
  const there = new Set(tasks.map(placeOf))
  const change: ChecklistChange['change'] = []
  for (const task of tasks) {
    if (task.templateKey === '' || task.doneAt !== null || task.state === 'dropped') continue
    const want = byPlace.get(placeOf(task))
    const patch: { state?: TaskState; dueAt?: WallTime } = {}
    if (!want && task.state === 'live') patch.state = 'retired'
    if (want && task.state === 'retired') patch.state = 'live'
    if (want && !task.dueByHand && want.dueAt !== task.dueAt) patch.dueAt = want.dueAt
    if (Object.keys(patch).length > 0) change.push({ id: task.id, patch })
  }
  return { add: wanted.filter(task => !there.has(placeOf(task))), change }
}

const placeOf = (task: { templateKey: string; itemId: string | null }): string =>
  `${task.templateKey} ${task.itemId ?? ''}`

/** Every task that the template asks for, by due time. */
function wantedTasks(
  template: readonly TemplateLine[],
  visit: ChecklistVisit,
  items: readonly ChecklistItem[],
): NewTask[] {
  const fits = template.filter(
    line =>
      (line.grades.length === 0 || line.grades.includes(visit.grade)) &&
      (line.visitKinds.length === 0 || line.visitKinds.includes(visit.kind)),
  )
  const starts = items.map(item => item.startsAt).sort()
  const ends = items.map(item => item.endsAt).sort()
  const whole = {
    startsAt: starts[0] ?? at(visit.startsOn, DAY_BEGINS),
    endsAt: ends.at(-1) ?? at(visit.endsOn, DAY_ENDS),
  }
  const made = fits.flatMap(line =>
    line.itemKinds.length === 0
      ? [newTask(line, null, whole, visit.coordinator)]
      : items
          .filter(item => line.itemKinds.includes(item.kind))
          .map(item =>
            newTask(line, item.id, item, line.person === 'inCharge' ? item.personInCharge : visit.coordinator),
          ),
  )
  return made.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}

function newTask(line: TemplateLine, itemId: string | null, span: Span, person: string): NewTask {
  return {
    templateKey: line.key,
    itemId,
    title: line.title,
    titleLatin: line.titleLatin,
    category: line.category,
    person: line.person === 'nobody' ? '' : person,
    dueAt: addMinutes(line.from === 'start' ? span.startsAt : span.endsAt, line.offset),
  }
}
