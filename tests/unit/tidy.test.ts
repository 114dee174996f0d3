import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidy } from '../../shared/domain/lists/tidy.ts'

describe('a cell of a list', () => {
  it.each([
    ['１３８００', '13800'],
    ['ＡＢＣ', 'ABC'],
    ['  张\u3000伟 \n', '张 伟'],
    ['张\u200b伟\ufeff', '张伟'],
    ['a\u00ad-b', 'a-b'],
    ['\t', ''],
  ])('%j is read as %j', (written, read) => expect(tidy(written)).toBe(read))

  it('is the same when it is tidied again, with no space at its ends and none doubled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const once = tidy(text)
        expect(tidy(once)).toBe(once)
        expect(once).not.toMatch(/^\s|\s$|\s\s/u)
      }),
    )
  })
})
