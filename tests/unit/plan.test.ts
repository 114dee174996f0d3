import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coveredChanges,
  PLAN_SECTIONS,
  type PlanLine,
  type PlanSnapshot,
  planDiff,
} from '../../shared/domain/plan/plan.ts'

describe('the difference of two plans', () => {
  const line = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    label: fc.string({ maxLength: 5 }),
    fields: fc.dictionary(
      fc.constantFrom('x', 'y', 'z'),
      fc.oneof(fc.integer(), fc.constant(null), fc.string({ maxLength: 3 })),
    ),
  })

  const lines = fc.uniqueArray(line, { selector: each => each.id, maxLength: 4 })

  const plan = fc.record(
    Object.fromEntries(PLAN_SECTIONS.map(section => [section, lines])) as Record<
      keyof PlanSnapshot,
      fc.Arbitrary<PlanLine[]>
    >,
  )

  it('is nothing from a plan to itself', () => {
    fc.assert(
      fc.property(plan, each => {
        expect(planDiff(each, structuredClone(each))).toEqual([])
      }),
    )
  })

  it('is nothing where only the way of keeping a list changed', () => {
    const empty = Object.fromEntries(PLAN_SECTIONS.map(section => [section, []])) as unknown as PlanSnapshot
    const planWith = (equipment: string | string[]): PlanSnapshot => ({
      ...empty,
      itinerary: [{ id: 'a', label: '会谈', fields: { equipment } }],
    })
    expect(planDiff(planWith('投影、白板'), planWith(['投影', '白板']))).toEqual([])
    expect(planDiff(planWith(''), planWith([]))).toEqual([])
    expect(planDiff(planWith('投影'), planWith(['投影', '白板']))[0]?.fields).toEqual([
      { field: 'equipment', before: '投影', after: ['投影', '白板'] },
    ])
  })

  it('applied to the first gives the second, but for blanks and order', () => {
    const tidy = (snapshot: PlanSnapshot) =>
      PLAN_SECTIONS.map(section =>
        snapshot[section]
          .map(each => [
            each.id,
            Object.entries(each.fields)
              .filter(([, value]) => value !== null && value !== '')
              .sort(),
          ])
          .sort(),
      )
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const patched = structuredClone(before)
        for (const change of planDiff(before, after)) {
          const section = patched[change.section]
          if (change.kind === 'removed') patched[change.section] = section.filter(each => each.id !== change.id)
          else if (change.kind === 'added')
            section.push(structuredClone(after[change.section].find(each => each.id === change.id) as PlanLine))
          else
            for (const { field, after: value } of change.fields) {
              const target = section.find(each => each.id === change.id)
              if (target) target.fields[field] = value
            }
        }
        expect(tidy(patched)).toEqual(tidy(after))
      }),
    )
  })

  it('names what an approval covers and no longer agrees', () => {
    const facts = { grade: 'A', dates: 'x', rooms: '', diningStandard: '', gifts: '', leaders: '陈立' }
    expect(coveredChanges(facts, { ...facts })).toEqual([])
    expect(coveredChanges(facts, { ...facts, rooms: '301', leaders: '' })).toEqual(['rooms', 'leaders'])
  })
})
