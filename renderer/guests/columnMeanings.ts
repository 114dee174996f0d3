import type { Meaning } from '../../shared/domain/lists/guestBlocks.ts'

/** What columns of lists from an organization were said to be, on this PC: they come in the same form again. */
const keyOf = (organization: string): string => `yingbin.columns.${organization.trim()}`

export function rememberedMeanings(organization: string): Record<string, Meaning> {
  const kept = localStorage.getItem(keyOf(organization))
  if (kept === null) return {}
  try {
    const read: unknown = JSON.parse(kept)
    return typeof read === 'object' && read !== null ? (read as Record<string, Meaning>) : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

export const rememberMeanings = (organization: string, meanings: Record<string, Meaning>): void =>
  localStorage.setItem(keyOf(organization), JSON.stringify(meanings))
