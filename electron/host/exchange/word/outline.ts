import type { TFunction } from 'i18next'
import type { Language } from '../../../../shared/domain/language.ts'
import { moneyText } from '../../../../shared/domain/money.ts'
import { budgetOf, plannedCosts } from '../../../../shared/domain/plan/budget.ts'
import { clockOf, dayOf, weekdayOf } from '../../../../shared/domain/time.ts'
import type { VisitRow } from '../../../db/tables.ts'
import type { HostContext } from '../../acts/context.ts'
import { linesOfVisit } from '../../acts/visitLines.ts'
import { versionsOfVisit } from '../../approvals/approvals.queries.ts'
import { mealsOfVisit } from '../../dining/dining.queries.ts'
import { titleOf, wordOf } from '../../files/translator.ts'
import { guestsOfVisit } from '../../guests/guests.queries.ts'
import { itemsOfVisit } from '../../itinerary/itinerary.queries.ts'
import { officeNow, officeSettingsOf } from '../../office/office.queries.ts'
import { paperVersion } from '../../print/print.queries.ts'
import { staffNames } from '../../resources/resources.queries.ts'
import { rulesOf } from '../../rules/rules.queries.ts'
import { presentAllocations } from '../../supplies/supplies.queries.ts'
import { countHeads } from '../../visits/visits.queries.ts'
import { contentOf, placeOf } from '../itinerary/schedule.entries.ts'

export interface OutlineTable {
  /** Widths in parts of the page. */
  columns: { title: string; width: number; right?: boolean }[]
  rows: string[][]
}

/** A document as headings, facts and tables: what a Word file is written from. */
export interface Outline {
  title: string
  company: string
  kind: string
  secret: string
  facts: [label: string, value: string][]
  parts: { heading: string; table?: OutlineTable; lines?: string[]; blank?: number }[]
  /** Who signs, with what was decided already. */
  signatures: { who: string; decided: string }[]
  signature: string
  foot: string
  language: Language
}

export type OutlineKind = 'plan' | 'itinerary' | 'closing-report'

/** What a document that offices circulate and sign says. Nothing in it of anybody's health, religion or ethnicity. */
export async function outlineOf(
  context: HostContext,
  visit: VisitRow,
  kind: OutlineKind,
  language: Language,
  t: TFunction,
): Promise<Outline> {
  const { db } = context
  const settings = await officeSettingsOf(db)
  const either = (chinese: string, latin: string) => (language === 'en' && latin !== '' ? latin : chinese)
  const gathered = await gather(context, visit, language)
  const base = {
    title: titleOf(visit, language),
    company: either(settings.companyName, settings.companyLatin),
    kind: t(`documents.${kind}`),
    signature: t('documents.signature'),
    language,
    foot: `${visit.code} · ${t('documents.version')} ${await paperVersion(db, visit.id, kind)} · ${t('documents.printed')} ${(await officeNow(context, db)).replace('T', ' ')}`,
  }
  const days = visit.starts_on === visit.ends_on ? visit.starts_on : `${visit.starts_on} – ${visit.ends_on}`
  const own = [gathered.staff(visit.coordinator), visit.coordinator_phone].filter(Boolean).join(' ')
  if (kind === 'itinerary')
    return {
      ...base,
      secret: '',
      facts: [
        [t('fields.day'), days],
        [t('fields.organization'), wordOf(visit, 'organization', language)],
        [t('fields.theme'), wordOf(visit, 'theme', language)],
        [t('documents.contact'), own],
        [t('fields.dress'), wordOf(visit, 'dress', language)],
        [t('fields.mapNote'), wordOf(visit, 'map_note', language)],
      ],
      parts: guestDays(gathered, t, language),
      signatures: [],
    }
  const facts: [string, string][] = [
    [t('fields.day'), days],
    [t('fields.organization'), wordOf(visit, 'organization', language)],
    [t('fields.grade'), t(`grade.${visit.grade}`)],
    [t('fields.visitKind'), t(`visitKind.${visit.kind}`)],
    [t('fields.headcount'), String((await countHeads(db, visit)) || '')],
    [t('fields.coordinator'), own],
    [t('fields.contactName'), [visit.contact_name, visit.contact_phone].filter(Boolean).join(' ')],
    [t('fields.theme'), wordOf(visit, 'theme', language)],
    [t('fields.objectives'), visit.objectives],
    [t('fields.purpose'), visit.purpose],
    [t('fields.topics'), visit.topics],
  ]
  return {
    ...base,
    secret: settings.secretLevel,
    facts,
    parts: kind === 'plan' ? planParts(gathered, visit, t, language) : closingParts(gathered, visit, t, language),
    signatures: kind === 'plan' ? planSignatures(gathered, visit, t) : closingSignatures(t),
  }
}

