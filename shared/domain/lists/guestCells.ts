import { isWallTime } from '../time.ts'
import type { Gender } from '../visit.ts'
import type { GuestDraft } from './guestDraft.ts'
import { tidy } from './tidy.ts'

/** A day and time as tables have it (`2026-12-01 9:30`, `2026年12月1日 09:30`) as wall clock; null where the year or the time is missing. */
export function momentOf(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\sT]+(\d{1,2})[:：时点](\d{2})?/u.exec(tidy(text))
  if (!parts) return null
  const [, year, month = '', day = '', hour = '', minute = '00'] = parts
  const moment = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}`
  return isWallTime(moment) ? moment : null
}

/** Gender as people write it, or null where the text says none. */
export function genderOf(text: string): Gender | null {
  const plain = tidy(text).toLowerCase()
  if (['男', '男性', '先生', 'm', 'male', 'mr', 'mr.'].includes(plain)) return 'male'
  if (['女', '女性', '女士', '小姐', 'f', 'female', 'ms', 'ms.', 'mrs', 'mrs.', 'miss'].includes(plain)) return 'female'
  return null
}

/** A phone number without its ornament, and whether it looks like one: 11 digits of a Chinese mobile, or 7 to 15 in all (ITU-T E.164). */
export function phoneOf(text: string): { phone: string; ok: boolean } {
  const plain = tidy(text).replace(/[\s\-()（）.]/gu, '')
  const digits = plain.replace(/^\+/, '')
  if (!/^\d+$/.test(digits)) return { phone: tidy(text), ok: false }
  const ok =
    /^1/.test(digits) && !plain.startsWith('+') && digits.length >= 10
      ? /^1[3-9]\d{9}$/.test(digits)
      : digits.length >= 7 && digits.length <= 15
  return { phone: plain, ok }
}

/** The phone numbers in a cell: `13800000000/021-58881234`, one below the other, or written as numbers by a spreadsheet. */
export function phonesOf(text: string): string[] {
  const plain = text.replace(/^['‘’`]/u, '')
  const scientific = /^(\d(?:\.\d+)?)e\+?(\d{1,2})$/iu.exec(plain)
  if (scientific) return [String(Math.round(Number(plain)))]
  const whole = plain.replace(/^(\d{7,15})\.0+$/u, '$1')
  const parts = whole.split(/\s*[/／;；、,，|\n]\s*|\s+(?=(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4})|\s{2,}/u).filter(Boolean)
  const labelled = parts.map(part =>
    part.replace(/^(手机|电话|座机|办公|移动|微信|tel|mobile|phone|cell)[:：.]?\s*/iu, ''),
  )
  return labelled.length > 1 && labelled.some(part => phoneOf(part).ok)
    ? [...labelled.filter(part => phoneOf(part).ok), ...labelled.filter(part => !phoneOf(part).ok)]
    : [labelled[0] ?? whole]
}

/** Whether a text is a phone number and nothing else. */
export const isPhone = (text: string): boolean => {
  const [first] = phonesOf(text)
  return first !== undefined && phoneOf(first).ok && /\d{7}/.test(first.replace(/\D/g, ''))
}

/** A name: tidy, and without the spaces people put inside Chinese names (张 三). */
export function nameOf(text: string): string {
  const plain = tidy(text)
  return /^[\p{Script=Han}\s]+$/u.test(plain) ? plain.replace(/\s/gu, '') : plain
}

