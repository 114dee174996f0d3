import { z } from 'zod'
import { RESOURCE_KINDS } from '../domain/visit.ts'
import { text } from './fields.ts'
import { asks } from './procedure.ts'

export const search = {
  /** Visits, guests, organizations, rooms and vehicles by Chinese, pinyin, initials, phone or plate. Best first. */
  query: asks('read')
    .input(z.object({ text: text(80), limit: z.int().min(1).max(50) }))
    .output(
      z.array(
        z.object({
          kind: z.enum(['visit', 'guest', 'organization', ...RESOURCE_KINDS]),
          id: z.string(),
          visitId: z.string().nullable(),
          title: z.string(),
          detail: z.string(),
        }),
      ),
    ),
}
