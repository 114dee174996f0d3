import { describe, expect, it } from 'vitest'
import { dietCounts, dietsText, type MenuRule, menuConflicts } from '../../shared/domain/plan/dining.ts'

describe('meals', () => {
  const halal: MenuRule = {
    name: '清真',
    nameLatin: 'Halal',
    signs: ['清真', 'halal'],
    avoid: ['猪', '火腿', 'pork'],
    except: ['素火腿'],
  }

  it('find what does not go with a diet, and leave alone what only sounds like it', () => {
    const eaters = [
      { diet: '清真', care: '' },
      { diet: '', care: 'Halal please' },
      { diet: '素食', care: '' },
    ]
    expect(menuConflicts('猪肚鸡\n素火腿\nPORK chops', eaters, [halal])).toEqual([
      { rule: halal, words: ['猪', 'pork'], guests: 2 },
    ])
    expect(menuConflicts('素火腿', eaters, [halal])).toEqual([])
    expect(menuConflicts('猪肚鸡', [{ diet: '', care: '' }], [halal])).toEqual([])
  })

  it('count diets, and a look at them holds only as long as they are the same', () => {
    const eaters = [{ diet: '素食' }, { diet: '清真' }, { diet: '清真' }, { diet: '' }]
    expect(dietCounts(eaters)).toEqual([
      { diet: '清真', count: 2 },
      { diet: '素食', count: 1 },
    ])
    expect(dietsText(eaters)).not.toBe(dietsText([...eaters, { diet: '' }]))
    expect(dietsText(eaters)).toBe(dietsText([...eaters].reverse()))
  })
})