/** What people write beside a name in its cell: a title, a gender, the head of the delegation, a diet, an ethnic group. */
export function asideOf(text: string, draft: GuestDraft): Partial<GuestDraft> {
  const bare = text.replace(/^[*★☆●•◆▪√✓\-–]+\s*|\s*[*★☆●]+$/gu, '').replace(/^(\d{1,3})\s*[.、)]\s*(?=\D)/u, '')
  const found: Partial<GuestDraft> = {}
  const rest: string[] = []
  const take = (aside: string) => {
    const gender = genderOf(aside)
    if (gender !== null) found.gender = gender
    else if (/^(团长|领队|带队)$/u.test(aside)) found.isHead = true
    else if (/^\p{Script=Han}{1,5}族$/u.test(aside)) found.ethnicity = aside
    else if (/素食|清真|过敏|忌/u.test(aside)) found.diet = aside
    else if (/^[\d\s+\-()]{7,}$/u.test(aside) && phoneOf(aside).ok) found.phone = phoneOf(aside).phone
    else if (isTitle(aside)) found.title = aside
    else rest.push(aside)
  }
  let name = bare.replace(/\s*[(（[【]([^()（）[\]【】]*)[)）\]】]\s*/gu, (_, aside: string) => {
    for (const part of aside.split(/[,，、/]/u)) if (part.trim() !== '') take(part.trim())
    return ' '
  })
  name = name.trim()
  const parts = name.split(/\s*[/|,，、:：]\s*|\s+/u).filter(Boolean)
  const han = (part: string) => /^[\p{Script=Han}·]+$/u.test(part)
  const isAside = (part: string) => isTitle(part) || genderOf(part) !== null || isPhone(part)
  if (parts.length > 1 && parts.some(han) && parts.some(isAside)) {
    const [first, ...others] = parts.filter(part => !isAside(part))
    // 张 三 总经理: what is left of the name stands apart by a space only.
    const spaced = others.every(part => han(part) && part.length === 1) && (first?.length ?? 0) <= 2
    name = spaced ? [first, ...others].join('') : (first ?? name)
    if (!spaced) rest.push(...others)
    for (const part of parts) if (isAside(part)) take(part)
  } else {
    const run = TITLE_AT_END.exec(name)
    if (run?.[1] && run[2] && SURNAME.test(run[1])) {
      name = run[1]
      take(run[2])
    }
  }
  const gendered = /^(\p{Script=Han}{2,4}?)(先生|女士|小姐)$/u.exec(name)
  if (gendered?.[1] && gendered[2] && gendered[1].length > 1) {
    name = gendered[1]
    take(gendered[2])
  }
  if (draft.title !== '' && found.title) {
    if (found.title !== draft.title) rest.push(found.title)
    delete found.title
  }
  if (found.gender && draft.gender !== 'unknown') delete found.gender
  return {
    ...found,
    name: nameOf(name),
    ...(rest.length > 0 ? { notes: [draft.notes, ...rest].filter(Boolean).join('；') } : {}),
  }
}

const TITLES =
  '董事长|副董事长|董事|总裁|副总裁|总经理|副总经理|总工程师|副总工程师|总工|总监|副总监|经理|副经理|项目经理|主任|副主任|主席|副主席|会长|副会长|秘书长|副秘书长|理事长|秘书|局长|副局长|处长|副处长|科长|副科长|部长|副部长|司长|厅长|市长|副市长|书记|副书记|院长|副院长|所长|副所长|校长|副校长|教授|副教授|研究员|副研究员|工程师|高级工程师|助理|主管|专员|代表|首席代表|顾问|参赞|大使|领事|科员|干事|法务|翻译|司机|记者|主编'
const TITLE = new RegExp(`(${TITLES})$`, 'u')
const isTitle = (text: string): boolean =>
  TITLE.test(text) ||
  /^(CEO|CTO|CFO|COO|CMO|VP|SVP|GM|director|manager|engineer|president|chairman|professor)$/iu.test(text)
/** A name and a title that run into each other: 张三总经理. */
const TITLE_AT_END = new RegExp(`^(\\p{Script=Han}{2,3}?)((?:高级|常务|执行)?(?:${TITLES}))$`, 'u')
/** The surnames that nearly all Chinese have; enough to tell a name from a word. */
const SURNAME =
  /^(欧阳|上官|司马|诸葛|皇甫|尉迟|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])/u

/** A dash, a slash or a word that says there is nothing. */
export const isNothing = (text: string): boolean => /^(-+|—+|\/+|无|没有|暂无|n\/?a|none|nil)$/iu.test(text)
