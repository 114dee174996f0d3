import { moneyText } from '../../money.ts'
import { fact, type Line, lines, type Outline, type Part, row, runsOf, small, strong, titled } from '../outline.ts'
import { joined, moment, type Speaker, shortMoment, whenOf } from '../speaker.ts'
import type { Told } from '../told.ts'
import {
  arrivalOf,
  budgetSums,
  budgetTitle,
  coordinatorFact,
  daysFact,
  guestNames,
  head,
  headsText,
  inChargeLines,
  outline,
  type PaperName,
  planBLines,
} from './common.ts'

/** The whole reception plan, ready to be signed. Nothing in it of anybody's health, religion or ethnicity. */
export const planOutline = (told: Told, speak: Speaker, paper: PaperName): Outline =>
  outline(told, speak, paper, { margin: 16 }, [
    head(told, speak, paper, [daysFact(told.visit, speak)]),
    overview(told, speak),
    ...guests(told, speak),
    ...itinerary(told, speak),
    ...staffing(told, speak),
    ...trips(told, speak),
    ...tickets(told, speak),
    ...lodging(told, speak),
    ...dining(told, speak),
    ...supplies(told, speak),
    ...budget(told, speak),
    ...signatures(told, speak),
  ])

function overview({ visit }: Told, speak: Speaker): Part {
  return {
    kind: 'facts',
    key: 'overview',
    facts: [
      fact(speak.word('fields.organization'), speak.of(visit, 'organization')),
      fact(speak.word('fields.grade'), speak.word(`grade.${visit.grade}`)),
      fact(speak.word('fields.visitKind'), speak.word(`visitKind.${visit.kind}`)),
      fact(speak.word('fields.headcount'), headsText(visit)),
      fact(speak.word('fields.contactName'), joined([visit.contactName, visit.contactPhone])),
      coordinatorFact(visit, speak),
      fact(speak.word('fields.theme'), speak.of(visit, 'theme')),
      fact(speak.word('fields.objectives'), visit.objectives),
      fact(speak.word('fields.purpose'), visit.purpose),
      fact(speak.word('fields.topics'), visit.topics),
      fact(speak.word('fields.expectations'), visit.expectations),
      fact(speak.word('fields.preferences'), visit.preferences),
      fact(speak.word('fields.taboos'), visit.taboos),
      fact(speak.word('fields.dress'), speak.of(visit, 'dress')),
      fact(speak.word('fields.notes'), visit.notes),
    ],
  }
}

function guests(told: Told, speak: Speaker): Part[] {
  const { visit } = told
  return titled(
    speak.word('section.guests'),
    'guests',
    [
      { title: '#', width: 8 },
      { title: speak.word('fields.name'), width: 46 },
      { title: speak.word('fields.title'), width: 32 },
      { title: speak.word('fields.organization'), width: 'rest' },
      { title: speak.word('fields.diet'), width: 22 },
      { title: speak.word('overview.arrivals'), width: 32 },
    ],
    told.guests.map((guest, index) =>
      row(
        guest.id,
        index + 1,
        lines([
          strong(speak.runs(guest.name, guest.latinName)),
          guest.isHead ? { text: ` ${speak.word('fields.isHead')}`, small: true } : '',
        ]),
        guest.title,
        guest.organization === visit.organization ? speak.of(visit, 'organization') : guest.organization,
        guest.diet,
        arrivalOf(guest),
      ),
    ),
  )
}

function itinerary({ items }: Told, speak: Speaker): Part[] {
  return titled(
    speak.word('section.itinerary'),
    'itinerary',
    [
      { title: speak.word('fields.time'), width: 37 },
      { title: speak.word('fields.content'), width: 'rest' },
      { title: speak.word('fields.place'), width: 42 },
      { title: speak.word('fields.personInCharge'), width: 30 },
    ],
    items.map(item =>
      row(
        item.id,
        strong(whenOf(item)),
        [...lines(strong(speak.contentRuns(item))), ...planBLines(item, speak)],
        lines(
          speak.place(item),
          small(speak.list([item.setupStyle && speak.word(`setupStyle.${item.setupStyle}`), ...item.equipment])),
        ),
        inChargeLines(item, speak),
      ),
    ),
  )
}

