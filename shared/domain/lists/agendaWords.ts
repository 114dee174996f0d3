import type { ItemKind } from '../visit.ts'
import { fold } from './fold.ts'

/** Words that decide a kind wherever they stand; the kinds above win over those below. */
const FIRM: readonly [ItemKind, RegExp][] = [
  [
    'pickup',
    /接机|接站|接车|迎机|接送(?!至)|(?:去|赴|到(?:机场|车站|酒店|高铁站))[^,，;；门]{0,8}接(?!待|受|洽|触|着)|接人|(?<!迎)接客|落地|抵(?:达)?[^,，;；]{0,6}(?:机场|车站|东站|西站|南站|北站|航站楼)|(?:车次|列车|航班)[^,，;；]{0,4}抵|抵(?=[杭沪京穗深宁甬苏])|pick.?up|airport (?:arrival|reception)|(?:arriv|land)[a-z]* at (?:the )?(?:\w+ )?(?:airport|railway station)|meet .{0,20}at the airport/,
  ],
  [
    'dining',
    /[早午晚中]餐(?!后)|[早午晚]宴|[早午晚中]饭(?!后)|吃[^,，;；力亏惊]{0,6}(?:饭|餐)|工作餐|套餐|进餐|用膳|吃(?:$|[,，。])|用餐|就餐|宴会|宴请|设宴|欢迎宴|答谢宴|送行宴|招待会|酒会|自助餐|便餐|简餐|聚餐|夜宵|宵夜|breakfast|brunch|lunch|dinner|supper|banquet|buffet|reception dinner|cocktail/,
  ],
  ['transfer', /^(?:派车|用车)?送(?!别|行|机|站|礼|餐)[^,，;；]{0,8}(?:酒店|宾馆|住处)/],
  [
    'farewell',
    /送别|送行|送机|送站|送客|欢送|散会|话别|告别|道别|告辞|送(?!货)[^,，;；]{0,8}(?:机场|车站|高铁站|火车站|东站|西站|南站|北站|上车|离开)|^(?:大概|客户|客人)?(?:就)?走了?[。.,，]?$|farewell|see(?:ing)?.? ?off|drop.?off|send.?off|^departures?$|depart(?:ure)?[^,;]{0,12}(?:airport|station)|(?:leave|transfer|drive) (?:for|to) (?:the )?airport/,
  ],
  ['break', /茶歇|茶点|小憩|自由活动时间|coffee|tea break|(?:^|[^a-z])break(?:$|[^a-zf])/],
  ['lodging', /入住|办理住宿|下榻|住宿|退房|放行李|check.?in(?! at the airport)|check.?out|overnight stay/],
  ['gift', /赠礼|礼品|互赠|赠送|纪念品|gift/],
]
/** Words of which the first in the text decides. */
const EARLY: readonly [ItemKind, RegExp][] = [
  [
    'tour',
    /参观|考察|游览|观摩|走访|视察|观看(?!.{0,4}片)|实地|看厂|巡厂|看[^,，;；片望好中上法见到]{0,6}(?:厂|车间|样品|产线|生产线|展|演示|现场|设备|仓库|基地|项目|园)|试驾|试乘|试用|体验|(?<!re)visit(?!or)|tour|sightseeing|walk.?through|excursion/,
  ],
  [
    'welcome',
    /迎接|欢迎仪式|茶叙|迎宾(?!厅)|接待(?!室|厅|处|区|中心|方|单位|标准|组|日程|安排)|到访|来访|莅临|来我|来公司|(?:客人|来宾|客户|嘉宾|贵宾|代表团|一行)[^,，;；]{0,8}(?:(?<![签报])到(?!达?时)|来(?!宾)|过来)|(?:抵达|到达)(?![^,，;；]{0,8}(?:酒店|宾馆|机场|站))|^(?:客户|客人)?到(?:公司|厂|我|总部)|^抵(?:公司|厂|我)|welcome(?! (?:dinner|lunch|meeting|speech|hall|room))|greeting|arriv(?!al hall)/,
  ],
  [
    'meeting',
    /会谈(?!室)|座谈(?!室)|会议(?!室|中心|厅)|开会|会见(?!室|厅)|会晤|研讨|洽谈(?!室|区)|商谈|谈判|磋商|交流|汇报|介绍|讨论|总结|报告(?!厅)|致辞|致词|讲话|演讲|发言|培训(?!室|中心)|答疑|提问|问答|评审|论坛|主持|开幕|闭幕|欢迎会|说明|宣讲|启动|复盘|对接|见面会|例会|碰头|讲座|对话|调研|谈(?!心)|拜会|推介|路演|[^宴晚展酒聚餐联览社机约舞歌体,，;；][\p{Script=Han}]?(?:会|大会)(?=$|[(（,，;；:：\s])|meeting|talks?(?![a-z])|workshop|discussion|session|presentation|seminar|negotiation|briefing|speech|remarks|keynote|review|training|introduction|q ?& ?a|wrap.?up|debrief|kick.?off|opening|closing|conference|forum|demo|interview|call(?![a-z])/u,
  ],
]
const MOVING =
  /乘车|前往|转场|转移|^赴|赴(?!宴)|返回|返程|返杭|车程|出发|启程|抵达|到达|离开|离店|乘坐|乘机|乘高铁|发车|登车|回酒店|transfer|driv(?:e|ing) to|depart|return to|bus to|travel|leave|head to|proceed to|move to|walk (?:over )?to/
/** Words of places, which decide only where nothing else does. */
const FAINT: readonly [ItemKind, RegExp][] = [
  ['break', /休息(?!室|区|厅)|rest(?:$|[^a-z])/],
  ['tour', /展厅|展馆|车间|生产线|产线|实验室|博物馆|园区|古镇|景区|showroom|factory|plant|museum|production line/],
  ['transfer', /[\p{Script=Han}a-z\d]→[\p{Script=Han}a-z]/u],
  ['lodging', /酒店|宾馆|hotel/],
  ['meeting', /(?:^|[^a-z])ppt|议题|合作|(?:^|[^a-z])meet(?:$|[^a-z])/],
]

/** What a stop is, by its words; other where they say nothing. The one rule for what is pasted and what is typed. */
export function kindOfContent(content: string): ItemKind {
  const words = fold(content).replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
  const firm = FIRM.find(([, sign]) => sign.test(words))
  if (firm) return firm[0]
  let first: { kind: ItemKind; at: number } | null = null
  for (const [kind, sign] of EARLY) {
    const at = words.search(sign)
    if (at >= 0 && (first === null || at < first.at)) first = { kind, at }
  }
  // 乘车抵达基地 is on the way; 抵达公司 is where somebody greets.
  const moves = MOVING.test(words)
  if (first?.kind === 'welcome' && moves && /乘|出发|酒店出|transfer|depart/.test(words)) return 'transfer'
  // 来我公司调研 is the talks.
  if (
    first?.kind === 'welcome' &&
    /过来|来我|来公司/.test(words) &&
    EARLY.some(([kind, sign]) => kind === 'meeting' && sign.test(words))
  )
    return 'meeting'
  // 前往工厂参观 is the tour; 会谈后前往机场 stays the talks.
  if (first) return first.kind
  if (moves) return 'transfer'
  if (/集合|集中|签到|报到|assembl|gather|registration/.test(words)) return 'other'
  return FAINT.find(([, sign]) => sign.test(words))?.[0] ?? 'other'
}

export type Role =
  | 'time'
  | 'start'
  | 'end'
  | 'day'
  | 'part'
  | 'duration'
  | 'content'
  | 'place'
  | 'person'
  | 'phone'
  | 'participants'
  | 'notes'
  | 'kind'
  | 'ordinal'

const HEADINGS: readonly [Role, string][] = [
  ['start', '开始时间|起始时间|开始|起始|from|begin|begins|start|start time|starts|starting time'],
  ['end', '结束时间|终止时间|结束|截止时间|end|end time|ends|finish|until|to'],
  ['duration', '时长|用时|历时|所需时间|持续时间|时间长度|duration|length|minutes|mins'],
  [
    'time',
    '时间|时间段|时段|具体时间|起止时间|时间安排|日程时间|活动时间|会议时间|时刻|日期时间|日期/时间|时间（北京时间）|time|times|time slot|timing|hours|when|date/time|date & time|date and time|timeslot',
  ],
  ['day', '日期|日子|天数|活动日期|date|day'],
  ['part', '上下午|上午/下午|午别|am/pm|weekday|星期|周几'],
  [
    'participants',
    '参会|列席|参加人员|参会人员|参加人|参加|参与人员|参与人|参与|出席|出席人员|出席领导|与会人员|与会|人员|人员安排|参加对象|对象|我方人员|客方人员|我方参加人员|客户方参加人员|participants|participant|attendees|attendee|attendance|who|people|guests',
  ],
  [
    'person',
    '负责人|责任人|负责|负责部门|责任部门|责任单位|牵头人|牵头部门|联系人|对接人|接待负责人|接待人|接待人员|主责|主责人|承办人|承办|经办人|现场负责人|工作人员|责任人员|person in charge|in charge|responsible|responsible person|responsibility|owner|contact|contact person|pic|coordinator|organizer|lead|led by',
  ],
  ['phone', '电话|联系电话|手机|手机号|联系方式|电话号码|phone|tel|telephone|mobile|contact number|phone number'],
  [
    'place',
    '地点|场地|会议室|会场|位置|活动地点|会议地点|地址|集合地点|场所|用餐地点|参观地点|place|venue|location|room|where|meeting room|address',
  ],
  [
    'notes',
    '备注|说明|注意事项|要求|物料|准备|准备工作|准备事项|着装|着装要求|保障|用车|车辆|交通|交通方式|交通工具|陪同|陪同人员|陪同领导|主持|主持人|讲解|讲解员|讲解人|翻译|主讲|主讲人|发言人|演讲人|汇报人|介绍人|餐标|标准|航班|航班号|车次|议题|细节|目的|形式|方式|notes|note|remarks|remark|comments|comment|speaker|speakers|presenter|host|hosted by|transport|vehicle|dress code|interpreter|guide|details|flight|purpose|accompanied by|chair|moderator',
  ],
  ['kind', '类型|环节类型|类别|性质|type|kind|category'],
  ['ordinal', '序号|编号|项次|序|no|no.|#|nr|s/n'],
  [
    'content',
    '内容|活动内容|事项|日程|日程安排|活动|安排|环节|议程|主题|项目|行程|行程安排|活动安排|工作内容|会议内容|活动名称|活动项目|会议议程|会议主题|名称|接待内容|接待事项|行程内容|具体内容|具体安排|主要内容|工作安排|流程|会议内容安排|content|contents|activity|activities|event|events|agenda|agenda item|item|items|topic|topics|programme|program|session|description|subject|what|schedule|title|itinerary|plan',
  ],
]
const ROLE_OF = new Map<string, Role>()
for (const [role, words] of HEADINGS)
  for (const word of words.split('|')) if (!ROLE_OF.has(word)) ROLE_OF.set(word, role)

const bare = (text: string): string =>
  fold(text)
    .replace(/\s*[(（][^()（）]{0,20}[)）]\s*$/, '')
    .replace(/[\s*:]+$/g, '')
    .replace(/^[\s*]+/g, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
/** What a heading of a column, or a label in front of a colon, announces. */
export function roleOf(heading: string): Role | null {
  const word = bare(heading)
  if (word === '' || word.length > 24) return null
  const exact = ROLE_OF.get(word)
  if (exact) return exact
  const parts = word.split(/\s*[/、&及与和]\s*/u)
  return parts.length > 1 ? (ROLE_OF.get(parts[0] ?? '') ?? null) : null
}

const LABEL_WORDS = [...ROLE_OF.keys()]
  .filter(
    word =>
      !['to', 'from', '#', 'no', 'no.', '序', '开始', '结束', 'what', 'end', 'start', 'date', '人员'].includes(word) ||
      word === 'date',
  )
  .sort((a, b) => b.length - a.length)
  .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|')
const LABEL = new RegExp(`(^|[\\s,;。、(\\[|])(${LABEL_WORDS})\\s*:\\s*`, 'g')

export interface Labelled {
  label: string
  role: Role | null
  text: string
}

/** A text parted at its labels (`地点：301 负责人：李明`): what stands before the first has none. */
export function labelledParts(raw: string): Labelled[] {
  const folded = fold(raw)
  const found = [...folded.matchAll(LABEL)]
  const parts: Labelled[] = []
  let label = ''
  let from = 0
  const push = (until: number) => {
    const text = raw.slice(from, until).replace(/^[\s,，;；。、]+|[\s,，;；、|]+$/gu, '')
    if (text !== '' || label !== '') parts.push({ label, role: label === '' ? null : roleOf(label), text })
  }
  for (const match of found) {
    const at = match.index + (match[1] ?? '').length
    push(at)
    label = raw.slice(at, at + (match[2] ?? '').length)
    from = match.index + match[0].length
  }
  push(raw.length)
  return parts
}

export interface KnownRoom {
  id: string
  name: string
  latinName?: string
}

const FIGURES = '〇一二三四五六七八九'
const plainName = (text: string): string =>
  fold(text)
    .replace(/[\s·.,()（）-]/gu, '')
    // 三零一会议室
    .replace(/零/gu, '〇')
    .replace(/[〇一二三四五六七八九]{3,4}/gu, run => [...run].map(sign => FIGURES.indexOf(sign)).join(''))

/**
 * The room that a text names: by its name in either language, or as the only one whose name holds the text. `several` where
 * it could be more than one.
 */
export function roomOf<R extends KnownRoom>(text: string, rooms: readonly R[]): { room: R | null; several: boolean } {
  const wanted = plainName(text)
  if (wanted.length < 2) return { room: null, several: false }
  const exact = rooms.find(room => names(room).includes(wanted) || names(room).includes(`${wanted}会议室`))
  if (exact) return { room: exact, several: false }
  const holding = rooms.filter(room => names(room).some(name => name.includes(wanted)))
  return { room: holding.length === 1 ? (holding[0] ?? null) : null, several: holding.length > 1 }
}
const names = (room: KnownRoom): string[] => [room.name, room.latinName ?? ''].filter(Boolean).map(plainName)

/** Is this the whole name of a room, in either language, with or without what kind of room it is? */
export function isRoomName(text: string, rooms: readonly KnownRoom[]): boolean {
  const wanted = plainName(text)
  return rooms.some(room => names(room).some(name => name === wanted || name === `${wanted}会议室`))
}

/** The one room whose name ends a text, and where it begins there; the longest name wins. */
export function roomAtEnd<R extends KnownRoom>(raw: string, rooms: readonly R[]): { room: R; from: number } | null {
  const folded = fold(raw).replace(/[\s)\]。.]+$/u, '')
  let best: { room: R; from: number } | null = null
  for (const room of rooms) {
    for (const name of [room.name, room.latinName ?? '']) {
      const wanted = fold(name).trim()
      for (const form of [wanted, wanted.replace(/\s/g, '')]) {
        if (form.length < 2 || !folded.endsWith(form)) continue
        const from = folded.length - form.length
        if (/[a-z\d]/.test(folded.charAt(from - 1)) && /^[a-z\d]/.test(form)) continue
        if (best === null || from < best.from) best = { room, from }
      }
    }
  }
  return best
}

