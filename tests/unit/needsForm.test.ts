import { describe, expect, it } from 'vitest'
import { NEEDS_FIELDS, readNeedsForm } from '../../shared/domain/lists/needsForm.ts'

describe('the needs form', () => {
  const labels = Object.fromEntries(NEEDS_FIELDS.map(field => [field, [`标签${field}`, `Label ${field}`]])) as Record<
    (typeof NEEDS_FIELDS)[number],
    string[]
  >

  it('is read in either language; empty answers are none, and what is no number or no yes is told', () => {
    const { answers, problems } = readNeedsForm(
      [
        ['接待需求表', '某单位'],
        ['标签purpose：', '考察生产线'],
        ['Label headcount', '24 人'],
        ['标签stayDays', '两三天'],
        ['标签topics', ''],
        ['label NeedsLodging', '需要'],
        ['标签needsTransport', 'No'],
        ['标签needsInterpreting', '也许'],
      ],
      labels,
    )
    expect(answers).toEqual({ purpose: '考察生产线', headcount: 24, needsLodging: true, needsTransport: false })
    expect(problems).toEqual([
      { row: 4, field: 'stayDays', text: '两三天' },
      { row: 8, field: 'needsInterpreting', text: '也许' },
    ])
  })
})
