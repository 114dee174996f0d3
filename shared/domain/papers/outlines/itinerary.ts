import { type Day, dayOf } from '../../time.ts'
import { fact, type Outline, type Part, type Row, row, strong, type TablePart } from '../outline.ts'
import { type Speaker, timeOf } from '../speaker.ts'
import type { Told, ToldStop } from '../told.ts'
import { vcard } from '../vcard.ts'
import { coordinatorFact, daysFact, head, outline, type PaperName } from './common.ts'

/** The itinerary a guest is handed: time, content, place, host; nobody's phone but the coordinator's, nobody's health or diet. */
export function itineraryOutline(
  told: Told,
  speak: Speaker,
  paper: PaperName,
  { paper: size }: { paper: 'a4' | 'a5' },
): Outline {
  const { visit } = told
  const small = size === 'a5'
  return outline(told, speak, paper, { margin: small ? 11 : 16 }, [
    head(told, speak, paper, [
      daysFact(visit, speak),
      fact(speak.word('fields.organization'), speak.of(visit, 'organization')),
      fact(speak.word('fields.theme'), speak.of(visit, 'theme')),
      coordinatorFact(visit, speak, 'documents.contact'),
      fact(speak.word('fields.dress'), speak.of(visit, 'dress')),
      fact(speak.word('fields.mapNote'), speak.of(visit, 'mapNote')),
    ]),
    byDay(
      told,
      speak,
      [
        { title: speak.word('fields.time'), width: small ? 26 : 30, when: true },
        { title: speak.word('fields.content'), width: 'rest' },
        { title: speak.word('fields.place'), width: '32%' },
        { title: speak.word('documents.host'), width: '17%' },
      ],
      item =>
        row(
          item.id,
          timeOf(item),
          strong(speak.contentRuns(item)),
          speak.place(item),
          speak.staffRuns(item.personInCharge),
        ),
    ),
    ...contact(told, speak),
  ])
}

/** The stops of a visit day by day, in order of time. */
export function stopsByDay(items: readonly ToldStop[]): { day: Day; stops: readonly ToldStop[] }[] {
  const days = [...new Set(items.map(item => dayOf(item.startsAt)))]
  return days.map(day => ({ day, stops: items.filter(item => dayOf(item.startsAt) === day) }))
}

/** A row for each stop, the days above theirs. */
export const byDay = (
  { items }: Told,
  speak: Speaker,
  columns: TablePart['columns'],
  told: (item: ToldStop) => Row,
): TablePart => ({
  kind: 'table',
  key: 'itinerary',
  columns,
  loose: true,
  groups: stopsByDay(items).map(({ day, stops }) => ({ title: speak.day(day), rows: stops.map(told) })),
})

/** Whom to ask, where somebody can be. */
function contact({ visit, settings }: Told, speak: Speaker): Part[] {
  if (visit.coordinator === '' || visit.coordinatorPhone === '') return []
  return [
    {
      kind: 'contact',
      key: 'contact',
      name: speak.staffRuns(visit.coordinator),
      phone: visit.coordinatorPhone,
      card: vcard({
        name: speak.staff(visit.coordinator),
        organization: speak.name(settings.companyName, settings.companyLatin),
        phone: visit.coordinatorPhone,
        email: settings.email,
      }),
      note: speak.word('documents.scanContact'),
    },
  ]
}