const DOING =
  /^(?:参观|前往|返回|接(?!待)|送|抵达|到达|抵|到|游览|入住|赴|乘|从|去|来|考察|走访|离开|出发|观看|看|落地|下榻|莅临|回|请|把|将|visit|tour|drive|transfer|walk|arriv|depart|return|leave|travel|check|lunch|dinner|meet)/
/** Things that are done; what holds one of them is no place. */
const DONE =
  /(?<!报)到(?!达|港|处)|去|来公司|来我|先|再|然后|接着|随后|参观|考察|游览|前往|返回|送(?!别|客)|接(?!待|机)|乘|吃|开会|座谈(?!室)|会谈(?!室|厅|区)|出席|改为|安排|就餐(?!区)|用餐(?!区)|签到(?!处|台|区)|迎接|集合(?!点)|统一|讲解|主持|陪同|起飞|降落|自由活动/
const PLACE =
  /(?:室|厅|廳|堂|楼|层|馆|酒店|宾馆|饭店|饭庄|酒楼|公司|工厂|厂|厂区|厂房|车间|中心|机场|站|门|门口|园|园区|区|基地|食堂|广场|码头|座|会所|包间|包厢|剧院|古镇|景区|山庄|公园|前台|院|校|大厦|总部|展区|休息区|步道|江边|湖边|码头|店|城|工地|产线|生产线|仓库|库|大堂|中庭)(?:[a-z]?\d{1,4})?(?:[a-z\d一二三四五六七八九十]{1,3}(?:厅|室|层|楼|号|座|门|口|f))?(?:大堂|大厅|门口|门前|正门|内|外|旁)?$|[一二三四五六七八九十\da-z](?:号|处)$|^(?:门口|正门|大门|前台|大堂|大厅)$/u
