/** Width of a text in mm when set at 1 mm font size. The window measures with the real font; tests with a table. */
export type Measure = (text: string) => number

export interface FitBox {
  /** mm */
  width: number
  /** mm */
  height: number
  /** Largest and smallest font size, mm. */
  largest: number
  smallest: number
  /** Line height as a multiple of the font size. */
  leading: number
  /** A single line shrinks down to this size (mm) before the text wraps. */
  wrapBelow: number
}

export interface Fitted {
  lines: string[]
  /** Font size, mm. */
  size: number
}

/**
 * Fits a text into a box: one line at the largest size, shrunk as far as `wrapBelow`, then wrapped on as many lines as
 * the height takes at the largest size that still fits, and below `smallest` if nothing else will do: never cut off.
 */
export function fitText(text: string, box: FitBox, measure: Measure): Fitted {
  const tidy = text.trim()
  const byHeight = box.height / box.leading
  const largest = Math.min(box.largest, byHeight)
  if (tidy === '') return { lines: [], size: largest }
  const single = Math.min(largest, box.width / Math.max(measure(tidy), 1e-6))
  if (single >= Math.min(box.wrapBelow, largest)) return { lines: [tidy], size: single }
  const mostLines = Math.max(1, Math.floor(box.height / (box.smallest * box.leading)))
  // A word is broken only where it alone would otherwise be smaller than the smallest size.
  const widest = Math.max(...pieces(tidy).map(piece => measure(piece.trimEnd())))
  const unbroken = box.width / widest
  const ceiling = unbroken >= box.smallest ? unbroken : largest
  let best: Fitted = { lines: [tidy], size: single }
  for (let count = 2; count <= Math.max(mostLines, 6); count++) {
    let low = 0.2
    let high = Math.min(largest, ceiling, box.height / (count * box.leading))
    for (let round = 0; round < 16; round++) {
      const size = (low + high) / 2
      if (wrap(tidy, box.width / size, measure).length <= count) low = size
      else high = size
    }
    const lines = wrap(tidy, box.width / low, measure)
    if (lines.length <= count && low > best.size * 1.02) best = { lines, size: low }
  }
  return { ...best, lines: balanced(tidy, best, box.width, measure) }
}

/** The same number of lines, as evenly long as they can be: no single character is left alone on the last. No word is broken for it. */
function balanced(text: string, fitted: Fitted, width: number, measure: Measure): string[] {
  if (fitted.lines.length < 2) return fitted.lines
  const widest = Math.max(...pieces(text).map(piece => measure(piece.trimEnd())))
  let low = Math.max(widest, measure(text) / fitted.lines.length)
  let high = width / fitted.size
  if (low >= high) return fitted.lines
  for (let round = 0; round < 12; round++) {
    const middle = (low + high) / 2
    if (wrap(text, middle, measure).length <= fitted.lines.length) high = middle
    else low = middle
  }
  const lines = wrap(text, high, measure)
  return lines.length === fitted.lines.length ? lines : fitted.lines
}

/**
 * Breaks a text into lines no wider than `width` (in font sizes): at spaces where it can, between Chinese characters,
 * inside a word only where the word alone is too wide. Closing punctuation never begins a line.
 */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    const joined = line + piece
    if (measure(joined.trimEnd()) <= width) {
      line = joined
      continue
    }
    if (line.trim() !== '') lines.push(line.trim())
    line = piece.trimStart()
    while (measure(line.trimEnd()) > width && [...line].length > 1) {
      const cut = widestPrefix(line, width, measure)
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}

const NO_LINE_START = /^[，。、；：！？）》】」』,.;:!?)\]}·]/u

/** The unbreakable pieces of a text: words with the space or hyphen after them, single Chinese characters with their punctuation. */
function pieces(text: string): string[] {
  const found =
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\-\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*-|[^\s\-\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu,
    ) ?? []
  const joined: string[] = []
  for (const piece of found) {
    const previous = joined.at(-1)
    if (previous !== undefined && (NO_LINE_START.test(piece) || /^\s+$/.test(piece)))
      joined[joined.length - 1] = previous + piece
    else joined.push(piece)
  }
  return joined
}

/** Length in code units of the longest prefix, at least one character, that is no wider than `width`. */
function widestPrefix(text: string, width: number, measure: Measure): number {
  let cut = 0
  for (const character of text) {
    const next = cut + character.length
    if (cut > 0 && measure(text.slice(0, next)) > width) break
    cut = next
  }
  return cut
}
