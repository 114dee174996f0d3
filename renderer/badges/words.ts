import type { Guest } from '../../shared/contract/guests.ts'
import type { OfficeSettings } from '../../shared/contract/office.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { named, type PaperLanguage, titled, worded } from '../../shared/domain/language.ts'
import type { BadgeWords } from '../../shared/domain/papers/badgeDesign.ts'
import type { BadgeRole } from '../../shared/domain/papers/badgeRole.ts'

/**
 * What a badge's placeholders say of a guest. The name is in the document's language, the other name below it; where there is only one,
 * the second stays empty.
 */
export function wordsOf(
  guest: Pick<Guest, 'name' | 'latinName' | 'title' | 'organization' | 'badgeRole'>,
  of: {
    visit: Pick<Visit, 'title' | 'titleLatin' | 'code' | 'organization' | 'organizationLatin' | 'startsOn' | 'endsOn'>
    settings: OfficeSettings
  },
  language: PaperLanguage,
  roleName: (role: BadgeRole) => string,
): BadgeWords {
  const { visit, settings } = of
  const first = named(guest, language)
  const second = first === guest.name ? guest.latinName : guest.name
  return {
    name: first,
    latinName: second === first ? '' : second,
    title: guest.title,
    organization:
      guest.organization === '' || guest.organization === visit.organization
        ? worded(language, visit.organization, visit.organizationLatin)
        : guest.organization,
    role: guest.badgeRole && roleName(guest.badgeRole),
    visitTitle: titled(visit, language),
    visitTitleLatin: visit.titleLatin,
    visitCode: visit.code,
    days: visit.startsOn === visit.endsOn ? visit.startsOn : `${visit.startsOn} – ${visit.endsOn}`,
    company: worded(language, settings.companyName, settings.companyLatin),
    companyLatin: worded(language, settings.companyLatin, settings.companyName),
  }
}
