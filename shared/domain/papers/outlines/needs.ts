import { NEEDS_FIELDS, type NeedsField } from '../../lists/needsForm.ts'
import { lines, type Outline, row, table } from '../outline.ts'
import type { Speaker } from '../speaker.ts'
import type { Told, ToldGuest } from '../told.ts'
import { arrivalOf, coordinatorFact, head, outline, type PaperName } from './common.ts'

/** Lines left for guests who are not known yet. */
const BLANK_LINES = 12
const TALL: readonly NeedsField[] = ['purpose', 'expectations', 'topics', 'preferences', 'taboos']

/** The needs sheet: sent to the other side blank, or with what is known to be looked over. */
export function needsOutline(
  told: Told,
  speak: Speaker,
  paper: PaperName,
  { filled }: { filled: 'yes' | 'no' },
): Outline {
  const { visit, settings } = told
  const known = filled === 'yes'
  const answer = (value: string | number | boolean | null): string =>
    !known ? '' : typeof value === 'boolean' ? speak.word(value ? 'common.yes' : 'common.no') : String(value ?? '')
  return outline(told, speak, paper, { margin: 16 }, [
    head(told, speak, paper, [coordinatorFact(visit, speak, 'documents.contact')]),
    {
      kind: 'text',
      key: 'intro',
      look: 'intro',
      lines: lines(
        speak.word('documents.needsIntro', { company: speak.name(settings.companyName, settings.companyLatin) }),
      ),
    },
    {
      kind: 'form',
      key: 'form',
      rows: NEEDS_FIELDS.map(field => ({
        key: field,
        question: speak.word(`fields.${field}`),
        answer: answer(visit[field]),
        tall: TALL.includes(field),
      })),
    },
    { kind: 'heading', key: 'guests-title', text: speak.word('section.guests') },
    guestTable(known ? told.guests : [], known, speak),
  ])
}

function guestTable(guests: readonly ToldGuest[], known: boolean, speak: Speaker) {
  const blanks = Math.max(known ? 3 : BLANK_LINES, BLANK_LINES - guests.length)
  return table(
    'guests',
    [
      { title: speak.word('fields.name'), width: 38 },
      { title: speak.word('fields.title'), width: 30 },
      { title: speak.word('fields.gender'), width: speak.language === 'both' ? 23 : 16 },
      { title: speak.word('fields.phone'), width: 30 },
      { title: speak.word('fields.diet'), width: 26 },
      { title: speak.word('overview.arrivals'), width: 'rest' },
    ],
    [
      ...guests.map(guest =>
        row(
          guest.id,
          speak.runs(guest.name, guest.latinName),
          guest.title,
          guest.gender === 'unknown' ? '' : speak.word(`gender.${guest.gender}`),
          guest.phone,
          guest.diet,
          arrivalOf(guest),
        ),
      ),
      ...Array.from({ length: blanks }, (_, index) => row(`blank-${index}`, '', '', '', '', '', '')),
    ],
    { toFill: true },
  )
}
