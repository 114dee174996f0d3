import type { Guest } from '../../shared/contract/guests.ts'
import type { OfficeSettings } from '../../shared/contract/office.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import type { PaperLanguage } from '../../shared/domain/language.ts'
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
  const english = language === 'en'
  const first = english && guest.latinName !== '' ? guest.latinName : guest.name
  const second = first === guest.name ? guest.latinName : guest.name
  const either = (chinese: string, latin: string) => (english && latin !== '' ? latin : chinese)
  return {
    name: first,
    latinName: second === first ? '' : second,
    title: guest.title,
    organization:
      guest.organization === '' || guest.organization === visit.organization
        ? either(visit.organization, visit.organizationLatin)
        : guest.organization,
    role: guest.badgeRole && roleName(guest.badgeRole),
    visitTitle: either(visit.title, visit.titleLatin),
    visitTitleLatin: visit.titleLatin,
    visitCode: visit.code,
    days: visit.startsOn === visit.endsOn ? visit.startsOn : `${visit.startsOn} – ${visit.endsOn}`,
    company: either(settings.companyName, settings.companyLatin),
    companyLatin: either(settings.companyLatin, settings.companyName),
  }
}
