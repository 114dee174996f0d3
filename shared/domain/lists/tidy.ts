/** Marks that are not seen. */
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]|\p{Variation_Selector}/gu

/** Full-width letters and digits to plain ones, all white space and invisible marks to single spaces, no ends. */
export function tidy(text: string): string {
  return text.normalize('NFKC').replace(HIDDEN, '').replace(/\s+/gu, ' ').trim()
}

/** Numbers in circles and brackets: ① ⑴ ⒈ ㈠. */
const NUMBERED = /[\u2460-\u249b\u24ea\u2776-\u2793\u3220-\u3229]/gu

/** Marks that are not seen, and control characters other than breaks and tabs. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]|\p{Variation_Selector}|(?![\n\t])\p{Cc}/gu
/** Ticks and crosses of a form, which mean something, unlike other pictures. */
const TICKS = /[✔☑✅]/gu
const CROSSES = /[✖❌✗✘]/gu
/** Pictures of chat, with their colours of skin, and flags; not the marks of law that stand in names of firms. */
const PICTURES = /(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu

/**
 * A cell or line made plain for reading: as `tidy`, but its breaks stay, two spaces stay two, a numbered mark becomes `1. `, and pictures
 * of chat are blanks.
 */
export function plainLine(text: string): string {
  return text
    .replace(NUMBERED, mark => ` ${/\d+/u.exec(mark.normalize('NFKC'))?.[0] ?? ''}. `)
    .replace(/(\d)\ufe0f?\u20e3/gu, ' $1. ')
    .normalize('NFKC')
    .replace(TICKS, '✓')
    .replace(CROSSES, '×')
    .replace(UNSEEN, '')
    .replace(PICTURES, ' ')
    .replace(/[^\S\n]{2,}/gu, '  ')
    .replace(/[^\S\n ]/gu, '\t')
    .replace(/^[ \t\n]+/u, '')
    .trimEnd()
}
