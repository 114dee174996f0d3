import type { z } from 'zod'
import { type Autosave, useAutosave } from './useAutosave.ts'

/** Saves one line below a visit as it is entered; `fields` is what the contract takes of it. */
export function useLine<Row extends { id: string; revision: number }, Patch extends object>(
  row: Row,
  fields: z.ZodType<Partial<Patch>>,
  update: (input: { id: string; revision: number; patch: Partial<Patch> }) => Promise<{ line: Row }>,
): Autosave<Row, Patch> {
  return useAutosave<Row, Patch>({
    row,
    fields,
    save: async (revision, patch) => (await update({ id: row.id, revision, patch })).line,
  })
}
