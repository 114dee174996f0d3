import { GuestBuilder } from './guestBuilder.ts'
import { nameOf, type VisitDays } from './guestCells.ts'
import { headingKinds } from './guestColumns.ts'
import { isOrganization, TALK } from './guestLexicon.ts'
import { isChineseName } from './guestNames.ts'
import { kindOf, LONGEST_LINE, type Token, tokensOf } from './guestTokens.ts'

/** Why a line or a stretch of it is shown as passed over. */
export type Why =
  | 'title'
  | 'heading'
  | 'example'
  | 'total'
  | 'signature'
  | 'talk'
  | 'sender'
  | 'organization'
  | 'section'
  | 'note'
  | 'tooLong'
  | 'host'
  | 'skipped'

/** What stands before who is counted: `1.`, `①`, `（一）`, `- `, `★`, `No.3`. */
const ORDINAL =
  /^(?:[\s*★☆●○•◆◇▪■□√✓►>@·]|[-–—]+\s)*(?:(?:no\.?\s?|第)?[(（【[]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）】\]]?(?:[位名]\s?[:：]?|\s?[.、)）．](?!\d{2,})|\s?[:：](?!\d)|\s{1,4}(?=[\p{Script=Han}A-Z]{2})|(?=\p{Script=Han}{2,4}(?:[\s,，、(（]|$)))\s*)?(?:[★☆●*•-]\s*)*/iu

/** How many characters the ordinal or bullet of a line has. */
export function ordinalLength(text: string): number {
  const length = ORDINAL.exec(text)?.[0].length ?? 0
  return /^[\s*★☆●○•◆◇▪■□√✓►>@·–—-]*[一二三四五六七八九十]{1,3}\p{Script=Han}/u.test(text.slice(0, length + 1))
    ? 0
    : length
}

export const TOTAL =
  /^(?:合\s?计|总\s?计|小\s?计|共\s?计|共\s*(?:\d+|[一二三四五六七八九十]+)\s*[人位名]|总人数|人数[:：]|以上共|sub-?totals?|totals?|grand total|number of (?:guests|people))/iu
export const SIGNATURE =
  /^(?:填\s?表|制\s?表|审\s?核|审\s?批|经办|填报|报送|联\s?系\s?人\s?(?:[:：]|及)|联络人[:：]|盖章|[（(]?(?:单位)?盖章|负责人签|领队签|申请人|陪同人(?!员)|接待人|对接人|发起人|填报人|提交人|开户行|账号|签字|签名|领导签|日期[:：]|填表日期|联系电话[:：]|prepared by|approved by|signature|contact person\s?:|date\s?:)/iu
export const REMARK =
  /^(?:备\s?注|附\s?注|注\s?\d?[:：]|注意|说\s?明|填写说明|填表说明|温馨提示|※|\*{1,2}\s?(?:为|号|必填|required|mandatory)|\*\s?(?:请|表示)|notes?\s?[:：]|remarks?\s?[:：]|legend|p\.?s\.?\s?[:：]|带\s?\*|\(?(?:以上|以下))/iu
const EXAMPLE =
  /^[(（【[]?(?:例|示例|样例|样例行|填写示例|示范|例如|如|范例|范本|example|sample|e\.?g\.?)(?:[)）】\]:：\s\d]|$)/iu
const EXAMPLE_NAME = /[(（【[](?:示例|例|样例|范例|example|sample)[)）】\]]|^(?:例|示例|样例|example|sample)\s?[:：]/iu
export const isExample = (cells: readonly string[]): boolean =>
  cells.some(
    (cell, index) =>
      cell !== '' &&
      cell.length < 40 &&
      ((index < 3 && EXAMPLE.test(cell.trim()) && !/^(?:例|如)[^)）:：\s]/u.test(cell)) || EXAMPLE_NAME.test(cell)),
  )
const MAIL = /^(?:发件人|收件人|抄送|主题|发送时间|from|to|cc|bcc|subject|sent)\s?:/iu
const SECTION =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.]\s?)?(?:主宾|主要来宾|贵宾|领导|随行(?:人员)?|陪同(?:人员)?|工作人员|正式代表|团员|成员|专家|嘉宾|企业代表|媒体|翻译及工作人员|来访人员|来宾|参会人员|名单|客人名单|.{0,20}(?:名单|人员|信息))\s?(?:[(（]?\s?(?:共)?\d{0,3}\s?[人位名]?\s?[)）]?)\s?[:：]?$/u

