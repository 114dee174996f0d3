import type { VisitStatus } from './visit.ts'

/** What a person who logs in is to the office. */
export const ROLES = ['front_desk', 'coordinator', 'approver', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/**
 * - `open`: before anybody has signed in.
 * - `read`: everything but sensitive fields.
 * - `edit`: visits, guests, itineraries, bookings, checklists.
 * - `submit`: hand a plan in, take it back, cancel a visit, write down a decision taken on paper.
 * - `decide`: approve a plan or send it back.
 * - `sensitive`: health, religion and ethnicity.
 * - `manage`: rooms, vehicles, staff, stock, settings, templates, accounts.
 */
export const PERMISSIONS = ['open', 'read', 'edit', 'submit', 'decide', 'sensitive', 'manage'] as const
export type Permission = (typeof PERMISSIONS)[number]

const MAY: Record<Role, readonly Permission[]> = {
  front_desk: ['open', 'read', 'edit'],
  coordinator: ['open', 'read', 'edit', 'submit', 'sensitive'],
  approver: ['open', 'read', 'decide'],
  administrator: PERMISSIONS,
}

/** May somebody of this role do this? Nobody (null: signed out or locked) may only what is open. */
export function may(role: Role | null, permission: Permission): boolean {
  return role === null ? permission === 'open' : MAY[role].includes(permission)
}

/** May somebody of this role take a visit from one state to the next? The desk begins and ends a reception; it does not cancel one. */
export function mayStep(role: Role | null, from: VisitStatus, to: VisitStatus): boolean {
  return may(role, from === 'cancelled' || to === 'cancelled' ? 'submit' : 'edit')
}

/** Who may book a resource, at least. */
export const BOOKING_ROLES = ['front_desk', 'coordinator', 'administrator'] as const
export type BookingRole = (typeof BOOKING_ROLES)[number]

const BOOKING_NEEDS: Record<BookingRole, Permission> = {
  front_desk: 'edit',
  coordinator: 'submit',
  administrator: 'manage',
}

/** May somebody of this role book a resource that asks for at least `needed`? */
export function mayBook(role: Role | null, needed: BookingRole): boolean {
  return may(role, BOOKING_NEEDS[needed])
}
