/** A list as somebody sent it, pasted, and what a careful person reads in it. */
export interface GuestList {
  /** Who sends such lists, or how it is written. */
  kind: string
  text: string
  /** Each guest as `field=value|…`, then `?` and the doubts that must be told. */
  guests: readonly string[]
  /** Lines and stretches that are shown as passed over, headings aside. */
  passed: number
}
