export const SUPPLY_KINDS = ['gift', 'material', 'emergency'] as const
export type SupplyKind = (typeof SUPPLY_KINDS)[number]

/** How many pieces an allocation takes: the amount, or the amount for every guest. At least one guest is counted. */
export function allocationTotal(amount: number, perGuest: boolean, heads: number): number {
  return perGuest ? amount * Math.max(1, heads) : amount
}

export interface GiftLine {
  kind: SupplyKind
  quantity: number
  /** Hundredths of the currency. */
  unitValue: number
}

/** Value of all gifts for one head, in hundredths, rounded up. Materials and emergency items are no gifts. */
export function giftsPerHead(lines: readonly GiftLine[], heads: number): number {
  const value = lines
    .filter(line => line.kind === 'gift')
    .reduce((sum, line) => sum + line.quantity * line.unitValue, 0)
  return Math.ceil(value / Math.max(1, heads))
}
