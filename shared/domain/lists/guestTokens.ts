import { type HeadingKind, headingKinds } from './guestColumns.ts'
import {
  genderWord,
  isDepartment,
  isDiet,
  isEthnicity,
  isHead,
  isHealth,
  isLanguage,
  isOrganization,
  isPlace,
  isRank,
  isReligion,
  isRole,
  isRoomWish,
  isTitle,
  ORGANIZATION_FRONT,
  TALK,
  type TokenKind,
} from './guestLexicon.ts'
import { isChineseName, isDottedName, isJapaneseName, isLatinName, isSpokenName, surnameLength } from './guestNames.ts'
import { ID_FORMS, isIdNumber } from './guestSecrets.ts'

/** A stretch of a line and what it is. `from` and `to` are offsets in the line; what stands between two stretches only parts them. */
export interface Token {
  kind: TokenKind | HeadingKind
  text: string
  from: number
  to: number
  /** It stands in brackets behind what it belongs to. */
  aside: boolean
  /** Stretches between two hard separators have the same number. */
  group: number
  /** What was written before it: `电话:`. */
  label: string
}

/** Longest line that is looked into; what is longer is no line of a list. */
export const LONGEST_LINE = 1200

const PLATE =
  '[京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊使](?:Z[·•.\\s-]?[A-Z\\d]{4}[港澳]|[A-Z][·•.\\s-]?[A-Z\\d]{5,6})(?:挂|学|警|港|澳)?(?![A-Za-z\\d])'
const DAY =
  '(?:\\d{4}[-/.年]\\s?)?\\d{1,2}(?:月\\s?\\d{1,2}[日号]?(?:\\s?[-~至到]{1,2}\\s?(?:\\d{1,2}月)?\\d{1,2}[日号])?|[-/]\\d{1,2}(?![\\d]))(?:\\s?\\((?:周|星期)?[一二三四五六日天]\\))?'
const CLOCK =
  '(?:(?:上午|下午|晚上?|早上?|中午|凌晨|傍晚)\\s?)?\\d{1,2}(?:[::]\\d{2}(?::\\d{2})?|[点时](?:\\d{1,2}分?|半|一刻)?)(?:\\s?[aApP][mM])?(?:\\s?[-~—–至到]{1,2}\\s?\\d{1,2}[::]\\d{2})?'
/** What is known by its form alone, wherever it stands. */
const STRONG = new RegExp(
  [
    '(?<email>[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,32}){1,4})',
    '(?<link>https?:\\/\\/\\S{1,300})',
    `(?<id>(?<![\\dA-Za-z+])(?:${ID_FORMS})(?![\\dA-Za-z]))`,
    '(?<office>\\p{Script=Han}{2,12}\\(\\p{Script=Han}{2,6}\\)\\p{Script=Han}{0,16}?(?:有限责任公司|股份有限公司|有限公司|公司|集团|基金会|事务所))',
    '(?<dotted>\\p{Script=Han}{1,6}-\\p{Script=Han}{1,6}[·•]\\p{Script=Han}{1,10})',
    `(?<moment>(?<![\\dA-Za-z])(?:\\d{1,2}\\.\\d{1,2}\\s?[-~至到]\\s?\\d{1,2}\\.\\d{1,2}(?!\\d)|${DAY}(?:\\s{0,2},?\\s?(?:${CLOCK}))?|${CLOCK}))`,
    '(?<phone>(?<![\\dA-Za-z.])(?:' +
      '(?:(?:\\(\\+?86\\)|(?:\\+|00)?86)[\\s-]?)?1[3-9]\\d[\\s-]{0,2}\\d{4}[\\s-]{0,2}\\d{4}' +
      '|(?:\\+|00)[1-9]\\d{0,2}[\\s.-]{0,2}(?:\\(0?\\d{1,4}\\)[\\s.-]{0,2})?\\d{1,11}(?:[\\s.-]{1,2}\\d{2,8}){0,4}' +
      '|09\\d{2}[\\s-]?\\d{3}[\\s-]?\\d{3}' +
      '|\\(?0\\d{2,3}\\)?[\\s-]?\\d{3,4}[\\s-]?\\d{4}' +
      '|\\(\\d{2,4}\\)\\s?\\d{3,4}[\\s-]?\\d{4}' +
      '|[48]00[\\s-]?\\d{3,4}[\\s-]?\\d{3,4}' +
      '|\\d{3}[-.\\s]\\d{3}[-.]\\d{4}' +
      '|\\d{4}[\\s-]\\d{4}|\\d{7,13}' +
      ')(?:\\s?(?:转|轉|分机|[eE]xt\\.?|EXT|x|#|-)\\s?[::]?\\s?\\d{1,6})?(?![\\dA-Za-z]))',
    `(?<plate>(?<![A-Za-z\\d])${PLATE})`,
    '(?<flight>(?<![\\p{L}\\d])(?:[A-Z]{2}|[A-Z]\\d|\\d[A-Z])\\s?\\d{3,4}(?![\\p{L}\\d])|(?<![A-Za-z\\d])(?:[GDC]\\d{1,4}|[ZTKYSL]\\d{2,4})(?:次(?:列车|高铁)?)?(?![A-Za-z\\d]))',
    '(?<count>等(?:共)?\\s?(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})\\s?(?:人|位|名)|(?:一行|共计?|合计|总共|总计)\\s?(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})\\s?(?:人|位|名)|(?<![\\d\\p{L}])\\+\\d{1,2}(?![\\d\\s-]{0,3}\\d)|\\+\\s?\\d{1,2}\\s?(?:guests?|persons?|people|others))',
  ].join('|'),
  'gu',
)

