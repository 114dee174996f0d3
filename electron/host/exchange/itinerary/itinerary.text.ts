import { type Outline, type Part, type Row, textOf } from '../../../../shared/domain/papers/outline.ts'

/** The guests' itinerary for a chat window: plain lines that read well without any program. @param colon stands behind a label */
export function itineraryText({ parts }: Outline, colon: string): string {
  return `${parts.flatMap(part => linesOf(part, colon)).join('\r\n')}\r\n`
}

function linesOf(part: Part, colon: string): string[] {
  switch (part.kind) {
    case 'head': {
      const facts = part.facts.filter(fact => fact.value.length > 0)
      return [
        textOf({ runs: part.title }),
        ...facts.map(fact => `${fact.label}${colon}${fact.value.map(textOf).join(' ')}`),
      ]
    }
    case 'table':
      return part.groups.flatMap(({ title, rows }) => ['', `【${title}】`, ...rows.map(stopLine)])
    default:
      // Whom to ask stands among the facts.
      return []
  }
}

/** `09:00–10:30 会谈 @ 301 会议室 · 王晓燕`. */
function stopLine({ cells }: Row): string {
  const [when = '', what = '', where = '', who = ''] = cells.map(cell =>
    'mark' in cell ? '' : cell.map(textOf).join(' '),
  )
  return `${when} ${what}${where && ` @ ${where}`}${who && ` · ${who}`}`
}
