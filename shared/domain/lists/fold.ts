/** Signs of one meaning that people and machines write differently, each beside the one that is read. */
const ALIKE: Record<string, string> = {
  '∶': ':',
  '︰': ':',
  '﹕': ':',
  ː: ':',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '─': '-',
  '━': '-',
  '〜': '~',
  '∼': '~',
  '⁓': '~',
  '˜': '~',
  '⇒': '→',
  '➔': '→',
  '➜': '→',
  '➡': '→',
  '⟶': '→',
  '│': '|',
  '┃': '|',
  '¦': '|',
  '【': '[',
  '】': ']',
  '〔': '(',
  '〕': ')',
  '「': '[',
  '」': ']',
  '‘': "'",
  '’': "'",
  '′': "'",
  點: '点',
  時: '时',
  鐘: '钟',
  號: '号',
  週: '周',
  後: '后',
  間: '间',
  內: '内',
  員: '员',
  會: '会',
  議: '议',
  場: '场',
  負: '负',
  責: '责',
}

/**
 * A text for reading: full-width signs, dashes, colons and blanks in one form, Latin letters small. It keeps its length, so that what is
 * found in it can be cut out of the text as it was written.
 */
export function fold(text: string): string {
  let folded = ''
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index)
    const code = text.charCodeAt(index)
    if (code < 128) folded += code >= 65 && code <= 90 ? sign.toLowerCase() : sign
    else if (code >= 0xff01 && code <= 0xff5e) {
      const half = String.fromCharCode(code - 0xfee0)
      folded += code >= 0xff21 && code <= 0xff3a ? half.toLowerCase() : half
    } else if (BLANK.test(sign)) folded += ' '
    else folded += ALIKE[sign] ?? sign
  }
  return folded
}

const BLANK = /[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]/u
