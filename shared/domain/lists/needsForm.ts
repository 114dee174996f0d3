/** What the other side is asked for in the needs sheet (需求表), in the order of the form. */
export const NEEDS_FIELDS = [
  'organization',
  'contactName',
  'contactPhone',
  'contactEmail',
  'headcount',
  'purpose',
  'expectations',
  'topics',
  'preferences',
  'taboos',
  'wishedDates',
  'stayDays',
  'needsTransport',
  'needsLodging',
  'needsInterpreting',
] as const
export type NeedsField = (typeof NEEDS_FIELDS)[number]

export type NeedsAnswers = Partial<Record<NeedsField, string | number | boolean>>

const NUMBERS: readonly NeedsField[] = ['headcount', 'stayDays']
const YES_NO: readonly NeedsField[] = ['needsTransport', 'needsLodging', 'needsInterpreting']

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s:：*（）()/]/g, '')
    .toLowerCase()

/**
 * Reads the head of a filled needs form: a label in one cell, its answer in the next. `labels` gives every field's names in both
 * languages. What was left empty is not in the answers; what is no number, or no yes or no, is told with its row (from 1).
 */
export function readNeedsForm(
  rows: readonly (readonly string[])[],
  labels: Record<NeedsField, readonly string[]>,
): { answers: NeedsAnswers; problems: { row: number; field: NeedsField; text: string }[] } {
  const fieldOf = new Map<string, NeedsField>()
  for (const field of NEEDS_FIELDS) for (const label of labels[field]) fieldOf.set(plain(label), field)
  const answers: NeedsAnswers = {}
  const problems: { row: number; field: NeedsField; text: string }[] = []
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      const field = fieldOf.get(plain(cell))
      const text = (row[column + 1] ?? '').trim()
      if (!field || text === '' || fieldOf.has(plain(text))) return
      const value = answerOf(field, text)
      if (value === null) problems.push({ row: index + 1, field, text })
      else answers[field] = value
    })
  })
  return { answers, problems }
}

function answerOf(field: NeedsField, text: string): string | number | boolean | null {
  if (NUMBERS.includes(field)) {
    const number = /^(\d+)\s*[人天日位名个]?$|^(\d+) *(?:days?|people|guests?)$/i.exec(text)
    const value = Number(number?.[1] ?? number?.[2] ?? Number.NaN)
    return value > 0 ? value : null
  }
  if (YES_NO.includes(field)) {
    if (/^(是|需要|要|yes|y|true|1|√|✓|✔)$/i.test(text)) return true
    if (/^(否|不需要|不要|不|no|n|false|0|无|x|×)$/i.test(text)) return false
    return null
  }
  return text
}
