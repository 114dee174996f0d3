import { passDayAlone, type Reading, readLine } from './agendaLines.ts'
import type { AgendaKnows, AgendaRead } from './agendaStop.ts'
import { readRows, tableOf } from './agendaTable.ts'
import { placeEntries } from './agendaTimes.ts'

/**
 * Reads an agenda as people paste it: a line a stop, several in a line, blocks of labels, tables with their columns in any order; days, parts of
 * the day and times written any way. Every word is in a field, in the notes, in a line that is passed over with the reason, or in a doubt.
 * Linear in the length of the text.
 */
export function readAgenda(text: string, knows: AgendaKnows): AgendaRead {
  const reading: Reading = {
    knows,
    day: knows.days[0] ?? '2000-01-01',
    dayDoubts: [],
    part: null,
    entries: [],
    skipped: [],
    open: null,
    title: null,
    place: '',
    dayAlone: null,
    named: false,
    partHead: false,
    scanned: '',
  }
  const clean = withoutMarkup(text.replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')).replace(/\r\n?/gu, '\n')
  const table = tableOf(clean)
  if (table) readRows(table, reading)
  else for (const [index, raw] of clean.split('\n').entries()) readLine(raw, index + 1, reading)
  passDayAlone(reading)
  return placeEntries(reading)
}

/** What is left of a page's tags and signs by name in a text that was copied from one. */
const withoutMarkup = (text: string): string =>
  /<\/?[a-z]+ ?\/?>|&[a-z]+;/iu.test(text)
    ? text
        .replace(/<br ?\/?>|<\/(?:p|div|li|tr)>/giu, '\n')
        .replace(/<\/?(?:p|div|li|ul|ol|tr|td|th|table|tbody|b|i|u|span|strong|em|font)(?: [^<>]*)?>/giu, ' ')
        .replace(/&nbsp;/giu, ' ')
        .replace(/&lt;/giu, '<')
        .replace(/&gt;/giu, '>')
        .replace(/&amp;/giu, '&')
    : text
