import { ORPCError } from '@orpc/server'
import {
  type BookingConflict,
  type Entity,
  type NotAllowedReason,
  REFUSALS,
  type RefusalCode,
  type RefusalData,
} from '../../../shared/contract/errors.ts'

/** A refusal of the contract, with its status and typed data. */
const refusal = <Code extends RefusalCode>(code: Code, data: RefusalData<Code>) =>
  new ORPCError(code, { status: REFUSALS[code].status, data })

/** The typed refusals of the contract, for the parts below the handlers. oRPC checks them against the procedure's own list. */
export const notFound = (entity: Entity, id: string) => refusal('NOT_FOUND', { entity, id })

export const stale = (entity: Entity, id: string, current: Record<string, unknown>) =>
  refusal('STALE', { entity, id, current })

export const conflict = (conflicts: BookingConflict[]) => refusal('CONFLICT', { conflicts })

export const notAllowed = (reason: NotAllowedReason) => refusal('NOT_ALLOWED', { reason })

export const notReady = (codes: RefusalData<'NOT_READY'>['codes']) => refusal('NOT_READY', { codes })

export const forbidden = (permission: RefusalData<'FORBIDDEN'>['permission']) => refusal('FORBIDDEN', { permission })

export const locked = () => refusal('LOCKED', undefined)

/** A change that a submitted or approved plan covers, before the person was warned. */
export const reapproval = (
  status: RefusalData<'REAPPROVAL'>['status'],
  changes: RefusalData<'REAPPROVAL'>['changes'],
) => refusal('REAPPROVAL', { status, changes })

export const badFile = (reason: RefusalData<'BAD_FILE'>['reason'], detail = '') =>
  refusal('BAD_FILE', { reason, detail })

/** An address that does not say what the contract asks for. */
export const badRequest = (issues: readonly { path?: unknown[] }[] = []) =>
  refusal('BAD_REQUEST', { issues: issues.map(({ path }) => ({ path })) })

export const tooLarge = () => refusal('TOO_LARGE', undefined)

export const noPrinter = () => refusal('NO_PRINTER', undefined)

export const documentFailed = (id: string) => refusal('DOCUMENT_FAILED', { id })