const LATIN_PLACE =
  /(?:^|\s)(?:room|hall|hotel|airport|station|floor|building|office|restaurant|lab|laboratory|canteen|cafeteria|cent(?:er|re)|factory|plant|campus|gate|terminal|lobby|lounge|museum|park|club|bar|theat(?:er|re)|showroom|headquarters|hq|ballroom|auditorium|area|zone|house|tower|square|suite|bund|garden|inn|reception|t\d)(?:\s(?!tour|visit|walk)[\w.-]{1,5})?$/

/** Do these words name a place, and not something that is done there? */
export function isPlace(text: string): boolean {
  const folded = fold(text)
    .trim()
    .replace(/[)\]]+$/, '')
  const bracket = folded.indexOf('(')
  if (bracket > 0 && !isPlace(folded.slice(0, bracket))) return false
  if (
    folded === '' ||
    folded.length > 60 ||
    / (?:at|in|by|with) /.test(folded) ||
    DOING.test(folded) ||
    DONE.test(folded)
  )
    return false
  return (
    PLACE.test(folded) ||
    LATIN_PLACE.test(folded) ||
    /^[\p{Script=Han}]{1,6}(?:机场|站)? ?t\d$/u.test(folded) ||
    /^\d{3,4}$/.test(folded) ||
    /会議?[议議]?室 ?\d{2,4}$/.test(folded)
  )
}

