import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A visit's title in the language of the window: the English one where there is one and English is spoken. */
export function useTitle(): (titled: { title: string; titleLatin: string }) => string {
  const { i18n } = useTranslation()
  const english = i18n.language === 'en'
  return useCallback(
    ({ title, titleLatin }: { title: string; titleLatin: string }) =>
      english && titleLatin !== '' ? titleLatin : title,
    [english],
  )
}
