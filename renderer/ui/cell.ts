import type { Autosave } from './useAutosave.ts'

/** Names of a patch's fields that hold a kind of value. */
export type FieldsOf<Patch, Value> = {
  [Name in keyof Patch]-?: Patch[Name] extends Value ? Name : never
}[keyof Patch] &
  string

/** What every cell is given. */
export interface CellProps<Patch extends object, Name extends string> {
  saver: Autosave<object & Patch, Patch>
  name: Name
  /** Says whose field it is: `Dinner: menu`. */
  label?: string
  id?: string
  placeholder?: string
  disabled?: boolean
}

/** What a field shows: as it is typed, or else as it was saved. */
export const shownOf = <Patch extends object>(saver: Autosave<object & Patch, Patch>, name: string): unknown =>
  Object.entries(saver.shown).find(([field]) => field === name)?.[1]

/** A patch of one field. */
export const put = <Patch extends object>(name: string, value: unknown): Partial<Patch> =>
  Object.fromEntries([[name, value]]) as Partial<Patch>

/** How a control is named: by its label's id, or by itself. */
export const named = (props: { id?: string | undefined; label?: string | undefined }) => ({
  ...(props.id ? { id: props.id } : {}),
  ...(props.label ? { 'aria-label': props.label } : {}),
})
