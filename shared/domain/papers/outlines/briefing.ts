import { dietCounts } from '../../plan/dining.ts'
import { ASSIGNMENT_ROLES } from '../../plan/staffing.ts'
import { dayOf } from '../../time.ts'
import { fact, type Outline, row, strong, titled } from '../outline.ts'
import { joined, type Speaker, timeOf, whenOf } from '../speaker.ts'
import type { Told } from '../told.ts'
import { daysFact, head, headsText, inChargeLines, outline, type PaperName, planBLines, stopLines } from './common.ts'

/** What everybody takes home from the briefing: who comes, the days, who does what, what to heed. */
export function briefingOutline(told: Told, speak: Speaker, paper: PaperName): Outline {
  const { visit, briefing, guests } = told
  const leader = guests.find(guest => guest.isHead)
  return outline(told, speak, paper, { margin: 16 }, [
    head(told, speak, paper, [fact(speak.word('briefing.title'), meeting(told, speak))]),
    {
      kind: 'facts',
      key: 'facts',
      facts: [
        fact(speak.word('fields.organization'), speak.of(visit, 'organization')),
        daysFact(visit, speak),
        fact(speak.word('fields.headcount'), headsText(visit)),
        fact(
          speak.word('fields.isHead'),
          leader ? joined([speak.name(leader.name, leader.latinName), leader.title]) : '',
        ),
        fact(speak.word('fields.theme'), speak.of(visit, 'theme')),
        fact(speak.word('fields.objectives'), visit.objectives),
        fact(speak.word('fields.topics'), visit.topics),
        fact(speak.word('fields.taboos'), visit.taboos),
        fact(speak.word('fields.language'), speak.list([...new Set(guests.map(guest => guest.language))])),
        fact(speak.word('fields.diets'), speak.counts(dietCounts(guests))),
        fact(speak.word('fields.dress'), speak.of(visit, 'dress')),
        fact(speak.word('fields.agenda'), briefing?.agenda ?? ''),
      ],
    },
    ...stops(told, speak),
    ...attendees(told, speak),
  ])
}

function meeting({ briefing, rooms }: Told, speak: Speaker): string {
  if (!briefing) return ''
  const latin = rooms.find(room => room.id === briefing.roomId)?.latinName ?? ''
  return joined([dayOf(briefing.startsAt), timeOf(briefing), speak.name(briefing.roomName, latin) || briefing.place])
}

const stops = ({ items, duties }: Told, speak: Speaker) =>
  titled(
    speak.word('section.itinerary'),
    'itinerary',
    [
      { title: speak.word('fields.time'), width: 37 },
      { title: speak.word('fields.content'), width: 'rest' },
      { title: speak.word('fields.personInCharge'), width: 36 },
      { title: speak.word('section.staffing'), width: 52 },
    ],
    items.map(item =>
      row(
        item.id,
        strong(whenOf(item)),
        [...stopLines(item, speak), ...planBLines(item, speak)],
        inChargeLines(item, speak),
        speak.clauses(
          duties
            .filter(duty => duty.itemId === item.id && duty.role !== 'inCharge')
            .map(duty => `${speak.word(`assignmentRole.${duty.role}`)} ${speak.staff(duty.name)}`),
        ),
      ),
    ),
  )

const ROLES: ReadonlySet<string> = new Set([...ASSIGNMENT_ROLES, 'inCharge'])

const attendees = (told: Told, speak: Speaker) =>
  titled(
    speak.word('documents.attendance'),
    'attendees',
    [
      { title: speak.word('fields.name'), width: 40 },
      { title: speak.word('fields.phone'), width: 44 },
      { title: speak.word('fields.duty'), width: 'rest' },
      { title: speak.word('documents.signature'), width: 40 },
    ],
    told.attendees.map(attendee =>
      row(
        attendee.id,
        speak.staffRuns(attendee.name),
        attendee.phone,
        // Duties are kept as the roles they come from; what was typed by hand is none.
        speak.list(
          attendee.duty.split(' ').map(role => (ROLES.has(role) ? speak.word(`assignmentRole.${role}`) : role)),
        ),
        attendee.attended ? '✓' : '',
      ),
    ),
  )
