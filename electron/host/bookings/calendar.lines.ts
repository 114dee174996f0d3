import { badFile } from '../acts/errors.ts'

/** One property of a calendar: its name, its parameters and its value as they are written, and the line that it begins on. */
export interface Property {
  name: string
  params: ReadonlyMap<string, string>
  value: string
  line: number
}

/** A calendar, an event or a zone, with what stands in it. */
export interface Component {
  name: string
  line: number
  properties: Property[]
  parts: Component[]
}

const MOST_BYTES = 10_000_000
/** Most components; a file has a zone or two, and its events. */
const MOST_COMPONENTS = 100_000

/**
 * The calendars of a file (RFC 5545, 3.4). Lines are unfolded before their letters are decoded, since a fold may cut a letter in two.
 * @throws BAD_FILE empty, tooLarge, notACalendar, or calendarLine with the number of the line that is no content line or has no end
 */
export function calendarsIn(bytes: Uint8Array): Component[] {
  if (bytes.length > MOST_BYTES) throw badFile('tooLarge', '10 MB')
  const lines = linesOf(bytes)
  const first = lines.find(line => line.text.trim() !== '')
  if (!first) throw badFile('empty')
  if (first.text.trim().toUpperCase() !== 'BEGIN:VCALENDAR') throw badFile('notACalendar', first.text.slice(0, 40))
  const calendars: Component[] = []
  const open: Component[] = []
  let count = 0
  for (const { text, number } of lines) {
    if (text.trim() === '') continue
    const property = propertyOf(text, number)
    if (!property) throw atLine(number)
    const inner = open.at(-1)
    if (property.name === 'BEGIN') {
      if (++count > MOST_COMPONENTS || open.length > 8) throw badFile('tooMuch', String(number))
      const component = { name: property.value.trim().toUpperCase(), line: number, properties: [], parts: [] }
      ;(inner?.parts ?? calendars).push(component)
      open.push(component)
    } else if (property.name === 'END') {
      if (inner?.name !== property.value.trim().toUpperCase()) throw atLine(number)
      open.pop()
    } else if (inner) inner.properties.push(property)
    else throw atLine(number)
  }
  const unclosed = open.at(-1)
  if (unclosed) throw atLine(unclosed.line)
  return calendars.filter(calendar => calendar.name === 'VCALENDAR')
}

const atLine = (number: number) => badFile('calendarLine', String(number))

/** A content line: `NAME;PARAM=value;PARAM="value":value`. Null for a line that is none. */
function propertyOf(text: string, line: number): Property | null {
  const name = /^[A-Za-z0-9-]+/.exec(text)?.[0]
  if (!name) return null
  const params = new Map<string, string>()
  let at = name.length
  while (text[at] === ';') {
    PARAM.lastIndex = at
    const match = PARAM.exec(text)
    if (!match) return null
    const [whole, key = '', value = ''] = match
    params.set(key.toUpperCase(), value.replace(/^"|"$/g, ''))
    at += whole.length
  }
  if (text[at] !== ':') return null
  const value = text.slice(at + 1)
  return { name: name.toUpperCase(), params, value: isQuoted(params) ? unquoted(value, params) : value, line }
}

/** Old programs (vCalendar 1.0) give a parameter without its name: `SUMMARY;QUOTED-PRINTABLE:`. */
const PARAM = /;([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?/y

const isQuoted = (params: ReadonlyMap<string, string>): boolean =>
  params.get('ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE' || params.has('QUOTED-PRINTABLE')

/** Quoted-printable (RFC 2045, 6.7), as old phones write Chinese. */
function unquoted(value: string, params: ReadonlyMap<string, string>): string {
  const bytes = Buffer.from(
    value.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
  const charset = params.get('CHARSET')?.toLowerCase() ?? 'utf-8'
  return new TextDecoder(charset.startsWith('gb') ? 'gb18030' : 'utf-8').decode(bytes)
}

interface Line {
  text: string
  /** Number of the first line of the file that it stands on. */
  number: number
}

/** Lines as they were before they were folded (RFC 5545, 3.1). */
function linesOf(bytes: Uint8Array): Line[] {
  const wide = wideOf(bytes)
  // One character a byte: what is folded inside a letter comes together before it is read.
  const raw = wide
    ? new TextDecoder(wide).decode(bytes)
    : Buffer.from(bytes)
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, '')
  const folded: { parts: string[]; number: number }[] = []
  raw
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((text, index) => {
      const last = folded.at(-1)
      const before = last?.parts.at(-1) ?? ''
      const isSoft = before.endsWith('=') && /QUOTED-PRINTABLE/i.test(last?.parts[0] ?? '')
      if (last && isSoft) last.parts.splice(-1, 1, before.slice(0, -1), text)
      else if (last && /^[ \t]/.test(text)) last.parts.push(text.slice(1))
      else folded.push({ parts: [text], number: index + 1 })
    })
  const lines = folded.map(({ parts, number }) => ({ text: parts.join(''), number }))
  if (wide) return lines
  const decode = decoderOf(lines.map(line => line.text).join('\n'))
  return lines.map(({ text, number }) => ({ text: decode(text).trimEnd(), number }))
}

/** UTF-16 by its mark, or by every second byte of `BEGIN` being nothing. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x42 && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x42)) return 'utf-16be'
  return null
}

/** UTF-8 where the whole file is, else GB18030, as Chinese programs of before write it. */
function decoderOf(latin: string): (text: string) => string {
  const name = isUtf8(Buffer.from(latin, 'latin1')) ? 'utf-8' : 'gb18030'
  const decoder = new TextDecoder(name)
  return text => (/^[\x20-\x7e\t]*$/.test(text) ? text : decoder.decode(Buffer.from(text, 'latin1')))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