export const isSection = (text: string): boolean => text.length <= 40 && SECTION.test(text)
/** A line that says whose people stand below: ours are no guests. */
const HOSTS =
  /^(?:我方|主方|接待方|主办方|东道主|我司|本公司|我公司|本方|中方接待)(?:参?[加会]?人员|陪同(?:人员)?|出席(?:人员|领导)?|接待人员|与会人员|代表|名单)?\s?[:：]?$/u
const GUESTS = /^(?:客方|对方|来宾|来访方|客户方|外方|访方|贵方|客户)(?:参?[加会]?人员|人员|代表|名单)?\s?[:：]?$/u
/** Whether a line begins the people of the office itself, those of the other side, or neither. */
export const sideOf = (text: string): 'hosts' | 'guests' | null =>
  HOSTS.test(text) ? 'hosts' : GUESTS.test(text) ? 'guests' : null

export const isMailHead = (text: string): boolean => MAIL.test(text)

const isNamed = (token: Token): boolean => token.kind === 'name' || token.kind === 'familyName'

/** A line in which somebody wrote, when: what a chat puts above each message. */
export function isSender(tokens: readonly Token[]): boolean {
  const moments = tokens.filter(token => token.kind === 'moment' && /:/u.test(token.text))
  if (moments.length === 0) return false
  const others = tokens.filter(token => token.kind !== 'moment')
  return (
    others.length <= 3 &&
    others.filter(isNamed).length <= 1 &&
    others.every(
      token => isNamed(token) || token.aside || /^(?:unread|organization|title|department)$/u.test(token.kind),
    ) &&
    (moments.some(moment => /:\d{2}:\d{2}/u.test(moment.text) || /\d{1,4}[-/月]\d{1,2}/u.test(moment.text)) ||
      others.length <= 1)
  )
}

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length

/** Whether a line talks of people more than it lists them. */
export function isTalk(text: string, tokens: readonly Token[]): boolean {
  const unread = tokens.filter(token => token.kind === 'unread').reduce((sum, token) => sum + letters(token.text), 0)
  const named = tokens.filter(isNamed)
  const strong = tokens.some(token => ['phone', 'email', 'idNumber', 'title'].includes(token.kind))
  if (named.length > 0 && named.every(token => token.kind === 'familyName') && TALK.test(text) && !strong) return true
  if (named.length === 0) return TALK.test(text) && unread > 0
  return (
    unread > letters(text) * (strong ? 0.7 : 0.55) &&
    (TALK.test(text) || tokens.some(token => token.kind === 'unread' && letters(token.text) > 14)) &&
    letters(text) > 8
  )
}

/** What several people are put together as: 一桌, 2号车, 第三组, 2024级. */
const GROUP =
  /[\d一二三四五六七八九十]\s?(?:号|辆)?\s?(?:桌|组|車|车|队|级|班|批|房|路|团|号)$|^(?:table|group|car|bus)\s?\d/iu

export interface ReadLine {
  guests: GuestBuilder[]
  /** Stretches that say nothing of a guest. */
  passed: string[]
  counts: { text: string; count: number }[]
}

