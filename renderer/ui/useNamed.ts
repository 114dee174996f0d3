import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** The name of something in the reader's language, where it has one. */
export function useNamed(): (thing: { name: string; nameLatin: string }) => string {
  const { i18n } = useTranslation()
  return useCallback(thing => (i18n.language === 'en' && thing.nameLatin) || thing.name, [i18n.language])
}
