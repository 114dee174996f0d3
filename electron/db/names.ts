/** A name in the program as it stands in SQL: `startsOn` is `starts_on`. */
export const snakeCase = remembered(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))

/** A name in SQL as the program speaks it: `starts_on` is `startsOn`. */
export const camelCase = remembered(name => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))

/** There are a few hundred names: each is worked out once. */
function remembered(work: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return name => {
    const before = known.get(name)
    if (before !== undefined) return before
    const result = work(name)
    known.set(name, result)
    return result
  }
}
