import type { PaperLanguage } from '../../../shared/domain/language.ts'

/** A name in the document's language. In both, neither is parted at the end of a line as long as it fits on one. */
export function InLanguage({ language, chinese, latin }: { language: PaperLanguage; chinese: string; latin: string }) {
  if (latin === '' || latin === chinese) return chinese
  if (language !== 'both') return language === 'en' ? latin : chinese
  return (
    <>
      <span className="together">{chinese}</span> <span className="together">{latin}</span>
    </>
  )
}
