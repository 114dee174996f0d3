import { tidy } from './tidy.ts'

/** A day within a number: its month and its day of the month. */
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
/**
 * Numbers of papers that are known by their form: resident cards of mainland China (GB 11643-1999: 18, the last may be X; 15 before 1999),
 * of Taiwan and, with the check digit in brackets, of Hong Kong; Chinese passports and travel permits.
 */
export const ID_FORMS = [
  `[1-9]\\d{5}(?:19|20)\\d{2}${DAY}\\d{3}[\\dXx]`,
  `[1-9]\\d{5}\\s(?:19|20)\\d{2}${DAY}\\s\\d{3}[\\dXx]`,
  `[1-9]\\d{7}${DAY}\\d{3}`,
  '[A-Z][12]\\d{8}',
  '[A-Z]{1,2}\\d{6}\\([\\dA]\\)',
  '[EGDSPHMC]\\d{8}',
  'E[A-HJ-NP-Z]\\d{7}',
  '[HM]\\d{10}',
].join('|')

const WHOLE = new RegExp(`^(?:${ID_FORMS})$`, 'iu')
/** Whether a text is the number of a paper and nothing else. */
export const isIdNumber = (text: string): boolean => {
  const bare = tidy(text)
  return WHOLE.test(bare) || WHOLE.test(bare.replace(/\s/gu, ''))
}

const WITHIN = new RegExp(`(?<![\\dA-Za-z+])(?:${ID_FORMS})(?![\\dA-Za-z])`, 'gu')
/** A number that only its label gives away: passports of other countries. */
const LABELLED =
  /((?:身份证|身份證|护照|護照|证件|證件|通行证|台胞证|回乡证|passport|\bid)\s?(?:号码|號碼|号|號|card|no\.?|number|#)?\s?(?:[:：]|为|是)?\s?)(?=[A-Z\d-]*\d)([A-Z\d][A-Z\d-]{5,19})(?![A-Z\d])/giu

const hide = (text: string): string => text.replace(/\S/gu, '•')

/** A text with the numbers of papers in it made unreadable; it keeps its length. */
export const withoutIds = (text: string): string =>
  text.replace(WITHIN, hide).replace(LABELLED, (_, label: string, number: string) => label + hide(number))

/** A text with certain numbers made unreadable. */
export const withoutSecrets = (text: string, secrets: readonly string[] | undefined): string =>
  (secrets ?? []).reduce((plain, secret) => plain.replaceAll(secret, hide(secret)), withoutIds(text))
