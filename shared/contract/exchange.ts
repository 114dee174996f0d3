import { z } from 'zod'
import { BAD_FILE, NOT_ALLOWED } from './errors.ts'
import { actId } from './fields.ts'
import { asks } from './procedure.ts'
import { visitFilePreview } from './visitFile.ts'
import { visit as visitSchema } from './visits.ts'

/** A sheet as it is shown, and how many rows and columns of it with something in them are hidden. */
const sheet = z.object({
  name: z.string(),
  rows: z.array(z.array(z.string())),
  hidden: z.object({ rows: z.number(), columns: z.number() }),
})

export const exchange = {
  /**
   * Reads a spreadsheet (.xlsx), or text (.csv, .txt in UTF-8, UTF-16, GB18030, Big5, Shift JIS) into cells. Hidden sheets, rows and
   * columns are left out and counted; a hidden row is an empty one. Dates come as ISO text. At most 20 MB.
   */
  readTable: asks('edit')
    .errors({ BAD_FILE })
    .input(z.object({ file: z.file() }))
    .output(z.object({ sheets: z.array(sheet), hiddenSheets: z.array(z.string()) })),
  /** Reads a visit file and tells what taking it over would do. Nothing is saved. */
  readVisitFile: asks('edit')
    .errors({ BAD_FILE })
    .input(z.object({ file: z.file() }))
    .output(visitFilePreview),
  /**
   * Takes a visit file over, all or nothing: resources and staff by name, the same visit merged. What was changed here since the file
   * was made is the file's or stays. What could not be booked is told.
   */
  importVisitFile: asks('edit')
    .errors({ BAD_FILE, NOT_ALLOWED })
    .input(z.object({ file: z.file(), prefer: z.enum(['file', 'here']) }))
    .output(z.object({ visit: visitSchema, actId, notBooked: z.array(z.string()) })),
}
