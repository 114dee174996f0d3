import { z } from 'zod'
import { LANGUAGES } from '../domain/language.ts'
import { day, id, required } from './fields.ts'
import { resourceKind } from './resources.ts'

const language = z.enum(LANGUAGES).default('zh-CN')
const visit = id
/** Days, both included. */
const range = { from: day, until: day }

/** What an export's address asks for. `format` is the file's ending. */
export const exportRequest = z.discriminatedUnion('what', [
  z.object({ what: z.literal('schedule'), format: z.enum(['xlsx', 'csv', 'txt']), visit, language }),
  /** To know of it, an invitation to whoever can be reached by mail, or what is cancelled. */
  z.object({
    what: z.literal('calendar'),
    format: z.literal('ics'),
    visit,
    method: z.enum(['publish', 'request', 'cancel']).default('publish'),
    language,
  }),
  /** What one of the staff has to do. */
  z.object({ what: z.literal('duties'), format: z.literal('ics'), person: required(80), ...range, language }),
  /** The guests' itinerary for a phone; one day, or all. */
  z.object({
    what: z.literal('itinerary'),
    format: z.enum(['html', 'png', 'docx']),
    visit,
    day: z.union([z.literal(''), day]).default(''),
    language,
  }),
  /** A picture of each day. */
  z.object({ what: z.literal('itinerary-days'), format: z.literal('zip'), visit, language }),
  z.object({ what: z.enum(['plan', 'closing-report']), format: z.literal('docx'), visit, language }),
  z.object({ what: z.literal('coordinator'), format: z.literal('vcf'), visit, language }),
  z.object({ what: z.literal('visit'), format: z.literal('yingbin'), visit, language }),
  z.object({ what: z.literal('guests'), format: z.enum(['xlsx', 'csv']), visit, language }),
  z.object({
    what: z.literal('needs'),
    format: z.literal('xlsx'),
    visit,
    filled: z.enum(['yes', 'no']).default('yes'),
    language,
  }),
  z.object({ what: z.literal('visits'), format: z.enum(['ics', 'xlsx', 'csv']), ...range, language }),
  z.object({
    what: z.literal('bookings'),
    format: z.enum(['xlsx', 'csv']),
    ...range,
    kind: resourceKind,
    language,
  }),
  z.object({ what: z.literal('resource'), format: z.literal('ics'), resource: id, ...range, language }),
  z.object({ what: z.literal('utilisation'), format: z.literal('xlsx'), ...range, kind: resourceKind, language }),
  z.object({ what: z.literal('badge-design'), format: z.literal('json'), design: id, language }),
  z.object({ what: z.literal('guest-template'), format: z.literal('xlsx'), language }),
  z.object({ what: z.literal('resource-template'), format: z.literal('xlsx'), kind: resourceKind, language }),
])
export type ExportRequest = z.infer<typeof exportRequest>
/** What a link to an export says; what it leaves out has a default. */
export type ExportAddress = z.input<typeof exportRequest>
