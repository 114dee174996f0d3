import { z } from 'zod'
import { NOT_ALLOWED } from './errors.ts'
import { asks } from './procedure.ts'

export const sample = {
  /** Fills an empty office with the sample: rooms, vehicles, visits around today. */
  load: asks('manage')
    .errors({ NOT_ALLOWED })
    .output(z.object({ visits: z.int() })),
  /** Takes everything marked as sample away, for good. */
  remove: asks('manage')
    .errors({ NOT_ALLOWED })
    .output(z.object({ visits: z.int(), resources: z.int() })),
}