function staffing({ assignments, items }: Told, speak: Speaker): Part[] {
  const stop = (itemId: string | null) => {
    const item = items.find(each => each.id === itemId)
    return item ? `${whenOf(item)} ${speak.content(item)}` : speak.word('staffing.wholeVisit')
  }
  return titled(
    speak.word('section.staffing'),
    'staffing',
    [
      { title: speak.word('staffing.role'), width: 30 },
      { title: speak.word('fields.name'), width: 34 },
      { title: speak.word('fields.phone'), width: 36 },
      { title: speak.word('fields.content'), width: 'rest' },
    ],
    assignments.map(line =>
      row(
        line.id,
        speak.word(`assignmentRole.${line.role}`),
        speak.staffRuns(line.name),
        line.phone,
        stop(line.itemId),
      ),
    ),
  )
}

function trips(told: Told, speak: Speaker): Part[] {
  return titled(
    speak.word('section.transport'),
    'trips',
    [
      { title: speak.word('fields.time'), width: 37 },
      { title: speak.word('fields.vehicle'), width: 32 },
      { title: speak.word('fields.driverName'), width: 28 },
      { title: speak.word('fields.route'), width: 'rest' },
      { title: speak.word('fields.passengers'), width: 44 },
    ],
    told.trips.map(trip => {
      const item = told.items.find(each => each.id === trip.itemId)
      return row(
        trip.id,
        item ? whenOf(item) : '',
        lines(trip.vehicleName, small(trip.plate)),
        lines(speak.staffRuns(trip.driverName), small(trip.driverPhone)),
        joined([trip.transportNumber, trip.station, trip.meetingPoint, trip.route], ' · '),
        trip.guestIds.length > 0
          ? speak.listRuns(guestNames(trip.guestIds, told, speak))
          : speak.word('itinerary.everyone'),
      )
    }),
  )
}

function tickets(told: Told, speak: Speaker): Part[] {
  return titled(
    speak.word('transport.tickets'),
    'tickets',
    [
      { title: speak.word('fields.number'), width: 24 },
      { title: speak.word('fields.traveller'), width: 30 },
      { title: speak.word('fields.route'), width: 'rest' },
      { title: speak.word('fields.departsAt'), width: 34 },
      { title: speak.word('fields.seatClass'), width: 24 },
    ],
    told.tickets.map(ticket => {
      const guest = told.guests.find(each => each.id === ticket.guestId)
      return row(
        ticket.id,
        ticket.number,
        guest ? speak.runs(guest.name, guest.latinName) : speak.staffRuns(ticket.traveller),
        joined([ticket.fromPlace, ticket.toPlace], ' → '),
        shortMoment(ticket.departsAt),
        ticket.seatClass,
      )
    }),
  )
}

function lodging(told: Told, speak: Speaker): Part[] {
  return titled(
    speak.word('section.lodging'),
    'stays',
    [
      { title: speak.word('fields.hotel'), width: 40 },
      { title: speak.word('fields.roomType'), width: 24 },
      { title: speak.word('fields.checkIn'), width: 36 },
      { title: speak.word('fields.guests'), width: 'rest' },
      { title: speak.word('fields.confirmation'), width: 28 },
    ],
    told.stays.map(stay =>
      row(
        stay.id,
        joined([stay.hotel, stay.roomNumber]),
        speak.word(`roomType.${stay.roomType}`),
        `${stay.checkIn.slice(5)} – ${stay.checkOut.slice(5)}`,
        speak.listRuns(guestNames(stay.guestIds, told, speak)),
        stay.confirmation,
      ),
    ),
  )
}