/** The people of one line, each with what stands beside them. `tokens` are those of `text`, offsets shifted by `by` in the source. */
export function readPeople(
  tokens: readonly Token[],
  row: number,
  by: number,
  source: string,
  days: VisitDays | undefined,
): ReadLine {
  const guests: GuestBuilder[] = []
  const read: ReadLine = { guests, passed: [], counts: [] }
  let pending: Token[] = []
  let current: GuestBuilder | null = null
  let nameGroup = -1
  let last: Token | null = null
  const place = (token: Token) => ({ row, from: token.from + by, to: token.to + by })
  const give = (guest: GuestBuilder, token: Token) =>
    token.kind === 'label'
      ? guest.mark(place(token), token.text, 'label')
      : guest.give(token.kind, token.text, place(token), token.label)
  const ahead = (from: number): Token | undefined => tokens.slice(from, from + 12).find(isNamed)
  const before = tokens.findIndex(isNamed)
  const shared = tokens.slice(0, Math.max(0, before)).find(token => token.kind === 'organization')
  const names = tokens.filter(isNamed).length
  // 一桌：张三、李四: what they are called together is said of each.
  const [lead] = tokens
  const isGroup = lead !== undefined && before > 0 && GROUP.test(lead.text)
  const isYear = isGroup && lead.kind === 'unread' && names > 1 && /^\d{4}\s?[级届]$/u.test(lead.text)
  const together = isGroup && (lead.kind === 'label' || isYear) ? lead.text : ''
  const shares = respective(tokens, source, by)
  tokens.forEach((token, index) => {
    if (isYear && token === lead) return
    if (shares.some(({ from, to }) => token.from >= from && token.from < to)) return
    if (token.kind === 'count') {
      read.counts.push({ text: token.text, count: countOf(token.text) })
      read.passed.push(token.text)
      return
    }
    if (isNamed(token)) {
      const same = guests.find(guest => token.text.length > 1 && guest.guest.draft.name === nameOf(token.text))
      if (same) {
        // Named again further on: what follows is theirs.
        current = same
        give(same, token)
        for (const each of pending.splice(0)) give(same, each)
        nameGroup = token.group
        last = token
        return
      }
      const latin = !/\p{Script=Han}/u.test(token.text)
      const held: string = current?.guest.draft.name ?? ''
      const other = held !== '' && latin === /\p{Script=Han}/u.test(held)
      const adjacent = token.aside || last === null || isNamed(last) || token.group === nameGroup || names === 2
      if (current !== null && other && adjacent && current.guest.draft.latinName === '') {
        give(current, token)
        last = token
        return
      }
      if (current !== null && token.aside) {
        if (current.fullName(token.text, place(token))) return
        current.give('unread', token.text, place(token), token.label)
        return
      }
      current = new GuestBuilder(row, days)
      current.from(row, source)
      guests.push(current)
      for (const each of pending) give(current, each)
      pending = []
      give(current, token)
      if (together !== '') current.note(together)
      nameGroup = token.group
      last = token
      return
    }
    last = token
    if (
      token.kind === 'unread' &&
      token.label === '' &&
      (TALK.test(token.text) ||
        /^(?:和|与|及|有|由|其中|包括|以及|还有|另有|随行|陪同|是|我是|将|等|共|一行)$/u.test(token.text))
    ) {
      read.passed.push(token.text)
      return
    }
    if (current === null) {
      pending.push(token)
      return
    }
    const next = ahead(index + 1)
    const leads = !token.aside && next !== undefined && token.group === next.group && token.group !== nameGroup
    if (leads && token.kind !== 'phone' && token.kind !== 'email') pending.push(token)
    else if (
      !token.aside &&
      next !== undefined &&
      current.has(token.kind) &&
      ['title', 'organization', 'head', 'salutation', 'role'].includes(token.kind)
    )
      pending.push(token)
    else give(current, token)
  })
  for (const token of pending) {
    if (current !== null) give(current, token)
    else read.passed.push(token.text)
  }
  if (shared && names > 1)
    for (const guest of guests)
      if (guest.guest.draft.organization === '') guest.give('organization', shared.text, place(shared))
  // 生产部 3人：余建华、杜鹃
  const section = tokens.slice(0, Math.max(0, before)).find(token => token.kind === 'department')
  if (section && names > 1 && source.slice(section.to + by, (tokens[before]?.from ?? 0) + by).includes(':'))
    for (const guest of guests.slice(1)) guest.give('department', section.text, place(section))
  // 张三、李四、王五，甲公司: what stands behind them all is of them all, or of the last.
  const [lastGuest] = guests.slice(-1)
  const tail = tokens.at(-1)
  if (!shared && names > 1 && lastGuest && tail?.kind === 'organization')
    for (const guest of guests)
      if (guest.guest.draft.organization === '') {
        guest.give('organization', tail.text, place(tail))
        guest.doubt('shared', tail.text)
      }
  // 彭于宴、张孝 双床: one room for those of one line.
  const rooms = tokens.filter(token => token.kind === 'room')
  const [room] = rooms
  const lastName = tokens.findLastIndex(isNamed)
  if (room && rooms.length === 1 && names > 1 && tokens.indexOf(room) > lastName)
    for (const guest of guests.slice(0, -1)) {
      guest.give('room', room.text, place(room))
      guest.doubt('shared', room.text)
    }
  for (const { label, from, text } of shares) {
    const said = source.indexOf(text, from + by)
    guests[0]?.mark({ row, from: from + by, to: said }, source.slice(from + by, said), 'label')
    const parts = text
      .split(/[、,，/]|和|及/u)
      .map(part => part.trim())
      .filter(Boolean)
    guests.forEach((guest, index) => {
      const part = parts[index] ?? ''
      const [kind] = headingKinds(label)
      if (parts.length === guests.length && kind !== undefined) {
        const at = from + Math.max(0, source.slice(from + by).indexOf(part))
        guest.give(kind, part, { row, from: at + by, to: at + by + part.length })
      } else {
        guest.note(text, label)
        guest.doubt('unclear', text)
      }
    })
  }
  for (const { text, count } of read.counts)
    if (lastGuest && /^等|^\+/u.test(text) && (text.startsWith('+') || count > guests.length))
      lastGuest.guest.doubts.push({ code: 'countAsked', text, count, found: guests.length })
  return read
}