const SEPARATOR = /[,;、|/\\\n\t。!?▲△★☆◆●○■□]|\s{2,}|\s[-–—~]{1,2}\s|[-–—]{2,}|\.{3,}|\s[•·▪]\s|[→>~_=]|·(?=\s)/u
/** SMITH, John: the family name in capitals, a comma, the given names. */
const INVERTED = /^\p{Lu}[\p{Lu}'’-]{1,30},\s?\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}(?:\p{Ll}+|\.)){0,2}(?=\s*(?:$|[(,;|\t–-]))/u
/** Cheung Siu Fung, Eric: the name that friends say behind a comma. */
const NICKED = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3},\s(\p{Lu}\p{Ll}+)(?=\s[–—-]\s|\s?\()/u
/** MR SMITH/JOHN, as airlines write it. */
const PASSENGER = /^(?:(MR|MRS|MS|MISS|DR)\.?\s)?(\p{Lu}{2,20}\/\p{Lu}{2,20})(?=\s|$|,)/u
/** Answers that may hold separators themselves. */
const LONG: ReadonlySet<string> = new Set([
  'title',
  'diet',
  'health',
  'notes',
  'room',
  'keep',
  'organization',
  'language',
  'department',
])
const NEXT_LABEL = /^[,，\s]+[\p{L}]{2,10}\s?:/u
const OPEN = '([（【「『<《'
const CLOSE = ')]）】」』>》'

/** Parts a line into stretches, each with what it is: by form first, then by the words of people, offices, meals. Linear in the line. */
export function tokensOf(line: string): Token[] {
  if (line.length > LONGEST_LINE)
    return [{ kind: 'unread', text: line, from: 0, to: line.length, aside: false, group: 0, label: '' }]
  const tokens: Token[] = []
  const state = { aside: 0, group: 0, label: '' }
  let forced: HeadingKind | null = null
  // A label said that a name follows, whatever it looks like.
  let named = false
  const add = (kind: Token['kind'], from: number, to: number) => {
    const text = line.slice(from, to)
    tokens.push({ kind, text, from, to, aside: state.aside > 0, group: state.group, label: state.label })
  }
  const part = () => {
    state.group++
    state.label = ''
    forced = null
  }
  const plain = (from: number, to: number) => {
    let start = from
    const flush = (end: number) => {
      let [a, b] = [start, end]
      while (a < b && /[\s:.…·•*'"“”‘’=~_+^&-]/u.test(line[a] ?? '')) a++
      while (b > a && /[\s:…·•*'"“”‘’=~_^&-]/u.test(line[b - 1] ?? '')) b--
      // The full stop of a sentence, not of an abbreviation.
      if (/\p{Ll}{4}\.$/u.test(line.slice(Math.max(a, b - 6), b))) b--
      if (a < b) {
        if (forced) add(forced, a, b)
        else {
          const words = wordsOf(line.slice(a, b))
          const unnamed =
            named && b - a <= 40 && !words.some(each => each.kind === 'name' || each.kind === 'familyName')
          if (unnamed) add('name', a, b)
          else for (const each of words) add(each.kind, a + each.from, a + each.to)
          named = false
        }
      }
      start = end
    }
    for (let at = from; at < to; at++) {
      const character = line[at] ?? ''
      const stuck = glued ? gluedLabel(line, at, start) : null
      if (stuck) {
        flush(at)
        add('label', at, at + stuck.length)
        const [kind = null] = headingKinds(stuck)
        named = kind === 'name'
        state.label = named ? '' : stuck
        forced = kind === 'name' || kind === 'phone' ? null : kind
        start = at + stuck.length
        at = start - 1
        continue
      }
      if (isOrdinalWithin(line, at)) {
        flush(at)
        const length = /^\d{1,2}[.、]/u.exec(line.slice(at, at + 3))?.[0].length ?? 1
        if (state.aside === 0) part()
        add('label', at, at + length - 1)
        start = at + length
        at = start - 1
        continue
      }
      if (OPEN.includes(character) && character !== '') {
        flush(at)
        state.aside++
        start = at + 1
      } else if (CLOSE.includes(character) && character !== '') {
        flush(at)
        state.aside = Math.max(0, state.aside - 1)
        if (state.aside === 0) state.label = ''
        forced = null
        start = at + 1
      } else if (character === ':') {
        const head = line.slice(start, at).trim()
        // 翻译由我方自带：崔顺姬
        const [, work = ''] = /^(\p{Script=Han}{2,4}?)(?:由|是)(?:我方|我们|对方|客方)/u.exec(head) ?? []
        if (kindOf(work) === 'role') {
          const from = line.indexOf(work, start)
          add('role', from, from + work.length)
          add('label', from + work.length, at)
          start = at + 1
          continue
        }
        const says = head.length <= 20 ? kindOf(head) : 'unread'
        const [heads] = headingKinds(head)
        if (
          head.length > 1 &&
          ['head', 'role', 'title', 'organization', 'name', 'salutation'].includes(says) &&
          (heads === undefined || heads === 'isHead')
        ) {
          // 团长：张三, 甲公司：李四: what stands before says what follows is.
          flush(at)
          start = at + 1
          continue
        }
        const kinds = head.length <= 20 ? headingKinds(head) : []
        const kind = kinds[0]
        // The label may follow what has no separator behind it: `张三 电话:`.
        const last = /(?:^|[\s)])([\p{L}]{2,8})$/u.exec(line.slice(Math.max(start, at - 10), at))?.[1] ?? ''
        const behind = kind === undefined && last !== head ? headingKinds(last)[0] : undefined
        if (behind !== undefined) flush(at - last.length)
        if (kind !== undefined || behind !== undefined) {
          add('label', start === at ? at : Math.max(start, at - (behind ? last.length : head.length)), at)
          state.label = behind ? last : head
          forced = kind ?? behind ?? null
          named = forced === 'name'
          if (named) state.label = ''
          if (forced === 'name' || forced === 'phone' || /^(?:arrival|departure)/u.test(forced ?? '')) forced = null
          start = at + 1
        } else if (
          head !== '' &&
          head.length <= 14 &&
          /^[\p{L}\p{N}\s]+$/u.test(head) &&
          (/^[A-Za-z]$/u.test(head) || wordsOf(head).every(each => each.kind === 'unread'))
        ) {
          add('label', start, at)
          state.label = head
          start = at + 1
        } else {
          flush(at)
          start = at + 1
        }
      } else {
        const rest = line.slice(at, at + 12)
        const cut = SEPARATOR.exec(rest)
        // Novo Nordisk A/S
        const inside =
          character === '/' &&
          /^\p{Lu}\/\p{Lu}(?!\p{L})/u.test(line.slice(at - 1, at + 3)) &&
          !/\p{L}/u.test(line[at - 2] ?? ' ')
        const dashed =
          (/[-–—]/u.test(character) && /\p{Script=Han}/u.test(line[at - 1] ?? '')) ||
          (character === '+' &&
            /[\p{Script=Han})]/u.test(line[at - 1] ?? '') &&
            /[\p{Script=Han}(]/u.test(line[at + 1] ?? ''))
        if (dashed && !(cut && cut.index === 0)) {
          flush(at)
          start = at + 1
          if (state.aside === 0) part()
        } else if (
          cut &&
          cut.index === 0 &&
          /^\s[-–—]/u.test(cut[0]) &&
          start === 0 &&
          headingKinds(line.slice(0, at)).length > 0
        ) {
          // Job title - Engineer
          const [kind = null] = headingKinds(line.slice(0, at))
          add('label', 0, at)
          state.label = line.slice(0, at)
          named = kind === 'name'
          forced = kind === 'name' || kind === 'phone' ? null : kind
          if (named) state.label = ''
          at += cut[0].length - 1
          start = at + 1
        } else if (cut && cut.index === 0 && !inside) {
          // Titles are joined by these, and what is said of a diet or a remark goes on until another label.
          const goesOn =
            forced !== null &&
            LONG.has(forced) &&
            (/[、/]/u.test(character) || (/[,，]/u.test(character) && !NEXT_LABEL.test(line.slice(at, at + 16))))
          if (goesOn) continue
          flush(at)
          at += cut[0].length - 1
          start = at + 1
          if (state.aside === 0) part()
        }
      }
    }
    flush(to)
  }
  const glued = (line.match(GLUED)?.length ?? 0) > 1
  let done = 0
  const inverted = INVERTED.exec(line)
  const passenger = PASSENGER.exec(line)
  if (passenger?.[2]) {
    const at = passenger[0].length - passenger[2].length
    if (passenger[1]) add('salutation', 0, passenger[1].length)
    add('name', at, at + passenger[2].length)
    done = at + passenger[2].length
  }
  const nicked = NICKED.exec(line)
  if (nicked?.[1] && kindOf(nicked[1]) === 'unread' && !isOrganization(nicked[0].split(',')[0] ?? '')) {
    done = nicked[0].length
    add('name', 0, done)
  } else if (inverted) {
    done = inverted[0].length
    add('name', 0, done)
  }
  for (const match of line.matchAll(STRONG)) {
    const groups = match.groups ?? {}
    const text = match[0]
    const kind = strongKind(groups, text)
    if (kind === null || match.index < done) continue
    plain(done, match.index)
    // 香港車牌 VN 8899 has the form of a flight, too.
    const plate = kind === 'flight' && /(?:车牌|車牌|plate)(?:号|號|no\.?)?\s?:?\s?$/iu.test(line.slice(0, match.index))
    add(forced === 'idNumber' ? 'idNumber' : plate ? 'plate' : kind, match.index, match.index + text.length)
    done = match.index + text.length
  }
  plain(done, line.length)
  return labelled(joinedTitles(tokens, line))
}

/** 姓名张三 性别男 职务经理: labels that run into their answers; they are looked for where a line has several. */
const GLUED =
  /(?:^|[\s,;，；、])(?:姓名|性别|单位|公司|职务|职位|部门|电话|手机号?|民族|邮箱|身份证号?码?|饮食)(?=[^\s:：,，;；])/gu
const GLUED_LABEL =
  /^(?:姓名|性别|单位|公司|职务|职位|部门|电话|手机号?|民族|邮箱|身份证号?码?|饮食)(?=[^\s:：,，;；])/u
function gluedLabel(line: string, at: number, start: number): string | null {
  if (at !== start && !/[\s,;，；、]/u.test(line[at - 1] ?? ' ')) return null
  return GLUED_LABEL.exec(line.slice(at, at + 6))?.[0] ?? null
}

/** 1.张三2.李四: a number with its dot, behind a word and before another. */
const isOrdinalWithin = (line: string, at: number): boolean =>
  /\d/u.test(line[at] ?? '') &&
  /[\p{Script=Han})\]]/u.test(line[at - 1] ?? '') &&
  /^\d{1,2}[.、](?=\p{Script=Han})/u.test(line.slice(at, at + 4))

function strongKind(groups: Record<string, string | undefined>, text: string): TokenKind | null {
  if (groups.email) return 'email'
  if (groups.link) return 'unread'
  if (groups.office) return 'organization'
  if (groups.dotted) return 'name'
  if (groups.id) return isIdNumber(text) ? 'idNumber' : null
  if (groups.phone) return 'phone'
  if (groups.plate) return 'plate'
  if (groups.flight) return /[a-z]/u.test(text) ? null : 'flight'
  if (groups.count) return 'count'
  return groups.moment ? 'moment' : null
}

/** Words that only say how to take what stands behind or before them. */
const CUE =
  /^(?:到|到达|抵达|落地|出发|起飞|返程|回程|离开|来程|去程|乘|乘坐|航班|车次|高铁|飞机|动车|from|to|on|at|by|and|with|arriv(?:es|ing|al)|depart(?:s|ing|ure)|arr\.?|dep\.?|flight|train|landing|return|returns|returning|outbound|inbound|与会|携|also)$/iu

/** 手机 138…, 返程 G123: a word without a colon that is the label of what follows. */
function labelled(tokens: Token[]): Token[] {
  tokens.forEach((token, index) => {
    if (token.kind !== 'unread') return
    const next = tokens[index + 1]
    const heads =
      next !== undefined &&
      next.group === token.group &&
      token.text.length <= 10 &&
      next.kind !== 'unread' &&
      headingKinds(token.text).length > 0
    const boxed = token.aside && headingKinds(token.text).length > 0
    if (!heads && !boxed && !CUE.test(token.text)) return
    token.kind = 'label'
    if (next && next.label === '') next.label = token.text
  })
  return tokens
}

/** 党委书记、董事长: two titles of one person are one text. */
function joinedTitles(tokens: Token[], line: string): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const between = last ? line.slice(last.to, token.from) : ''
    if (
      last?.kind === 'title' &&
      token.kind === 'title' &&
      last.aside === token.aside &&
      /^\s?(?:[、/&,兼]|and)?\s?$/u.test(between)
    ) {
      last.text = line.slice(last.from, token.to)
      last.to = token.to
    } else joined.push(token)
  }
  return joined
}

