import type { TFunction } from 'i18next'
import { type DesignElement, PLACEHOLDERS, type Placeholder } from '../../shared/domain/papers/badgeDesign.ts'

/** What an element is called in lists: what it says, in the reader's words. */
export function elementName(element: DesignElement, t: TFunction): string {
  if (element.kind === 'text') {
    const text = element.text.replace(/\{([^{}]*)\}/gu, (whole, name: string) =>
      (PLACEHOLDERS as readonly string[]).includes(name) ? t(`badges.placeholder.${name as Placeholder}`) : whole,
    )
    return text || t('badges.kind.text')
  }
  if (element.kind === 'image' && element.source === 'logo') return t('badges.logo')
  return t(`badges.kind.${element.kind}`)
}