const GOING =
  /^(.*?)(?:参观|考察|游览|观摩|走访|视察|看|前往|赴|返回|回|去|到(?!达)|抵达|到达|抵(?!达)|入住|下榻|落地|visit(?:ing)?|tour of|(?:transfer|departure|return|drive|arrival|arrive) (?:to|at)|to|at)(?: ?the)? ?(.{1,24})$/iu
const THERE =
  /^(?:从)?([\p{Script=Han}\d]{1,12}?)(?:集合|出发|早餐|午餐|晚餐|用餐|就餐|午饭|晚饭|午宴|晚宴|迎接|座谈|会谈|开会|送站|送机|接机|接站|合影|签到|茶叙|休息|会见|见面|参观|自助)/u

/**
 * The room or place that words begin with, behind 在, 去 or 到, and what is done there.
 * @example thereAndWhat('在江畔酒店吃饭', isPlace) // { place: '江畔酒店', what: '吃饭' }
 */
export function thereAndWhat(
  words: string,
  names: (text: string) => boolean,
): { before: string; place: string; what: string } | null {
  for (const found of words.matchAll(/(?:安排)?(在|于|去|到|至)(?!于|场)/gu)) {
    const from = found.index + found[0].length
    for (let length = Math.min(14, words.length - from); length >= 2; length--) {
      const place = words.slice(from, from + length)
      if (place.trim().length < 2 || place !== place.trim() || !names(place)) continue
      const what = words.slice(from + length)
      const stays = found[1] === '在' || found[1] === '于'
      if (/^[\da-z]/iu.test(what) && /[\da-z]$/iu.test(place)) continue
      if (!stays && (what === '' || ['other', 'transfer', 'tour'].includes(kindOfContent(what)))) continue
      return { before: words.slice(0, found.index), place, what }
    }
  }
  return null
}