type Gathered = Awaited<ReturnType<typeof gather>>

async function gather(context: HostContext, visit: VisitRow, language: Language) {
  const { db } = context
  const allocations = await presentAllocations(db, await linesOfVisit(db, 'allocation', visit.id))
  return {
    rules: await rulesOf(db),
    guests: await guestsOfVisit(db, visit.id),
    items: await itemsOfVisit(db, visit.id),
    assignments: await linesOfVisit(db, 'assignment', visit.id),
    trips: await linesOfVisit(db, 'trip', visit.id),
    stays: await linesOfVisit(db, 'stay', visit.id),
    tickets: await linesOfVisit(db, 'ticket', visit.id),
    meals: await mealsOfVisit(db, visit.id),
    allocations,
    given: allocations.filter(line => !line.returned),
    costs: await linesOfVisit(db, 'cost', visit.id),
    tasks: await linesOfVisit(db, 'task', visit.id),
    versions: await versionsOfVisit(context, visit.id),
    staff: await staffNames(context.db, language),
  }
}

type Part = Outline['parts'][number]

const table = (heading: string, columns: OutlineTable['columns'], rows: string[][]): Part[] =>
  rows.length === 0 ? [] : [{ heading, table: { columns, rows } }]

const span = (item: { startsAt: string; endsAt: string }): string => `${clockOf(item.startsAt)}–${clockOf(item.endsAt)}`
const joined = (values: readonly (string | null | undefined)[], by = ' '): string => values.filter(Boolean).join(by)

/** A table a day: time, content, place, host. */
function guestDays({ items, staff }: Gathered, t: TFunction, language: Language): Part[] {
  const days = [...new Set(items.map(item => dayOf(item.startsAt)))]
  return days.flatMap(day =>
    table(
      `${day} ${t(`weekday.${weekdayOf(day)}`)}`,
      [
        { title: t('fields.time'), width: 18 },
        { title: t('fields.content'), width: 38 },
        { title: t('fields.place'), width: 27 },
        { title: t('documents.host'), width: 17 },
      ],
      items
        .filter(item => dayOf(item.startsAt) === day)
        .map(item => [span(item), contentOf(item, language, t), placeOf(item, language), staff(item.personInCharge)]),
    ),
  )
}

function stopsTable({ items, staff }: Gathered, t: TFunction, language: Language): Part[] {
  return table(
    t('section.itinerary'),
    [
      { title: t('fields.time'), width: 24 },
      { title: t('fields.content'), width: 34 },
      { title: t('fields.place'), width: 24 },
      { title: t('fields.personInCharge'), width: 18 },
    ],
    items.map(item => [
      `${dayOf(item.startsAt).slice(5)} ${span(item)}`,
      contentOf(item, language, t),
      placeOf(item, language),
      joined([staff(item.personInCharge), item.phone]),
    ]),
  )
}

function planParts(plan: Gathered, visit: VisitRow, t: TFunction, language: Language): Part[] {
  const stop = (itemId: string | null) => {
    const item = plan.items.find(each => each.id === itemId)
    if (!item) return t('staffing.wholeVisit')
    return `${dayOf(item.startsAt).slice(5)} ${clockOf(item.startsAt)} ${contentOf(item, language, t)}`
  }
  return [
    ...table(
      t('section.guests'),
      [
        { title: '#', width: 6 },
        { title: t('fields.name'), width: 22 },
        { title: t('fields.title'), width: 24 },
        { title: t('fields.organization'), width: 32 },
        { title: t('fields.diet'), width: 16 },
      ],
      plan.guests.map((guest, index) => [
        String(index + 1),
        (language === 'en' && guest.latin_name) || guest.name,
        guest.title,
        guest.organization === visit.organization ? wordOf(visit, 'organization', language) : guest.organization,
        guest.diet,
      ]),
    ),
    ...stopsTable(plan, t, language),
    ...table(
      t('section.staffing'),
      [
        { title: t('staffing.role'), width: 20 },
        { title: t('fields.name'), width: 20 },
        { title: t('fields.phone'), width: 22 },
        { title: t('fields.content'), width: 38 },
      ],
      plan.assignments.map(line => [
        t(`assignmentRole.${line.role}`),
        plan.staff(line.name),
        line.phone,
        stop(line.item_id),
      ]),
    ),
    ...table(
      t('section.transport'),
      [
        { title: t('fields.content'), width: 34 },
        { title: t('fields.vehicle'), width: 24 },
        { title: t('fields.driverName'), width: 22 },
        { title: t('fields.route'), width: 20 },
      ],
      plan.trips.map(trip => [
        stop(trip.item_id),
        joined([trip.vehicle_name, trip.plate]),
        joined([trip.driver_name, trip.driver_phone]),
        joined([trip.transport_number, trip.station, trip.route], ' · '),
      ]),
    ),
    ...table(
      t('section.lodging'),
      [
        { title: t('fields.hotel'), width: 36 },
        { title: t('fields.roomType'), width: 20 },
        { title: t('fields.checkIn'), width: 22 },
        { title: t('fields.checkOut'), width: 22 },
      ],
      plan.stays.map(stay => [stay.hotel, t(`roomType.${stay.room_type}`), stay.check_in, stay.check_out]),
    ),
    ...table(
      t('section.dining'),
      [
        { title: t('fields.content'), width: 34 },
        { title: t('fields.venue'), width: 28 },
        { title: t('fields.headcount'), width: 14, right: true },
        { title: t('fields.diets'), width: 24 },
      ],
      plan.meals.map(meal => [
        stop(meal.itemId),
        joined([meal.venue, meal.room]),
        String(meal.heads),
        meal.diets.map(({ diet, count }) => `${diet} ${count}`).join(t('mark.comma')),
      ]),
    ),
    ...givenTable(plan, t),
    ...budgetTable(plan, t, false),
  ]
}

