/** Full-width letters and digits to plain ones, all white space and invisible marks to single spaces, no ends. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
