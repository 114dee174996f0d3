type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

/** zod's optional fields may hold undefined; a patch has only what was said. */
export function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
}