function closingParts(plan: Gathered, visit: VisitRow, t: TFunction, language: Language): Part[] {
  const open = plan.tasks.filter(
    task =>
      task.state === 'live' && task.done_at === null && (task.due_at === null || dayOf(task.due_at) > visit.ends_on),
  )
  return [
    ...stopsTable(plan, t, language),
    ...givenTable(plan, t),
    ...budgetTable(plan, t, true),
    { heading: t('documents.outcome'), blank: 5 },
    {
      heading: t('documents.followUps'),
      table: {
        columns: [
          { title: t('fields.task'), width: 52 },
          { title: t('staffing.person'), width: 22 },
          { title: t('fields.dueAt'), width: 26 },
        ],
        rows: [
          ...open.map(task => [task.title, task.person, task.due_at?.replace('T', ' ') ?? '']),
          ...[1, 2, 3].map(() => ['', '', '']),
        ],
      },
    },
  ]
}

const givenTable = ({ given }: Gathered, t: TFunction): Part[] =>
  table(
    t('section.supplies'),
    [
      { title: t('fields.supply'), width: 70 },
      { title: t('fields.amount'), width: 30, right: true },
    ],
    given.map(line => [line.name, `${line.quantity} ${line.unit}`]),
  )

function budgetTable(plan: Gathered, t: TFunction, paid: boolean): Part[] {
  const sums = budgetOf(
    plannedCosts({
      tickets: plan.tickets,
      stays: plan.stays.map(stay => ({
        checkIn: stay.check_in,
        checkOut: stay.check_out,
        nightCost: stay.night_cost,
      })),
      meals: plan.meals,
      gifts: plan.given,
    }),
    plan.costs,
  )
  const row = (name: string, line: { estimated: number; actual: number | null }) => [
    name,
    moneyText(line.estimated),
    ...(paid ? [line.actual === null ? '' : moneyText(line.actual)] : []),
  ]
  return table(
    `${t('section.budget')} (${plan.rules.currency})`,
    [
      { title: t('fields.kind'), width: paid ? 50 : 70 },
      { title: t('fields.estimated'), width: paid ? 25 : 30, right: true },
      ...(paid ? [{ title: t('fields.actual'), width: 25, right: true }] : []),
    ],
    sums.kinds.length === 0
      ? []
      : [...sums.kinds.map(line => row(t(`costKind.${line.kind}`), line)), row(t('budget.total'), sums)],
  )
}

function planSignatures({ versions, rules }: Gathered, visit: VisitRow, t: TFunction): Outline['signatures'] {
  const [version] = versions
  const chain = version?.chain ?? rules.grades[visit.grade].chain.map(step => ({ ...step, accountName: '' }))
  return [
    { who: t('documents.drawnUp'), decided: visit.coordinator },
    ...chain.map((step, index) => {
      const decision = version?.decisions.find(each => each.step === index)
      return {
        who: joined([step.title, step.accountName]),
        decided: decision
          ? joined([
              t(`verdict.${decision.verdict}`),
              decision.person,
              decision.decidedAt.replace('T', ' '),
              decision.comment,
            ])
          : '',
      }
    }),
  ]
}

const closingSignatures = (t: TFunction): Outline['signatures'] => [
  { who: t('fields.coordinator'), decided: '' },
  { who: t('documents.reviewer'), decided: '' },
]
