/** A pattern for LIKE that finds a text anywhere, with what LIKE itself understands taken as written: `escape '\'` goes with it. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, character => `\\${character}`)}%`
