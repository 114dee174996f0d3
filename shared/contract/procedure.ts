import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Permission } from '../domain/roles.ts'

/** What the host must know of a procedure before it answers. */
export interface ProcedureMeta extends Record<string, unknown> {
  /** What it asks of whoever calls it; a handler may ask for more. */
  permission: Permission
}

/**
 * Begins a procedure of the contract with the permission that it asks for. There is no other way to begin one, so a procedure
 * without a permission does not compile.
 * @example get: asks('read').errors({ NOT_FOUND }).input(z.object({ id })).output(visit)
 */
export const asks = (permission: Permission) => oc.$meta<ProcedureMeta>({ permission })

type Patch<Shape extends z.ZodRawShape, Given extends keyof Shape> = {
  [Field in keyof Shape]: Field extends Given ? Shape[Field] : z.ZodExactOptional<Shape[Field]>
}

/**
 * What an edit says of some fields: each may be left out, and none is undefined.
 * @param given fields that must be there all the same, as for a new row.
 * @example patchOf(visitFields, 'title', 'startsOn')
 */
export function patchOf<Shape extends z.ZodRawShape, Given extends keyof Shape = never>(
  fields: z.ZodObject<Shape>,
  ...given: Given[]
): z.ZodObject<Patch<Shape, Given>> {
  const must = new Set<string>(given.map(String))
  const shape = Object.fromEntries(
    Object.entries(fields.shape).map(([field, schema]) => [
      field,
      must.has(field) ? schema : z.exactOptional(schema as z.ZodType),
    ]),
  )
  return z.object(shape) as z.ZodObject<Patch<Shape, Given>>
}
