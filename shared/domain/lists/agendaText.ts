import { type Reading, readLine } from './agendaLines.ts'
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
  }
  const clean = text.replace(/[\u200b-\u200f\u2060\ufeff]/gu, '').replace(/\r\n?/gu, '\n')
  const table = tableOf(clean)
  if (table) readRows(table, reading)
  else for (const [index, raw] of clean.split('\n').entries()) readLine(raw, index + 1, reading)
  return placeEntries(reading)
}