/** 职务分别是甲、乙、丙: what is said of several people, in their order. Offsets as those of the tokens. */
function respective(tokens: readonly Token[], source: string, by: number) {
  const text = source.slice(by)
  const first = tokens.find(isNamed)
  return [...text.matchAll(/(\p{Script=Han}{2,4})分别(?:是|为)\s?:?\s?([^，,。;；]{2,200})/gu)].flatMap(match => {
    const [whole, label = '', said = ''] = match
    const until = match.index + whole.length
    return first !== undefined && first.from < match.index ? [{ label, text: said, from: match.index, to: until }] : []
  })
}

const NUMBERS = '零一二三四五六七八九十'
export function countOf(text: string): number {
  const digits = /\d{1,5}/u.exec(text)
  if (digits) return Number(digits[0])
  const written = /[一二两三四五六七八九十]{1,3}(?=\s?[人位名])/u.exec(text)?.[0].replace('两', '二') ?? ''
  const [tens, units] = written.includes('十') ? written.split('十') : ['', written]
  return (
    (written.includes('十') ? (tens === '' ? 1 : NUMBERS.indexOf(tens ?? '')) * 10 : 0) +
    Math.max(0, NUMBERS.indexOf(units || '零'))
  )
}

/** A line that is nothing but a name and a colon: who wrote what follows. */
export const isSenderAlone = (text: string): boolean =>
  /^[\p{L}\s·]{2,12}[:：]$/u.test(text) && ['name', 'familyName'].includes(kindOf(text.slice(0, -1).trim()))

/** What a line is as a whole: whose name stands before a colon and then others, who wrote it. */
export function senderBefore(text: string): number {
  const head = /^(?:\[?[\d/.:\s年月日-]{5,24}\]?\s?)?([\p{L}·\s]{2,12}?)\s?:\s?(?=\S)/u.exec(text)
  if (!head?.[1] || !(isChineseName(head[1].trim()) || kindOf(head[1].trim()) === 'name')) return 0
  return tokensOf(text.slice(head[0].length)).some(token => isNamed(token)) ? head[0].length : 0
}

export const isTooLong = (text: string): boolean => text.length > LONGEST_LINE
/** Whether all of a line says to which company or office those below belong. */
export const isOrganizationLine = (text: string): boolean =>
  isOrganization(
    text
      .replace(/^[[【「『<《(](.{3,40})[\])】」』>》]\s?[:：]?$/u, '$1')
      .replace(/^(?:delegation|attendees|visitors|guests|participants)\s(?:of|from)\s/iu, '')
      .replace(/[:：]$/u, '')
      .replace(/[(（]\s?(?:共)?\s?\d{1,3}\s?[人位名]\s?[)）]$/u, '')
      .trim(),
  )
