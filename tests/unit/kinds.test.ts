import { describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS, type DocumentKind, VISIT_PAPER } from '../../shared/contract/documents.ts'
import { isHollow, missesOf, PAPER_NEEDS, type PaperFacts, SECTION_OF_NEED } from '../../shared/domain/papers/kinds.ts'

const missedBy = (paper: DocumentKind, facts: PaperFacts) => missesOf(VISIT_PAPER[paper].needs, facts)

const NOTHING: PaperFacts = {
  guests: 0,
  items: 0,
  trips: 0,
  signs: 0,
  meals: 0,
  tasks: 0,
  allocations: 0,
  briefing: false,
  duties: 0,
  seatings: 0,
  coordinator: false,
}
const ALL: PaperFacts = {
  guests: 1,
  items: 1,
  trips: 1,
  signs: 1,
  meals: 1,
  tasks: 1,
  allocations: 1,
  briefing: true,
  duties: 1,
  seatings: 1,
  coordinator: true,
}

describe('the papers of a visit', () => {
  it('lack nothing where there is one of everything', () => {
    for (const paper of DOCUMENT_KINDS) expect([paper, missedBy(paper, ALL)]).toEqual([paper, []])
  })

  it('say what they lack; every need is some paper’s', () => {
    expect(missedBy('itinerary', NOTHING)).toEqual(['items', 'coordinator'])
    expect(missedBy('meal-notice', { ...ALL, meals: 0 })).toEqual(['meals'])
    expect(missedBy('feedback', NOTHING)).toEqual([])
    expect(new Set(DOCUMENT_KINDS.flatMap(paper => missedBy(paper, NOTHING)))).toEqual(new Set(PAPER_NEEDS))
  })

  it('can be a sign without guests where a trip has words for it; no other paper can', () => {
    expect(missedBy('pickup-sign', { ...NOTHING, signs: 1 })).toEqual([])
    expect(missedBy('badges', { ...NOTHING, signs: 1 })).toEqual(['guests'])
  })

  it('are still worth a look without a name to call, and without anything else are not', () => {
    expect(isHollow([])).toBe(false)
    expect(isHollow(['coordinator'])).toBe(false)
    expect(isHollow(['coordinator', 'items'])).toBe(true)
  })

  it('want the English of the stops where they list them', () => {
    expect(
      (['itinerary', 'plan', 'dispatch', 'badges', 'needs'] as const).map(paper => VISIT_PAPER[paper].tellsStops),
    ).toEqual([true, true, true, false, false])
  })

  it('lead to a section for each need', () => {
    expect(Object.keys(SECTION_OF_NEED).sort()).toEqual([...PAPER_NEEDS].sort())
  })
})
