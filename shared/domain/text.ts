/**
 * Text as people mean it: line ends of every system become `\n`; control characters, what Unicode says is no character, and halves of
 * a pair go. What is left can stand in every file that the program writes.
 */
export function cleanText(text: string): string {
  return DIRT.test(text) ? text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(ALL_DIRT, '') : text
}

/** XML 1.0, 2.2 leaves out the same characters; a half of a pair cannot be written as UTF-8. */
const DIRT = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]--[\n\t]]/v
const ALL_DIRT = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\n\t]]/gv

/** Clean text without a line break: for a name, a header, a line of a file. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim()

/**
 * At most `most` UTF-16 units of a text, never half a character.
 * @example cut('一二𠮷', 3) // 一二
 */
export function cut(text: string, most: number): string {
  const end = most > 0 && /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most
  return text.slice(0, end)
}
