import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage, type Language, named, titled } from '../../shared/domain/language.ts'

/** The language that the window speaks now. */
export function useLanguage(): Language {
  const { language } = useTranslation().i18n
  return isLanguage(language) ? language : 'zh-CN'
}

/** Names a row in the language of the window. */
export function useNamed(): (row: Parameters<typeof named>[0]) => string {
  const language = useLanguage()
  return useCallback(row => named(row, language), [language])
}

/** A title in the language of the window. */
export function useTitle(): (row: Parameters<typeof titled>[0]) => string {
  const language = useLanguage()
  return useCallback(row => titled(row, language), [language])
}
