import type { Language } from '../../../../shared/domain/language.ts'
import {
  type Cell,
  type Fact,
  type HeadPart,
  type Outline,
  type TablePart,
  textOf,
} from '../../../../shared/domain/papers/outline.ts'

export interface PhoneLook {
  language: Language
  /** The company's colour, `#rrggbb`. */
  color: string
  /** Addresses of style sheets with the fonts, where it is drawn by the application itself; a file has none and needs none. */
  styles: readonly string[]
  /** Dark where the phone is: not for a picture. */
  followsPhone: boolean
}

/**
 * The guests' itinerary as one page that needs nothing else: read on a phone without a network, or drawn as a picture for chat. No
 * scripts; it says what the printed itinerary says.
 */
export function itineraryHtml({ parts }: Outline, look: PhoneLook): string {
  const head = parts.find((part): part is HeadPart => part.kind === 'head')
  const table = parts.find((part): part is TablePart => part.kind === 'table')
  const contact = parts.find(part => part.kind === 'contact')
  if (!head || !table) throw new Error('An itinerary has a head and a table')
  // The days and who comes stand below the title, everything else at the foot.
  const [days, organization, ...rest] = head.facts
  const title = textOf({ runs: head.title })
  const below = [days, organization].flatMap(fact => (fact ? said(fact) : [])).filter(Boolean)
  return `<!doctype html>
<html lang="${look.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${look.followsPhone ? 'light dark' : 'light'}">
<title>${escaped(title)}</title>
${look.styles.map(href => `<link rel="stylesheet" href="${escaped(href)}">`).join('\n')}
<style>${style(look.color, look.followsPhone)}</style>
</head>
<body class="phone">
<header>
<p class="company">${escaped(textOf({ runs: head.company }))}</p>
<h1>${escaped(title)}</h1>
<p>${escaped(below.join(' · '))}</p>
</header>
${table.groups.map(daySection).join('\n')}
<footer>
${rest
  .filter(fact => fact.value.length > 0)
  .map(fact => `<p><b>${escaped(fact.label)}</b> ${dialled(said(fact), contact?.phone ?? '')}</p>`)
  .join('\n')}
</footer>
</body>
</html>
`
}

const said = (fact: Fact): string => fact.value.map(textOf).join(' ')
const cellText = (cell: Cell | undefined): string => (!cell || 'mark' in cell ? '' : cell.map(textOf).join(' '))

function daySection({ title, rows }: TablePart['groups'][number]): string {
  return `<section>
<h2>${escaped(title)}</h2>
<ol>
${rows
  .map(({ cells: [when, what, ...where] }) => {
    const [from = '', until = ''] = cellText(when).split('–')
    const rest = where.map(cellText).filter(Boolean).join(' · ')
    return `<li><time>${from}<span>${until}</span></time><div><b>${escaped(cellText(what))}</b>${rest ? `<p>${escaped(rest)}</p>` : ''}</div></li>`
  })
  .join('\n')}
</ol>
</section>`
}

/** A text in which the coordinator's number can be tapped. */
function dialled(text: string, phone: string): string {
  const number = phone.replace(/[^\d+]/g, '')
  const safe = escaped(text)
  return number === '' ? safe : safe.replace(escaped(phone), `<a href="tel:${number}">${escaped(phone)}</a>`)
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
