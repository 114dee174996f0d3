import { describe, expect, it } from 'vitest'
import { may, PERMISSIONS, ROLES } from '../../shared/domain/roles.ts'

describe('roles', () => {
  it('may what the product says, and nobody but what is open without signing in', () => {
    const table = Object.fromEntries(ROLES.map(role => [role, PERMISSIONS.filter(each => may(role, each))]))
    expect(table).toEqual({
      front_desk: ['open', 'read', 'edit'],
      coordinator: ['open', 'read', 'edit', 'submit', 'sensitive'],
      approver: ['open', 'read', 'decide'],
      administrator: [...PERMISSIONS],
    })
    expect(PERMISSIONS.filter(each => may(null, each))).toEqual(['open'])
  })
})
