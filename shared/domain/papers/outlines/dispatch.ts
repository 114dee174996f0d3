import { fact, lines, type Outline, type Part, small, strong } from '../outline.ts'
import { joined, type Speaker, shortMoment, whenOf } from '../speaker.ts'
import type { Told, ToldStop, ToldTrip } from '../told.ts'
import { coordinatorFact, guestNames, guestsAt, head, nothing, outline, type PaperName } from './common.ts'

/** One trip a slip, for the driver's hand: where, when, whom, with which flight, what the sign says. */
export function dispatchOutline(
  told: Told,
  speak: Speaker,
  paper: PaperName,
  { trip: only }: { trip: string },
): Outline {
  const inTime = told.trips
    .filter(trip => only === '' || trip.id === only)
    .flatMap(trip => {
      const item = told.items.find(each => each.id === trip.itemId)
      return item ? [{ trip, item }] : []
    })
    .sort((a, b) => (a.item.startsAt < b.item.startsAt ? -1 : 1))
  return outline(told, speak, paper, { margin: 12, single: true }, [
    ...inTime.flatMap(({ trip, item }, index): Part[] => [
      head(told, speak, paper, [fact(speak.word('fields.organization'), speak.of(told.visit, 'organization'))], {
        key: `head-${trip.id}`,
        startsPage: index > 0,
      }),
      {
        kind: 'text',
        key: `plate-${trip.id}`,
        look: 'plate',
        lines: lines([
          `${trip.plate || trip.vehicleName} `,
          { text: trip.plate === '' ? '' : trip.vehicleName, small: true },
        ]),
      },
      facts(trip, item, told, speak),
    ]),
    ...(inTime.length === 0 ? [head(told, speak, paper, []), nothing(speak.word('transport.noCar'))] : []),
  ])
}

function facts(trip: ToldTrip, item: ToldStop, told: Told, speak: Speaker): Part {
  const riders = trip.guestIds.length > 0 ? trip.guestIds : guestsAt(item, told).map(guest => guest.id)
  return {
    kind: 'facts',
    key: `facts-${trip.id}`,
    facts: [
      fact(speak.word('fields.time'), strong(whenOf(item))),
      fact(speak.word('fields.content'), speak.content(item)),
      fact(speak.word('fields.driverName'), speak.person(trip.driverName, trip.driverPhone)),
      fact(speak.word('fields.meetingPoint'), trip.meetingPoint || speak.place(item)),
      fact(speak.word('fields.route'), trip.route),
      fact(
        speak.word('fields.transportNumber'),
        joined([trip.transportNumber, trip.station, shortMoment(trip.transportAt)], ' · '),
      ),
      fact(speak.word('fields.signText'), trip.signText),
      fact(
        speak.word('fields.passengers'),
        speak.listRuns(guestNames(riders, told, speak)),
        small(speak.word('today.people', { count: riders.length })),
      ),
      fact(speak.word('fields.luggage'), trip.luggage),
      fact(speak.word('fields.personInCharge'), speak.person(item.personInCharge, item.phone)),
      coordinatorFact(told.visit, speak),
      fact(speak.word('fields.notes'), trip.notes),
    ],
  }
}
