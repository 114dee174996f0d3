import dayjs from 'dayjs'
import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import 'dayjs/locale/zh-cn'
import en from '../../resources/locales/en.json'
import zh from '../../resources/locales/zh-CN.json'
import { isLanguage, type Language } from '../../shared/domain/language.ts'

const KEPT = 'yingbin.language'

/** What this desk chose last, or nothing yet. */
export function keptLanguage(): Language | null {
  const kept = window.localStorage.getItem(KEPT)
  return isLanguage(kept) ? kept : null
}

/** Switches everything that speaks, at once, and remembers it. */
export function speak(language: Language, remember = true): void {
  if (remember) window.localStorage.setItem(KEPT, language)
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  document.documentElement.lang = language
  void i18n.changeLanguage(language)
}

void i18n.use(initReactI18next).init({
  lng: keptLanguage() ?? 'zh-CN',
  fallbackLng: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
})
speak(keptLanguage() ?? 'zh-CN', false)
