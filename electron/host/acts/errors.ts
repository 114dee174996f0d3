import { ORPCError } from '@orpc/server'
import type { z } from 'zod'
import type { BAD_FILE, BookingConflict } from '../../../shared/contract/errors.ts'

/** The typed refusals of the contract, for the parts below the handlers. oRPC checks them against the procedure's own list. */
export const notFound = (entity: string, id: string) =>
  new ORPCError('NOT_FOUND', { status: 404, data: { entity, id } })

export const stale = (entity: string, id: string, current: Record<string, unknown>) =>
  new ORPCError('STALE', { status: 409, data: { entity, id, current } })

export const conflict = (conflicts: BookingConflict[]) =>
  new ORPCError('CONFLICT', { status: 409, data: { conflicts } })

export const notAllowed = (reason: string) => new ORPCError('NOT_ALLOWED', { status: 409, data: { reason } })

export const notReady = (codes: string[]) => new ORPCError('NOT_READY', { status: 409, data: { codes } })

export const forbidden = (permission: string) => new ORPCError('FORBIDDEN', { status: 403, data: { permission } })

export const locked = () => new ORPCError('LOCKED', { status: 401 })

/** A change that a submitted or approved plan covers, before the person was warned. */
export const reapproval = (status: string, changes: string[]) =>
  new ORPCError('REAPPROVAL', { status: 409, data: { status, changes } })

export const badFile = (reason: z.infer<typeof BAD_FILE.data>['reason'], detail = '') =>
  new ORPCError('BAD_FILE', { status: 422, data: { reason, detail } })
