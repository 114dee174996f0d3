import type { z } from 'zod'

/**
 * The most characters that a text field of the contract takes: `longest(visitFields.shape.title)` is 120. Screens read it from the very
 * schema that refuses what is longer, so that a limit stands in one place. A field without a limit has none here either.
 */
export const longest = (field: z.ZodString): number => field.maxLength ?? Number.POSITIVE_INFINITY