function dining({ meals, items }: Told, speak: Speaker): Part[] {
  return titled(
    speak.word('section.dining'),
    'meals',
    [
      { title: speak.word('fields.time'), width: 37 },
      { title: speak.word('fields.venue'), width: 42 },
      { title: speak.word('fields.headcount'), width: 16, right: true },
      { title: speak.word('fields.headCost'), width: 22, right: true },
      { title: speak.word('fields.diets'), width: 'rest' },
    ],
    meals.map(meal => {
      const item = items.find(each => each.id === meal.itemId)
      return row(
        meal.id,
        item ? whenOf(item) : '',
        joined([meal.venue || (item ? speak.place(item) : ''), meal.room], ' · '),
        meal.heads || '',
        lines(moneyText(meal.headCost), small(meal.overReason)),
        speak.counts(meal.diets),
      )
    }),
  )
}

function supplies({ allocations }: Told, speak: Speaker): Part[] {
  return titled(
    speak.word('section.supplies'),
    'supplies',
    [
      { title: speak.word('fields.supply'), width: 'rest' },
      { title: speak.word('fields.kind'), width: 24 },
      { title: speak.word('fields.quantity'), width: 24, right: true },
      { title: speak.word('fields.value'), width: 26, right: true },
      { title: speak.word('fields.reason'), width: 44 },
    ],
    allocations
      .filter(line => !line.returned)
      .map(line =>
        row(
          line.id,
          speak.runs(line.name, line.latinName),
          speak.word(`supplyKind.${line.kind}`),
          `${line.quantity} ${line.unit}`,
          moneyText(line.quantity * line.unitValue),
          line.reason,
        ),
      ),
  )
}

function budget(told: Told, speak: Speaker): Part[] {
  const sums = budgetSums(told)
  if (sums.kinds.length === 0) return []
  return titled(
    budgetTitle(told, speak),
    'budget',
    [
      { title: speak.word('fields.kind'), width: 'rest' },
      { title: speak.word('fields.estimated'), width: 40, right: true },
    ],
    [
      ...sums.kinds.map(line => row(line.kind, speak.word(`costKind.${line.kind}`), moneyText(line.estimated))),
      row('total', strong(speak.word('budget.total')), strong(moneyText(sums.estimated))),
    ],
  )
}

/** A box for everybody who has to sign: decided here already, or to be signed on paper. */
function signatures({ visit, chain, approval }: Told, speak: Speaker): Part[] {
  const steps = approval?.chain ?? chain.map(step => ({ ...step, accountName: '' }))
  const sign = speak.word('documents.signature')
  return [
    { kind: 'heading', key: 'signatures-title', text: speak.word('section.approval') },
    {
      kind: 'signatures',
      key: 'signatures',
      boxes: [
        { who: speak.word('documents.drawnUp'), decided: lines(speak.staffRuns(visit.coordinator)), sign },
        ...steps.map((step, index) => ({
          who: joined([step.title, speak.staff(step.accountName)]),
          decided: decisionLines(
            approval?.decisions.find(each => each.step === index),
            speak,
          ),
          sign,
        })),
        ...(steps.length === 0 ? [{ who: '', decided: lines(speak.word('approval.byItself')), sign: '' }] : []),
      ],
    },
  ]
}

function decisionLines(
  decision: NonNullable<Told['approval']>['decisions'][number] | undefined,
  speak: Speaker,
): readonly Line[] {
  if (!decision) return []
  const recorded =
    decision.means === 'here'
      ? ''
      : speak.word('approval.recorded', {
          means: speak.word(`means.${decision.means}`),
          by: speak.staff(decision.recordedBy),
        })
  return lines(
    [`${speak.word(`verdict.${decision.verdict}`)} `, runsOf(speak.staffRuns(decision.person))],
    small(joined([moment(decision.decidedAt), recorded])),
    small(decision.comment),
  )
}
