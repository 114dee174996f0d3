import type { ItemKind } from '../visit.ts'
import { fold } from './fold.ts'

/** Words that decide a kind wherever they stand; the kinds above win over those below. */
const FIRM: readonly [ItemKind, RegExp][] = [
  ['pickup', /接机|接站|接车|迎机|接送(?!至)|pick.?up|airport (?:arrival|reception)|meet .{0,20}at the airport/],
  [
    'dining',
    /[早午晚中]餐(?!后)|[早午晚]宴|[早午晚]饭(?!后)|吃饭|用餐|就餐|宴会|宴请|欢迎宴|答谢宴|送行宴|招待会|酒会|自助餐|便餐|简餐|聚餐|夜宵|宵夜|breakfast|brunch|lunch|dinner|supper|banquet|buffet|reception dinner|cocktail/,
  ],
  ['farewell', /送别|送行|送机|送站|欢送|散会|话别|farewell|see(?:ing)?.? ?off|drop.?off|send.?off/],
  ['break', /茶歇|茶点|休息|小憩|自由活动时间|coffee|tea break|(?:^|[^a-z])break(?:$|[^a-zf])|rest(?:$|[^a-z])/],
  ['lodging', /入住|办理住宿|下榻|住宿|退房|check.?in(?! at the airport)|check.?out|overnight stay/],
  ['gift', /赠礼|礼品|互赠|赠送|合影|拍照留念|签字|签约|签署|揭牌|授牌|gift|group photo|photo|signing/],
]
/** Words of which the first in the text decides. */
const EARLY: readonly [ItemKind, RegExp][] = [
  [
    'tour',
    /参观|考察|游览|观摩|走访|视察|观看|实地|看厂|巡厂|(?<!re)visit(?!or)|tour|sightseeing|walk.?through|excursion/,
  ],
  [
    'welcome',
    /迎接|欢迎仪式|签到|迎宾|到访接待|报到|welcome(?! (?:dinner|lunch|meeting|speech))|registration|greeting/,
  ],
  [
    'meeting',
    /会谈|座谈|会议|开会|会见|会晤|研讨|洽谈|商谈|谈判|磋商|交流|汇报|介绍|讨论|总结|报告|致辞|致词|讲话|演讲|发言|培训|答疑|评审|论坛|主持|开幕|闭幕|欢迎会|说明|宣讲|启动|复盘|对接|见面会|例会|碰头|讲座|meeting|talks?(?![a-z])|workshop|discussion|session|presentation|seminar|negotiation|briefing|speech|remarks|keynote|review|training|introduction|q ?& ?a|wrap.?up|opening|closing|conference|forum|demo|interview|call(?![a-z])/,
  ],
]
const MOVING =
  /乘车|前往|转场|转移|^赴|赴(?!宴)|返回|返程|车程|出发|启程|集合|集中|抵达|到达|离开|离店|乘坐|乘机|乘高铁|发车|登车|transfer|driv(?:e|ing) to|depart|arriv|return to|bus to|travel|leave|head to|proceed to|move to|assembl|gather/
/** Words of places, which decide only where nothing else does. */
const FAINT: readonly [ItemKind, RegExp][] = [
  ['tour', /展厅|展馆|车间|生产线|产线|实验室|博物馆|园区|古镇|景区|showroom|factory|plant|museum|production line/],
  ['lodging', /酒店|宾馆|hotel/],
  ['meeting', /(?:^|[^a-z])ppt|议题|合作|(?:^|[^a-z])meet(?:$|[^a-z])/],
]

/** What a stop is, by its words; other where they say nothing. The one rule for what is pasted and what is typed. */
export function kindOfContent(content: string): ItemKind {
  const words = fold(content)
  const firm = FIRM.find(([, sign]) => sign.test(words))
  if (firm) return firm[0]
  let first: { kind: ItemKind; at: number } | null = null
  for (const [kind, sign] of EARLY) {
    const at = words.search(sign)
    if (at >= 0 && (first === null || at < first.at)) first = { kind, at }
  }
  // 前往工厂参观 is the tour; 会谈后前往机场 stays the talks.
  if (first) return first.kind
  if (MOVING.test(words))
    return /机场|airport/.test(words) && /抵达|到达|arriv|land/.test(words) ? 'pickup' : 'transfer'
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
    '参加人员|参会人员|参加人|参加|参与人员|参与人|参与|出席|出席人员|出席领导|与会人员|与会|人员|人员安排|参加对象|对象|我方人员|客方人员|我方参加人员|客户方参加人员|participants|participant|attendees|attendee|attendance|who|people|guests',
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

const plainName = (text: string): string => fold(text).replace(/[\s·.,()（）-]/gu, '')

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
  /^(?:参观|前往|返回|接|送|抵达|到达|游览|入住|赴|乘|从|到|去|考察|走访|离开|出发|观看|visit|tour|drive|transfer|walk|arriv|depart|return|leave|travel|check)/
const PLACE =
  /(?:室|厅|堂|楼|层|馆|酒店|宾馆|饭店|饭庄|酒楼|公司|工厂|厂|厂区|厂房|车间|中心|机场|站|门|门口|园|园区|区|基地|食堂|广场|码头|座|会所|包间|包厢|剧院|古镇|景区|山庄|公园|前台|院|校|大厦|总部|展区|休息区|步道|江边|湖边|码头|店|号|城|处)(?:[a-z]?\d{1,4})?(?:[a-z\d一二三四五六七八九十]{1,3}(?:厅|室|层|楼|号|座|门|口|f))?(?:大堂|大厅|门口|门前|正门)?$/u
const LATIN_PLACE =
  /(?:^|\s)(?:room|hall|hotel|airport|station|floor|building|office|restaurant|lab|laboratory|canteen|cafeteria|cent(?:er|re)|factory|plant|campus|gate|terminal|lobby|lounge|museum|park|club|bar|theat(?:er|re)|showroom|headquarters|hq|ballroom|auditorium|area|zone|house|tower|square|suite|bund|garden|inn|t\d)(?:\s[\w.-]{1,5})?$/

/** Do these words name a place, and not something that is done there? */
export function isPlace(text: string): boolean {
  const folded = fold(text)
    .trim()
    .replace(/[)\]]+$/, '')
  if (folded === '' || folded.length > 60 || DOING.test(folded)) return false
  return PLACE.test(folded) || LATIN_PLACE.test(folded) || /(?:机场|站) ?t\d$/.test(folded) || /^\d{3,4}$/.test(folded)
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温常施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const TITLE_TAIL =
  '总|工|董|经理|主任|处长|部长|老师|教授|局长|书记|院长|校长|董事长|总经理|总监|科长|秘书|秘书长|先生|女士|小姐|博士|主管|助理|工程师|副总|区长|市长|县长|所长|厂长|会长|主席'
const PERSON = new RegExp(
  `^(?:(?:[${SURNAMES}]|欧阳|上官|司马|诸葛|皇甫|尉迟|夏侯)[\\p{Script=Han}]{0,2}(?:${TITLE_TAIL})|(?:[${SURNAMES}][\\p{Script=Han}]{1,2}|(?:欧阳|上官|司马|诸葛|皇甫|尉迟|夏侯)[\\p{Script=Han}]{1,2}))$`,
  'u',
)
/** Do these words look like one person, by surname and length or by a title? */
export function isPerson(text: string): boolean {
  const folded = fold(text).trim()
  if (/^(?:mr|ms|mrs|dr|prof)\.? [a-z]/.test(folded) && folded.length < 40) return true
  return PERSON.test(folded) && !isPlace(folded) && (kindOfContent(folded) === 'other' || /[总工董]$/.test(folded))
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
