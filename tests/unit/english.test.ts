import { describe, expect, it } from 'vitest'
import { goneEnglish, ITEM_ENGLISH, isChinese, isUnworded } from '../../shared/domain/english.ts'

const stop = { content: '欢迎午宴', contentLatin: 'Welcome lunch', place: '牡丹厅', placeLatin: '' }

describe('the English of a stop', () => {
  it('is wanted where there is Chinese and nothing beside it', () => {
    expect(isChinese('Room 三')).toBe(true)
    expect(isChinese('Kick-off, 10:00')).toBe(false)
    expect(isUnworded(stop, ITEM_ENGLISH)).toBe(true)
    expect(isUnworded({ ...stop, placeLatin: 'Peony Hall' }, ITEM_ENGLISH)).toBe(false)
    expect(isUnworded({ ...stop, place: 'Lobby' }, ITEM_ENGLISH)).toBe(false)
    expect(isUnworded({ ...stop, place: '' }, ITEM_ENGLISH)).toBe(false)
  })

  it('is removed with what it translates, field by field', () => {
    expect(goneEnglish(stop, { content: '告别晚宴' }, ITEM_ENGLISH)).toEqual({ contentLatin: '' })
    expect(goneEnglish(stop, { content: '告别晚宴', place: '一楼' }, ITEM_ENGLISH)).toEqual({
      contentLatin: '',
      placeLatin: '',
    })
  })

  it('stays where a patch says the same again, or says nothing', () => {
    expect(goneEnglish(stop, { content: stop.content }, ITEM_ENGLISH)).toEqual({})
    expect(goneEnglish(stop, { content: undefined }, ITEM_ENGLISH)).toEqual({})
    expect(goneEnglish(stop, {}, ITEM_ENGLISH)).toEqual({})
  })
})
