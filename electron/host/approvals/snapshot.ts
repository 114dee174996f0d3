import { stopLabel } from '../../../shared/domain/itinerary.ts'
import { budgetOf, plannedCosts } from '../../../shared/domain/plan/budget.ts'
import { dietsText } from '../../../shared/domain/plan/dining.ts'
import type { PlanLine, PlanSnapshot, PlanValue } from '../../../shared/domain/plan/plan.ts'
import { clockOf, dayOf } from '../../../shared/domain/time.ts'
import type { VisitRow } from '../../db/tables.ts'
import type { Db } from '../acts/context.ts'
import { linesOfVisit } from '../acts/visitLines.ts'
import { mealsOfVisit, participants } from '../dining/dining.queries.ts'
import { guestsOfVisit } from '../guests/guests.queries.ts'
import { itemRowsOfVisit, itemsOfVisit } from '../itinerary/itinerary.queries.ts'
import { presentAllocations } from '../supplies/supplies.queries.ts'
import { countHeads } from '../visits/visits.queries.ts'

/** A visit's plan as it is now, in plain values. Health, religion and ethnicity stay out. */
export async function planSnapshot(db: Db, visit: VisitRow): Promise<PlanSnapshot> {
  const guests = await guestsOfVisit(db, visit.id)
  const rows = await itemRowsOfVisit(db, visit.id)
  const items = await itemsOfVisit(db, visit.id)
  const meals = await mealsOfVisit(db, visit.id)
  const tickets = await linesOfVisit(db, 'ticket', visit.id)
  const stays = await linesOfVisit(db, 'stay', visit.id)
  const costs = await linesOfVisit(db, 'cost', visit.id)
  const allocations = (await presentAllocations(db, await linesOfVisit(db, 'allocation', visit.id))).filter(
    line => !line.returned,
  )
  const heads = await countHeads(db, visit)
  const nameOf = new Map(guests.map(guest => [guest.id, guest.name]))
  const names = (ids: readonly string[]) => ids.flatMap(id => nameOf.get(id) ?? [])
  const labelOf = new Map(
    rows.map(row => [row.id, `${dayOf(row.startsAt).slice(5)} ${clockOf(row.startsAt)} ${stopLabel(row)}`]),
  )
  const line = (id: string, label: string, fields: Record<string, PlanValue>): PlanLine => ({ id, label, fields })
  const budget = budgetOf(
    plannedCosts({
      tickets,
      stays,
      meals,
      gifts: allocations,
    }),
    costs,
  )
  return {
    overview: [
      line(visit.id, visit.title, {
        visitTitle: visit.title,
        organization: visit.organization,
        grade: visit.grade,
        visitKind: visit.kind,
        startsOn: visit.startsOn,
        endsOn: visit.endsOn,
        headcount: heads || null,
        theme: visit.theme,
        objectives: visit.objectives,
        purpose: visit.purpose,
        coordinator: visit.coordinator,
        coordinatorPhone: visit.coordinatorPhone,
        contactName: visit.contactName,
        contactPhone: visit.contactPhone,
        dress: visit.dress,
        notes: visit.notes,
      }),
    ],
    guests: guests.map(guest =>
      line(guest.id, guest.name, {
        name: guest.name,
        title: guest.title,
        organization: guest.organization,
        isHead: guest.isHead,
        language: guest.language,
        diet: guest.diet,
        arrivalNumber: guest.arrivalNumber,
        arrivalAt: guest.arrivalAt,
        departureNumber: guest.departureNumber,
        departureAt: guest.departureAt,
      }),
    ),
    itinerary: items.map(item =>
      line(item.id, labelOf.get(item.id) ?? '', {
        startsAt: item.startsAt,
        endsAt: item.endsAt,
        itemKind: item.kind,
        content: item.content,
        room: item.roomName,
        place: item.place,
        personInCharge: item.personInCharge,
        participants: item.allGuests ? null : names(item.guestIds),
        planB: item.planB,
        setupStyle: item.setupStyle,
        equipment: item.equipment,
        route: item.route,
        photoRule: item.photoRule,
        notes: item.notes,
      }),
    ),
    staffing: (await linesOfVisit(db, 'assignment', visit.id)).map(row =>
      line(row.id, row.name, {
        name: row.name,
        assignmentRole: row.role,
        item: row.itemId ? (labelOf.get(row.itemId) ?? '') : '',
        phone: row.phone,
      }),
    ),
    transport: [
      ...(await linesOfVisit(db, 'trip', visit.id)).map(row =>
        line(row.id, `${labelOf.get(row.itemId) ?? ''} ${row.vehicleName}`.trim(), {
          vehicle: row.vehicleName,
          plate: row.plate,
          driverName: row.driverName,
          driverPhone: row.driverPhone,
          route: row.route,
          meetingPoint: row.meetingPoint,
          transportNumber: row.transportNumber,
          transportAt: row.transportAt,
          passengers: names(row.guestIds),
          signText: row.signText,
        }),
      ),
      ...tickets.map(row =>
        line(row.id, row.number, {
          number: row.number,
          traveller: (row.guestId && nameOf.get(row.guestId)) || row.traveller,
          seatClass: row.seatClass,
          fromPlace: row.fromPlace,
          toPlace: row.toPlace,
          departsAt: row.departsAt,
          arrivesAt: row.arrivesAt,
          cost: row.cost,
        }),
      ),
    ],
    lodging: stays.map(row =>
      line(row.id, `${row.hotel} ${row.roomNumber}`.trim(), {
        hotel: row.hotel,
        roomType: row.roomType,
        roomNumber: row.roomNumber,
        checkIn: row.checkIn,
        checkOut: row.checkOut,
        guests: names(row.guestIds),
        confirmation: row.confirmation,
        nightCost: row.nightCost,
      }),
    ),
    dining: meals.map(meal => {
      const row = rows.find(each => each.id === meal.itemId)
      return line(meal.id, labelOf.get(meal.itemId) ?? '', {
        venue: meal.venue,
        room: meal.room,
        tableCount: meal.tableCount,
        seats: meal.seats,
        headCost: meal.headCost,
        overReason: meal.overReason,
        menu: meal.menu,
        drinks: meal.drinks,
        diets: row ? dietsText(participants(row, guests)) : '',
      })
    }),
    supplies: allocations.map(row =>
      line(row.id, row.name, { name: row.name, quantity: row.quantity, unitValue: row.unitValue, reason: row.reason }),
    ),
    budget: budget.kinds.map(kind =>
      line(kind.kind, `@costKind.${kind.kind}`, { costKind: kind.kind, estimated: kind.estimated }),
    ),
  }
}
