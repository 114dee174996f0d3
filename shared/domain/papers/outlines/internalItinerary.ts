import { fact, type Line, lines, type Outline, row, type Said, small, strong } from '../outline.ts'
import { joined, type Speaker, timeOf } from '../speaker.ts'
import type { Told, ToldStop } from '../told.ts'
import { coordinatorFact, daysFact, head, headsText, outline, type PaperName } from './common.ts'
import { byDay } from './itinerary.ts'

/** The itinerary for the house: who is in charge with phone, room and equipment, cars and drivers, diets, notes. */
export function internalItineraryOutline(told: Told, speak: Speaker, paper: PaperName): Outline {
  const { visit } = told
  return outline(told, speak, paper, { margin: 12 }, [
    head(told, speak, paper, [
      daysFact(visit, speak),
      fact(speak.word('fields.grade'), speak.word(`grade.${visit.grade}`)),
      fact(speak.word('fields.organization'), speak.of(visit, 'organization')),
      fact(speak.word('fields.headcount'), headsText(visit)),
      coordinatorFact(visit, speak),
      fact(speak.word('fields.contactName'), joined([visit.contactName, visit.contactPhone])),
    ]),
    byDay(
      told,
      speak,
      [
        { title: speak.word('fields.time'), width: 26, when: true },
        { title: speak.word('fields.content'), width: '22%' },
        { title: speak.word('fields.place'), width: '19%' },
        { title: speak.word('fields.personInCharge'), width: '13%' },
        { title: speak.word('fields.vehicle'), width: '17%' },
        { title: speak.word('fields.notes'), width: 'rest' },
      ],
      item =>
        row(
          item.id,
          timeOf(item),
          lines(strong(speak.contentRuns(item)), small(natureOf(item, speak))),
          lines(speak.place(item), small(setupOf(item, told, speak))),
          lines(speak.staffRuns(item.personInCharge), small(item.phone), small(peopleOf(item, told, speak))),
          carsOf(item, told, speak),
          [
            ...mealOf(item, told, speak),
            ...lines(
              item.notes,
              small(speak.noted('fields.route', item.route)),
              small(speak.noted('fields.safetyGear', item.safetyGear)),
              small(speak.noted('fields.photoRule', item.photoRule && speak.word(`photoRule.${item.photoRule}`))),
              small(speak.noted('fields.planB', item.planB)),
            ),
          ],
        ),
    ),
  ])
}

/** What kind of stop it is, for how many of the guests, and whether it can be moved. */
const natureOf = (item: ToldStop, speak: Speaker): string =>
  joined(
    [
      speak.word(`itemKind.${item.kind}`),
      item.allGuests ? '' : speak.word('documents.someGuests', { count: item.guestIds.length }),
      item.isFixed ? speak.word('documents.fixed') : '',
    ],
    ' · ',
  )

/** What the stop wants of its room; where nothing is asked, what the room has. */
function setupOf(item: ToldStop, { rooms }: Told, speak: Speaker): string {
  const wanted = item.equipment.length > 0 ? item.equipment : rooms.find(room => room.id === item.roomId)?.equipment
  return speak.list([
    item.setupStyle && speak.word(`setupStyle.${item.setupStyle}`),
    ...(wanted ?? []),
    item.nameCards ? speak.word('fields.nameCards') : '',
    item.refreshments,
  ])
}

/** Everybody who has something to do there beside the one in charge. */
const peopleOf = (item: ToldStop, { assignments }: Told, speak: Speaker): string =>
  speak.clauses(
    assignments
      .filter(line => line.itemId === item.id)
      .map(line => `${speak.word(`assignmentRole.${line.role}`)} ${speak.staff(line.name)}`),
  )

const carsOf = (item: ToldStop, { trips }: Told, speak: Speaker): readonly Line[] =>
  trips
    .filter(trip => trip.itemId === item.id)
    .flatMap(trip =>
      lines(
        joined([trip.vehicleName, trip.plate]),
        small(speak.person(trip.driverName, trip.driverPhone)),
        small(joined([trip.transportNumber, trip.station, trip.meetingPoint], ' · ')),
      ),
    )

/** Where the meal is when it is no room of ours, and who eats what, counted. */
function mealOf(item: ToldStop, { meals }: Told, speak: Speaker): readonly Line[] {
  const meal = meals.find(each => each.itemId === item.id)
  if (!meal) return []
  const where: Said = [`${joined([meal.venue, meal.room], ' · ')} `, { text: meal.phone, whole: true }]
  return lines(where, strong(speak.counts(meal.diets)))
}
