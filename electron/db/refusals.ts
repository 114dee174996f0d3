// Refusals of the database's own triggers, by the words that they abort with.

/** The time is taken, or too few of a movable thing are left. */
export const isOverlap = (error: unknown): boolean =>
  error instanceof Error && /BOOKING_OVERLAP|EQUIPMENT_OUT/.test(error.message)

/** More was taken from the stock than is there. */
export const isOverStock = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('STOCK_EXCEEDED')
