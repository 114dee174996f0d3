import { pinyin } from 'pinyin-pro'

/**
 * How names become findable text for a trigram index, which needs three characters to match:
 * each name stands as `^^name`, so one typed character finds it by `^^x` and two by `^xy`; each pair of neighbouring
 * Chinese characters stands as `^xy` once more, so two typed characters find it in the middle of a name.
 */
export function searchBody(names: readonly string[], numbers: readonly string[]): string {
  const tokens = new Set<string>()
  for (const name of names) {
    const plain = plainText(name)
    if (plain === '') continue
    tokens.add(`^^${plain}`)
    if (!/\p{Script=Han}/u.test(plain)) {
      for (const word of plain.split(/[\s·.,&-]+/u)) if (word) tokens.add(`^^${word}`)
      tokens.add(`^^${plain.replace(/\s+/gu, '')}`)
      continue
    }
    for (const pair of hanPairs(plain)) tokens.add(`^${pair}`)
    const syllables = pinyin(plain, {
      toneType: 'none',
      type: 'array',
      nonZh: 'consecutive',
      v: true,
      surname: 'head',
    }).map(syllable => plainText(syllable))
    tokens.add(`^^${syllables.join('').replace(/\s+/gu, '')}`)
    const initials = syllables.map(syllable => [...syllable][0] ?? '')
    tokens.add(`^^${initials.join('')}`)
    // The surname in full and the rest by initials, as people type it: chenjh.
    if (syllables.length > 1) tokens.add(`^^${syllables[0] ?? ''}${initials.slice(1).join('')}`)
  }
  for (const number of numbers) {
    const plain = plainText(number).replace(/[\s·-]/gu, '')
    if (plain) tokens.add(`^^${plain}`)
  }
  return [...tokens].join('\n')
}

function hanPairs(text: string): string[] {
  const characters = [...text]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** Full-width to plain, lower case, single spaces. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["^\p{Cc}\p{Cs}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The FTS5 expression for what a person typed, or null where nothing is left of it. */
export function searchExpression(typed: string): string | null {
  const plain = plainText(typed)
  if (plain === '') return null
  const tight = plain.replace(/[\s·-]/gu, '')
  const forms = new Set([plain, tight].filter(Boolean))
  return [...forms]
    .map(form => {
      const length = [...form].length
      return length === 1 ? `"^^${form}"` : length === 2 ? `"^${form}"` : `"${form}"`
    })
    .join(' OR ')
}

/** A Chinese name in Latin letters as passports write it: 张伟明 → Zhang Weiming. Empty for names without Chinese. */
export function latinNameOf(name: string): string {
  if (!/^[\p{Script=Han}·]+$/u.test(name)) return ''
  const surnames = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const surnameLength = COMPOUND_SURNAMES.has([...name].slice(0, 2).join('')) && [...name].length > 2 ? 2 : 1
  const family = surnames.slice(0, surnameLength).join('')
  const given = surnames.slice(surnameLength).join('')
  return [family, given].filter(Boolean).map(capital).join(' ')
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 百里 南宫 独孤 申屠 轩辕'.split(' '),
)