interface Word {
  kind: TokenKind
  from: number
  to: number
}

/** The words of a stretch without separators: by spaces where it is Chinese, whole where it is Latin. */
function wordsOf(stretch: string): Word[] {
  // Chinese words that stand apart are several; of other tongues only the whole says what it is.
  const apart = /\p{Script=Han}/u.test(stretch) && /\s/u.test(stretch)
  const whole = apart ? 'unread' : kindOf(stretch)
  if (whole !== 'unread') return [{ kind: whole, from: 0, to: stretch.length }]
  if (!/\p{Script=Han}/u.test(stretch)) return latinWords(stretch)
  const words: Word[] = []
  const pieces = [...stretch.matchAll(/\S+/gu)].map(match => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    if (!piece) break
    // 林 芳, 欧阳 明, 张 三 丰: names are padded to the width of three.
    const padded = paddedName(pieces.slice(at, at + 3))
    if (padded > 1) {
      const end = pieces[at + padded - 1] ?? piece
      words.push({ kind: 'name', from: piece.from, to: end.to })
      at += padded - 1
    } else if (/^[\p{Script=Latin}\p{M}.'’-]+$/u.test(piece.text)) {
      let until = at
      while (/^[\p{Script=Latin}\p{M}.,'’&-]+$/u.test(pieces[until + 1]?.text ?? '')) until++
      const end = pieces[until] ?? piece
      for (const word of latinWords(stretch.slice(piece.from, end.to), true))
        words.push({ kind: word.kind, from: piece.from + word.from, to: piece.from + word.to })
      at = until
    } else
      for (const word of hanWords(piece.text))
        words.push({ kind: word.kind, from: piece.from + word.from, to: piece.from + word.to })
  }
  return merged(words, stretch)
}

/** Unread words beside each other are one stretch. */
function merged(words: Word[], stretch: string): Word[] {
  const found: Word[] = []
  for (const word of words) {
    const last = found.at(-1)
    if (last?.kind === 'unread' && word.kind === 'unread' && stretch.slice(last.to, word.from).trim() === '')
      last.to = word.to
    else found.push(word)
  }
  return found
}

function paddedName(pieces: readonly { text: string }[]): number {
  const [first = '', second = '', third = ''] = pieces.map(piece => piece.text)
  const one = (text: string) => /^\p{Script=Han}$/u.test(text)
  if (one(first) && one(second) && one(third) && isChineseName(first + second + third)) return 3
  if (
    /^\p{Script=Han}{2,3}$/u.test(first) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,3}$/u.test(second) &&
    isJapaneseName(`${first} ${second}`)
  )
    return 2
  if (
    (one(first) || surnameLength(`${first}x`) === 2) &&
    one(second) &&
    isChineseName(first + second) &&
    genderWord(second) === null
  )
    return 2
  return 0
}

/** What a word or stretch is as a whole. */
export function kindOf(text: string): TokenKind {
  const known = READ.get(text)
  if (known) return known
  const kind = wordKind(text)
  if (READ.size > MOST_READ) READ.clear()
  READ.set(text, kind)
  return kind
}

/** Words that were looked at: lists say the same words over and over. */
const READ = new Map<string, TokenKind>()
const MOST_READ = 5000

function wordKind(text: string): TokenKind {
  if (text.length > 100) return 'unread'
  if (genderWord(text) !== null) return /^(?:男|女|m|f|male|female|男性|女性)$/iu.test(text) ? 'gender' : 'salutation'
  if (isHead(text)) return 'head'
  if (isEthnicity(text)) return 'ethnicity'
  if (isReligion.test(text)) return 'religion'
  if (isHealth(text) && !isDiet(text)) return 'health'
  if (isDiet(text)) return 'diet'
  if (isRoomWish(text)) return 'room'
  if (isLanguage.test(text)) return 'language'
  if (isChineseName(text) || isDottedName(text) || isJapaneseName(text)) return 'name'
  if (isRole(text)) return 'role'
  if (isPlace(text)) return 'place'
  if (isSpokenName(text)) return 'familyName'
  if (/^\p{Script=Han}+$/u.test(text) && nameWithin(text)) return 'unread'
  if (/^\p{Script=Han}{2,3}[总董]$/u.test(text) && isChineseName(text.slice(0, -1)) && !isTitle(text, true))
    return 'unread'
  if (isTitle(text, true)) return 'title'
  if (isOrganization(text)) return 'organization'
  if (isTitle(text)) return organizationTitle(text) > 0 ? 'unread' : 'title'
  if (isDepartment(text)) return ORGANIZATION_FRONT.test(text) ? 'unread' : 'department'
  if (isLatinName(text)) return 'name'
  return 'unread'
}

/** Whether a name stands at the head of a run and an exact word behind it: 张三总经理. Then the run is no title as a whole. */
const nameWithin = (text: string): boolean => text.length >= 4 && nameThenRest(text) !== null

const EXACT: readonly TokenKind[] = [
  'title',
  'gender',
  'salutation',
  'role',
  'head',
  'diet',
  'ethnicity',
  'department',
  'organization',
]

function nameThenRest(run: string): Word[] | null {
  const lengths = surnameLength(run) === 2 ? [3, 4] : [2, 3]
  for (const length of lengths) {
    const head = run.slice(0, length)
    const rest = run.slice(length)
    if (rest === '' || !isChineseName(head)) continue
    const kind = exactKind(rest)
    if (kind)
      return [
        { kind: 'name', from: 0, to: length },
        { kind, from: length, to: run.length },
      ]
    const split = departmentTitle(rest)
    if (split > 0 && length === lengths.at(-1))
      return [
        { kind: 'name', from: 0, to: length },
        { kind: 'department', from: length, to: length + split },
        { kind: 'title', from: length + split, to: run.length },
      ]
  }
  return null
}

function exactKind(text: string): TokenKind | null {
  if (isTitle(text, true)) return 'title'
  if (genderWord(text) !== null) return /^(?:男|女)$/u.test(text) ? 'gender' : 'salutation'
  if (isHead(text)) return 'head'
  if (isRole(text)) return 'role'
  if (isEthnicity(text)) return 'ethnicity'
  return text.length >= 2 && isDiet(text) ? 'diet' : null
}

/** Where the department ends in 市场部经理, 0 where it is not so. */
function departmentTitle(text: string): number {
  for (let at = 2; at <= text.length - 2; at++)
    if (isDepartment(text.slice(0, at)) && isTitle(text.slice(at), true)) return at
  return 0
}

/** Where the organization ends in 市发改委主任, 甲公司市场部经理; 0 where it is not so. */
function organizationTitle(text: string): number {
  if (text.length > 40) return 0
  for (let at = text.length - 2; at >= 3; at--)
    if (isOfficeBefore(text.slice(0, at)) && (isTitle(text.slice(at), true) || departmentTitle(text.slice(at)) > 0))
      return at
  return 0
}

/** An office whose head is named behind it: 招商局 before 局长. */
const isOfficeBefore = (text: string): boolean =>
  isOrganization(text) || (/^\p{Script=Han}{2,12}[局厅委]$/u.test(text) && !isChineseName(text))

function titleParts(text: string): Word[] {
  const split = isTitle(text, true) ? 0 : departmentTitle(text)
  return split === 0
    ? [{ kind: 'title', from: 0, to: text.length }]
    : [
        { kind: 'department', from: 0, to: split },
        { kind: 'title', from: split, to: text.length },
      ]
}

/** Words that lead to a name and say nothing of it. */
const LEAD =
  /^(?:兹有|现有|我[局处部委办会所厂行校院]|我司|我方|我们|我公司|本公司|我单位|我校|我院|由|其中|包括|以及|还有|另有|另外|随行|陪同|还有|有|是|叫|我是|和|与|及|跟)(?=\p{Script=Han}{2})/u

/** A Chinese run without spaces: organization, department, title and name in any order that people run together. */
function hanWords(run: string, depth = 0): Word[] {
  const whole: TokenKind = /^(?:到|抵|至)./u.test(run) && isPlace(run) ? 'unread' : kindOf(run)
  const all: Word[] = [{ kind: whole, from: 0, to: run.length }]
  if (whole !== 'unread' || run.length > 60 || depth > 4) return all
  const shifted = (words: Word[], by: number): Word[] =>
    words.map(word => ({ ...word, from: word.from + by, to: word.to + by }))
  const first = nameThenRest(run)
  if (first) return first
  const mixed = /^(\p{Script=Han}+(?:[·•]\p{Script=Han}+)*)([^\p{Script=Han}·•].*)$/u.exec(run)
  if (mixed?.[1] && mixed[2]) {
    const head = hanWords(mixed[1], depth + 1)
    if (head.some(word => word.kind !== 'unread')) {
      const tail = mixed[2].trim()
      const kind = kindOf(tail)
      return [
        ...head,
        { kind: kind === 'unread' && isLatinName(tail, 1) ? 'name' : kind, from: mixed[1].length, to: run.length },
      ]
    }
  }
  const going = /^(?:到达?|抵达?|至|从|由|飞往?)(?=\p{Script=Han}{2})/u.exec(run)
  if (going && isPlace(run.slice(going[0].length)))
    return [
      { kind: 'label', from: 0, to: going[0].length },
      { kind: 'place', from: going[0].length, to: run.length },
    ]
  // 董事长陈建业先生
  const titled = /^(\p{Script=Han}{4,20})(先生|女士|小姐|太太|同志)$/u.exec(run)
  if (titled?.[1] && titled[2]) {
    const head = hanWords(titled[1], depth + 1)
    if (head.at(-1)?.kind === 'name')
      return [...head, { kind: exactKind(titled[2]) ?? 'title', from: titled[1].length, to: run.length }]
  }
  const honoured = /^(\p{Script=Han}{2,4}?)(先生|女士|小姐|太太|同志|老师|博士|教授|总|董)$/u.exec(run)
  if (honoured?.[1] && honoured[2] && (isChineseName(honoured[1]) || isDottedName(honoured[1]))) {
    const at = honoured[1].length
    const kind: TokenKind = genderWord(honoured[2]) ? 'salutation' : 'title'
    return [
      { kind: 'name', from: 0, to: at },
      { kind, from: at, to: run.length },
    ]
  }
  // 副总经理李四一行将于, 张三等
  const visiting =
    /^(\p{Script=Han}{2,20}?)((?:一行|等人?|将|率|携|带队|带团|陪同|随行|前来|及其|同志|参加|出席|确认|不来|请假|来不了|您).{0,30})$/u.exec(
      run,
    )
  if (visiting?.[1] && visiting[2]) {
    const head = hanWords(visiting[1], depth + 1)
    if (head.some(word => word.kind === 'name' || word.kind === 'familyName'))
      return [
        ...head,
        {
          kind: /^(?:带队|率队|带团|领队)$/u.test(visiting[2]) || isHead(visiting[2]) ? 'head' : 'unread',
          from: visiting[1].length,
          to: run.length,
        },
      ]
  }
  if (TALK.test(run) && run.length > 8 && !LEAD.test(run)) return all
  const led = LEAD.exec(run)
  if (led) {
    const rest = hanWords(run.slice(led[0].length), depth + 1)
    if (rest.some(word => word.kind === 'name'))
      return [{ kind: 'unread', from: 0, to: led[0].length }, ...shifted(rest, led[0].length)]
  }
  // 张三和李四
  const both = /^(\p{Script=Han}{2,8}?)(?:和|与|及|以及|跟)(\p{Script=Han}{2,12})$/u.exec(run)
  if (both?.[1] && both[2]) {
    const [a, b] = [hanWords(both[1], depth + 1), hanWords(both[2], depth + 1)]
    if (a.some(word => word.kind === 'name') && b.some(word => word.kind === 'name'))
      return [...a, ...shifted(b, run.length - both[2].length)]
  }
  const front = ORGANIZATION_FRONT.exec(run)
  if (front?.[1] && front[2]) {
    const rest = hanWords(front[2], depth + 1)
    if (rest.every(word => word.kind !== 'unread'))
      return [{ kind: 'organization', from: 0, to: front[1].length }, ...shifted(rest, front[1].length)]
  }
  for (const length of [4, 3, 2]) {
    const name = run.slice(-length)
    const head = run.slice(0, -length)
    const kind = isChineseName(name) ? 'name' : isSpokenName(name) ? 'familyName' : null
    if (head.length < 2 || kind === null) continue
    const before = beforeName(head)
    if (before) return [...before, { kind, from: head.length, to: run.length }]
  }
  // 老板叫黎耀祥, 我是他助理佘诗敏
  const called = /^(.{0,8}?)(?:名字叫|名叫|就是|叫|是|为|姓名)(\p{Script=Han}{2,12})$/u.exec(run)
  if (called?.[2] !== undefined && called[1] !== undefined) {
    const at = run.length - called[2].length
    const rest = hanWords(called[2].replace(/^(?:他|她|我|其|您)的?/u, ''), depth + 1)
    const skipped = called[2].length - called[2].replace(/^(?:他|她|我|其|您)的?/u, '').length
    if (rest.length <= 2 && rest.some(word => word.kind === 'name'))
      return [{ kind: 'unread', from: 0, to: at + skipped }, ...shifted(rest, at + skipped)]
  }
  const office = organizationTitle(run)
  if (office > 0)
    return [{ kind: 'organization', from: 0, to: office }, ...shifted(titleParts(run.slice(office)), office)]
  const split = departmentTitle(run)
  if (split > 0)
    return [
      { kind: 'department', from: 0, to: split },
      { kind: 'title', from: split, to: run.length },
    ]
  return all
}

/** What may run into a name from before: a title, a department and a title, an organization. */
function beforeName(text: string): Word[] | null {
  const kind = exactKind(text)
  if (kind && EXACT.includes(kind)) return [{ kind, from: 0, to: text.length }]
  const split = departmentTitle(text)
  if (split > 0)
    return [
      { kind: 'department', from: 0, to: split },
      { kind: 'title', from: split, to: text.length },
    ]
  if (isDepartment(text)) return [{ kind: 'department', from: 0, to: text.length }]
  const office = organizationTitle(text)
  if (office > 0)
    return [
      { kind: 'organization', from: 0, to: office },
      ...titleParts(text.slice(office)).map(word => ({ ...word, from: word.from + office, to: word.to + office })),
    ]
  return isOrganization(text) ? [{ kind: 'organization', from: 0, to: text.length }] : null
}

/** Latin words: a name with its form of address, a name before or behind a title. */
function latinWords(text: string, beside = false): Word[] {
  const joined = /^(?:and|und|et|with|by|mit|y)\s(?=\p{Lu})/iu.exec(text)
  if (joined) {
    const at = joined[0].length
    return [
      { kind: 'label', from: 0, to: at - 1 },
      ...latinWords(text.slice(at), beside).map(word => ({ ...word, from: word.from + at, to: word.to + at })),
    ]
  }
  const called = /^(.{3,60}?)\s(?=(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s\p{Lu})/u.exec(text)
  if (called?.[1] && !/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.E)\b/u.test(called[1])) {
    const at = called[0].length
    return [
      ...latinWords(called[1], beside),
      ...latinWords(text.slice(at), true).map(word => ({ ...word, from: word.from + at, to: word.to + at })),
    ]
  }
  const all: Word[] = [{ kind: kindOf(text), from: 0, to: text.length }]
  const address =
    /^(Mr|Mrs|Ms|Miss|Mme|Mlle|M(?=\.?\s\p{Lu}{2})|Dr|Prof|Herr|Frau|Sir|Sr|Sra|Sig|Dott|Arq|Lic|Dipl\.-Ing|Eng|Ing|Hon|H\.E|Madame|Monsieur|Mister|Capt|Rev|Señora?|Sra?)(?:\.|\s)\s?(?=\p{Lu})/iu.exec(
      text,
    )
  if (address?.[1]) {
    const at = address[0].length
    const end = at - (/\s*$/u.exec(address[0])?.[0].length ?? 0)
    const rest = latinWords(text.slice(at), true)
    if (rest.some(word => word.kind === 'name') || isRank.test(address[0].trim()))
      return [
        { kind: 'salutation', from: 0, to: end },
        ...rest.map(word => ({ ...word, from: word.from + at, to: word.to + at })),
      ]
  }
  if (all[0]?.kind !== 'unread') return all
  const pair = /^(.{3,60}?)\s(?:and|und|et|y|&|with)\s(.{3,60})$/iu.exec(text)
  if (pair?.[1] && pair[2]) {
    const at = text.length - pair[2].length
    const [a, b] = [latinWords(pair[1]), latinWords(pair[2])]
    if (a.some(word => word.kind === 'name') && b.some(word => word.kind === 'name'))
      return [...a, ...b.map(word => ({ ...word, from: word.from + at, to: word.to + at }))]
  }
  const words = [...text.matchAll(/\S+/gu)].map(match => ({ from: match.index, to: match.index + match[0].length }))
  if (beside && words.length === 1 && isLatinName(text, 1)) return [{ kind: 'name', from: 0, to: text.length }]
  for (let at = Math.min(words.length - 1, 4); at >= 1; at--) {
    const cut = words[at]?.from ?? 0
    const head = text.slice(0, words[at - 1]?.to ?? 0)
    const tail = text.slice(cut)
    const kind = kindOf(tail)
    if (isLatinName(head, 2) && kind !== 'unread' && kind !== 'name')
      return [
        { kind: 'name', from: 0, to: head.length },
        { kind, from: cut, to: text.length },
      ]
  }
  for (let at = Math.min(words.length - 1, 4); at >= 1; at--) {
    const cut = words[at]?.from ?? 0
    const head = text.slice(0, words[at - 1]?.to ?? 0)
    const kind = kindOf(head)
    if (isLatinName(text.slice(cut), 2) && kind !== 'unread' && kind !== 'name')
      return [
        { kind, from: 0, to: head.length },
        { kind: 'name', from: cut, to: text.length },
      ]
  }
  return all
}
