import { overlaps, type Span } from '../time.ts'

/** So many of a movable thing, promised for a span. */
export interface Loan extends Span {
  quantity: number
}

/**
 * The most that is out at one minute of a span. It is reached where a loan begins, or where the span does: only those are counted.
 */
export function mostOut(loans: readonly Loan[], span: Span): number {
  const touching = loans.filter(loan => overlaps(loan, span))
  const starts = [span.startsAt, ...touching.map(loan => loan.startsAt).filter(start => start > span.startsAt)]
  return Math.max(
    ...starts.map(start =>
      touching
        .filter(loan => loan.startsAt <= start && loan.endsAt > start)
        .reduce((sum, loan) => sum + loan.quantity, 0),
    ),
  )
}

/** How many are left for the whole of a span; never below none. */
export function leftOf(quantity: number, loans: readonly Loan[], span: Span): number {
  return Math.max(0, quantity - mostOut(loans, span))
}
