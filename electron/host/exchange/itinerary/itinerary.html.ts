import type { TFunction } from 'i18next'
import type { Item } from '../../../../shared/contract/itinerary.ts'
import type { OfficeSettings } from '../../../../shared/contract/office.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { clockOf, dayOf, weekdayOf } from '../../../../shared/domain/time.ts'
import type { VisitRow } from '../../../db/tables.ts'
import { titleOf, wordOf } from '../../files/translator.ts'
import { contentOf, placeOf } from './schedule.entries.ts'

export interface PhoneItinerary {
  visit: VisitRow
  items: readonly Item[]
  settings: OfficeSettings
  /** How one of the staff is named. */
  staff: (name: string) => string
  language: Language
  t: TFunction
  /** Only this day; all where none is named. */
  day: string
  /** Addresses of style sheets with the fonts, where it is drawn by the application itself; a file has none and needs none. */
  styles: readonly string[]
  /** Dark where the phone is: not for a picture. */
  followsPhone: boolean
}

/**
 * The guests' itinerary as one page that needs nothing else: read on a phone without a network, or drawn as a picture for chat. No
 * scripts, nobody's phone but the coordinator's, no notes.
 */
export function itineraryHtml(of: PhoneItinerary): string {
  const { visit, settings, language, t } = of
  const either = (chinese: string, latin: string) => (language === 'en' && latin !== '' ? latin : chinese)
  const title = titleOf(visit, language)
  const days = [...new Set(of.items.map(item => dayOf(item.startsAt)))].filter(day => of.day === '' || day === of.day)
  const company = either(settings.companyName, settings.companyLatin)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${of.followsPhone ? 'light dark' : 'light'}">
<title>${escaped(title)}</title>
${of.styles.map(href => `<link rel="stylesheet" href="${escaped(href)}">`).join('\n')}
<style>${style(settings.color, of.followsPhone)}</style>
</head>
<body class="phone">
<header>
<p class="company">${escaped(company)}</p>
<h1>${escaped(title)}</h1>
<p>${escaped([visit.startsOn, visit.endsOn === visit.startsOn ? '' : visit.endsOn].filter(Boolean).join(' – '))}${visit.organization ? ` · ${escaped(wordOf(visit, 'organization', language))}` : ''}</p>
</header>
${days.map(day => daySection(day, of)).join('\n')}
<footer>
${[
  visit.coordinator &&
    `<p><b>${escaped(t('documents.contact'))}</b> ${phoneLink(of.staff(visit.coordinator), visit.coordinatorPhone)}</p>`,
  visit.dress && `<p><b>${escaped(t('fields.dress'))}</b> ${escaped(wordOf(visit, 'dress', language))}</p>`,
  visit.mapNote && `<p><b>${escaped(t('fields.mapNote'))}</b> ${escaped(wordOf(visit, 'mapNote', language))}</p>`,
]
  .filter(Boolean)
  .join('\n')}
</footer>
</body>
</html>
`
}

function daySection(day: string, { items, t, language, staff }: PhoneItinerary): string {
  const stops = items.filter(item => dayOf(item.startsAt) === day)
  return `<section>
<h2>${escaped(`${day} ${t(`weekday.${weekdayOf(day)}`)}`)}</h2>
<ol>
${stops
  .map(item => {
    const rest = [placeOf(item, language), staff(item.personInCharge)].filter(Boolean).join(' · ')
    return `<li><time>${clockOf(item.startsAt)}<span>${clockOf(item.endsAt)}</span></time><div><b>${escaped(contentOf(item, language, t))}</b>${rest ? `<p>${escaped(rest)}</p>` : ''}</div></li>`
  })
  .join('\n')}
</ol>
</section>`
}

function phoneLink(name: string, phone: string): string {
  const number = phone.replace(/[^\d+]/g, '')
  const link = number === '' ? '' : ` <a href="tel:${number}">${escaped(phone)}</a>`
  return `${escaped(name)}${link}`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

const style = (color: string, followsPhone: boolean): string => `
*{box-sizing:border-box}
html{background:#fff}
body.phone{max-width:560px;margin:0 auto;padding:20px 18px 28px;color:#14191b;background:#fff;font:16px/1.5 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;font-variant-numeric:tabular-nums}
.phone header{padding-bottom:12px;border-bottom:3px solid ${color}}
.phone p,.phone h1,.phone h2{margin:0}
.phone .company{color:#525a5e;font-size:14px}
.phone h1{margin:2px 0 4px;font-size:23px;line-height:1.3}
.phone h2{margin:22px 0 4px;font-size:17px;color:${color}}
.phone ol{margin:0;padding:0;list-style:none}
.phone li{display:grid;grid-template-columns:62px 1fr;gap:10px;padding:10px 0;border-bottom:1px solid #e1e5e7}
.phone time{font-weight:700}
.phone time span{display:block;color:#525a5e;font-weight:400;font-size:13px}
.phone li p{color:#525a5e;font-size:14px}
.phone footer{padding-top:18px;font-size:14px}
.phone a{color:${color}}
${
  followsPhone
    ? `@media (prefers-color-scheme:dark){html,body.phone{background:#141718;color:#e6e9ea}.phone .company,.phone time span,.phone li p{color:#a6abaf}.phone li{border-color:#343a3e}.phone h2,.phone a{color:#7cc9c2}}`
    : ''
}`