/**
 * The place that the words of a stop name inside of themselves: what is visited, gone to or left, or where it begins. The words stay as they are.
 * @example placeInside('参观展厅') // 展厅
 */
export function placeInside(content: string): string {
  const plain = content.split(/[(（,，;；]/u)[0]?.trim() ?? ''
  if (isPlace(plain)) return plain
  const there = THERE.exec(plain)?.[1]?.replace(/^(?:从|在|到|去|于)/u, '')
  if (there && isPlace(there)) return there
  const gone = GOING.exec(plain)?.[2]?.trim()
  if (gone && isPlace(gone) && kindOfContent(plain) !== 'meeting') return gone
  return ''
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温常施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const TITLE_TAIL =
  '总|工|董|师傅|经理|主任|处长|部长|老师|教授|局长|书记|院长|校长|董事长|总经理|总监|科长|秘书|秘书长|先生|女士|小姐|博士|主管|助理|工程师|副总|区长|市长|县长|所长|厂长|会长|主席'
const PERSON = new RegExp(
  `^(?:(?:[${SURNAMES}]|欧阳|上官|司马|诸葛|皇甫|尉迟|夏侯)[\\p{Script=Han}]{0,2}(?:${TITLE_TAIL})|(?:[${SURNAMES}][\\p{Script=Han}]{1,2}|(?:欧阳|上官|司马|诸葛|皇甫|尉迟|夏侯)[\\p{Script=Han}]{1,2}))$`,
  'u',
)
/** Do these words look like one person, by surname and length or by a title? */
export function isPerson(text: string): boolean {
  const folded = fold(text).trim()
  if (/^(?:mr|ms|mrs|dr|prof)\.? [a-z]/.test(folded) && folded.length < 40) return true
  if (/^(?:司机|时间|全程|全体|双方|包括|金融|高层|高管|安全|安排|项目|方案|空余|余下|时段)/.test(folded)) return false
  return PERSON.test(folded) && !isPlace(folded) && (kindOfContent(folded) === 'other' || /[总工董]$/.test(folded))
}

const DOES =
  '(?:负责|牵头|宴请|设宴|主持|讲解|陪同|迎接|接待|接机|接站|带队|带车|带领|介绍情况|接送|送机|送站|在[^,，;；]{1,8}[接迎]|到[^,，;；]{1,6}迎接|接(?!受)|带)'
const NAME = `(?:[${SURNAMES}][\\p{Script=Han}]{1,2}|(?:欧阳|上官|司马|诸葛)[\\p{Script=Han}]{1,2})`
const DOER = new RegExp(
  `(?:^|[,，;；(（、\\s]|由)(${NAME}|[${SURNAMES}](?:${TITLE_TAIL}))(?:${DOES}|(?=(?:到|在|于|去)[^,，;；]{0,10}(?:接|迎|主持|送)))`,
  'u',
)
const LATIN_DOER =
  /(?:chaired|hosted|led|guided|moderated|met|presented) by ((?:(?:mr|ms|mrs|dr|prof)\.? )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2})|(?:driver|host|guide|chair|contact|pic) ?[:：] ?([A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2})/i

/** Who does it, as the words of a stop say: `王晓燕讲解`, `李明在门口接`, `chaired by Li Ming`. Empty where nobody is named. */
export function doerOf(words: string, people: readonly { name: string }[]): string {
  for (const { name } of people) {
    const at = words.indexOf(name)
    if (at < 0 || /[、和及与]$/u.test(words.slice(0, at))) continue
    if (
      new RegExp(`^(?:${DOES}|(?:到|在|于|去)[^,，;；]{0,10}(?:接|迎|主持|送))`, 'u').test(
        words.slice(at + name.length),
      )
    )
      return name
  }
  const han = DOER.exec(words)?.[1]
  if (han && isPerson(han)) return han
  const latin = LATIN_DOER.exec(words)
  return latin?.[1] ?? latin?.[2] ?? ''
}

/** Do these words say who takes part? */
export const isParticipants = (text: string): boolean =>
  /^(?:双方|中方|外方|客方|我方|宾主)?(?:全体|所有|全部|相关|主要|双方)(?:来宾|人员|成员|参会人员|代表|领导|嘉宾|客人|与会人员|代表团成员)?$|等\d*人$|(?:陪同|参加|出席|参会)$|^(?:all|everyone|all (?:guests|participants|attendees))$/.test(
    fold(text).trim(),
  )
/** Is it everybody of the delegation, as a stop has them anyway? */
export const isEveryone = (text: string): boolean =>
  /^(?:全体|全体来宾|全体人员|全体成员|全体客人|全体嘉宾|所有来宾|所有人|所有人员|全部人员|全部来宾|全员|all|all guests|everyone|all participants|all attendees)$/.test(
    fold(text).trim(),
  )
export const PHONE = /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|0\d{2,3}[- ]\d{7,8}(?!\d)|\+\d[\d -]{7,16}\d/
