/** The languages that the window speaks, and that a file or a paper is written in. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A paper may also hold both languages, the Chinese first. */
export const PAPER_LANGUAGES = [...LANGUAGES, 'both'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

/** Whether a text names a language that the window speaks. */
export const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.some(language => language === text)

/** What the words around what a paper says are in: one in both languages is a Chinese paper that says things twice. */
export const spokenIn = (language: PaperLanguage): Language => (language === 'both' ? 'zh-CN' : language)

/**
 * One wording of two: the English one for an English reader, where there is one; otherwise the Chinese one.
 * A paper in both languages gets the Chinese one; whoever wants both lines asks twice.
 * @example worded('en', '王伟', '') // '王伟'
 */
export const worded = (language: PaperLanguage, chinese: string, latin: string | null | undefined): string =>
  language === 'en' && latin ? latin : chinese

/** A row's name in a language. Guests and resources keep the Latin one as `latinName`, templates and designs as `nameLatin`. */
export const named = (
  row: { name: string; latinName: string } | { name: string; nameLatin: string },
  language: PaperLanguage,
): string => worded(language, row.name, 'latinName' in row ? row.latinName : row.nameLatin)

/** A title in a language: of a visit, a task, a briefing. */
export const titled = (row: { title: string; titleLatin: string }, language: PaperLanguage): string =>
  worded(language, row.title, row.titleLatin)
