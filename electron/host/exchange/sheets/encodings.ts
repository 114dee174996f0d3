/**
 * The text of a file. Its mark says the encoding; without one it is UTF-8 where that is valid, UTF-16 where every second byte of plain
 * letters is zero, else the encoding of Chinese, Japanese or Western Excel in which most of it is in common use. Null where the bytes
 * are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = markOf(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const wide = wideOf(bytes.subarray(0, SAMPLE))
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (bytes.subarray(0, 2000).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder(narrowOf(bytes.subarray(0, SAMPLE))).decode(bytes)
    throw error
  }
}

/** Bytes that are looked at to tell an encoding. */
const SAMPLE = 60_000

type Wide = 'utf-16le' | 'utf-16be'

function markOf(bytes: Uint8Array): Wide | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/**
 * UTF-16 without its mark: commas, tabs, digits and breaks have a zero beside them, always on the same side, and what is read so are the
 * letters of lists. A picture or a program has zeros on both sides, or marks of control.
 */
function wideOf(bytes: Uint8Array): Wide | null {
  if (bytes.length < 4) return null
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0 || Math.min(even, odd) > Math.max(even, odd) / 20) return null
  const encoding: Wide = odd > even ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  const letters = text.match(/[\p{L}\p{N}\s\p{P}\p{Sm}]/gu)?.length ?? 0
  return letters >= text.length * 0.97 ? encoding : null
}

type Narrow = 'gb18030' | 'big5' | 'shift_jis' | 'windows-1252'

/** Which of the encodings makes the most of the bytes beyond ASCII into characters in common use. */
function narrowOf(bytes: Uint8Array): Narrow {
  const scores = (['gb18030', 'big5', 'shift_jis', 'windows-1252'] as const).map(encoding => ({
    encoding,
    score: scoreOf(bytes, encoding),
  }))
  // The first of equals: what Chinese Excel writes.
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).encoding
}

/** Words that stand in lists, in the characters of each encoding. */
const WORDS: Record<Narrow, RegExp> = {
  gb18030: /姓名|职务|单位|电话|公司|备注|经理|先生|女士|手机|有限|性别/gu,
  big5: /姓名|職稱|職務|單位|電話|公司|備註|經理|先生|女士|手機|有限|性別/gu,
  shift_jis: /氏名|役職|会社|電話|備考|株式|部長|課長|様/gu,
  'windows-1252': /[äöüßéèçñåøæ]/gu,
}

/** The share of the bytes beyond ASCII that are in the part of the encoding that people write with. */
function scoreOf(bytes: Uint8Array, encoding: Narrow): number {
  let common = 0
  let all = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    all++
    if (encoding === 'windows-1252') {
      // A letter with its accent among plain letters.
      if (lead >= 0xc0 && trail < 0x80 && (bytes[at - 1] ?? 0) < 0x80) common++
      continue
    }
    if (isCommon(encoding, lead, trail)) common++
    at++
  }
  const words = new TextDecoder(encoding).decode(bytes).match(WORDS[encoding])?.length ?? 0
  return all === 0 ? 0 : common / all + (encoding === 'windows-1252' ? 0 : Math.min(0.3, (words * 2) / all))
}

/** GB 2312 level 1, Big5 level 1, JIS X 0208 level 1, and their punctuation and kana. */
function isCommon(encoding: Exclude<Narrow, 'windows-1252'>, lead: number, trail: number): boolean {
  if (encoding === 'gb18030') return trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3 || (lead >= 0xb0 && lead <= 0xd7))
  if (encoding === 'big5') {
    const valid = (trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1
    return valid && ((lead >= 0xa4 && lead <= 0xc6) || lead === 0xa1)
  }
  return trail >= 0x40 && trail !== 0x7f && ((lead >= 0x88 && lead <= 0x97) || (lead >= 0x81 && lead <= 0x83))
}
