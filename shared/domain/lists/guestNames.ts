import { isDepartment, isOrganization, isTitle } from './guestLexicon.ts'
import { DOUBLE_SURNAMES, JAPANESE_SURNAMES, NOT_NAMES, SURNAMES } from './surnames.ts'

const HAN = /^\p{Script=Han}+$/u
/** Characters of sentences, which hardly anyone has in a name. */
const NEVER = /[的了是在与及请吗呢吧您我你他她它这哪谢都被把给还吃喝去说等不食]/u
/** Ends of words that are no names. */
const WORDY =
  /(?:公司|集团|单位|部|处|科|室|局|委|办|组|队|团|会|院|所|厂|校|站|厅|店|馆|司机|翻译|电话|手机|姓名|职务|性别|备注|餐|房|间|号|点|日|年|族|省|市|县|区|镇|路|街)$/u
/** 李总, 王工, 张处: a family name and how one is spoken to, not a whole name. */
const SPOKEN =
  /^(?:总|工|董|局|处|科|部|校|院|所|老师|老板|经理|主任|书记|教授|博士|医生|律师|总监|秘书|院长|校长|局长|处长|部长|科长|会长|总工|师傅|女士|先生|小姐|司机|翻译|副总|主席|總|老師|姐|哥|叔|阿姨|董事长|老先生|经理|厂长|主管|太太)$/u

/** Where the family name of a Chinese name ends, 0 where there is none that is known. */
export function surnameLength(text: string): number {
  if (DOUBLE_SURNAMES.has(text.slice(0, 2)) && text.length >= 3) return 2
  return SURNAMES.has(text.slice(0, 1)) ? 1 : 0
}

/** Whether a text without spaces is a Chinese name: a family name that is known, one or two characters after it, no word. */
export function isChineseName(text: string): boolean {
  if (!HAN.test(text) || text.length < 2 || text.length > 4) return false
  const family = surnameLength(text)
  const given = text.slice(family)
  if (family === 0 || given.length === 0 || given.length > 2) return false
  if (NOT_NAMES.has(text) || NOT_NAMES.has(text.slice(0, 2)) || NEVER.test(given)) return false
  if (SPOKEN.test(given) || (text.length > 2 && text.endsWith('总'))) return false
  return !isTitle(text, true) && !(text.length > 2 && (WORDY.test(text) || isDepartment(text)))
}

/** Whether a text is a Japanese name: a family name that is known, and one to three characters or kana after it, parted or not. */
export function isJapaneseName(text: string): boolean {
  const [family = '', given = '', ...more] = text.split(/[\s\u3000]/u)
  const isGiven = (part: string) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,4}$/u.test(part)
  if (given !== '') return more.length === 0 && JAPANESE_SURNAMES.has(family) && isGiven(given) && !isTitle(given, true)
  return [3, 2].some(
    length =>
      JAPANESE_SURNAMES.has(text.slice(0, length)) &&
      text.length > length + (length === 2 ? 1 : 0) - 1 &&
      text.length <= length + 3 &&
      isGiven(text.slice(length)) &&
      !SPOKEN.test(text.slice(length)) &&
      !isTitle(text.slice(length), true) &&
      !isTitle(text, true) &&
      !WORDY.test(text),
  )
}

/** 老彭, 小汤, 阿强: how friends are called, no whole name. */
const isNickname = (text: string): boolean =>
  /^(?:[老小大][\p{Script=Han}]|阿\p{Script=Han})$/u.test(text) &&
  (text.startsWith('阿') ? !/^阿[姨胶拉里富尔]/u.test(text) : SURNAMES.has(text.slice(1))) &&
  !/^(?:小[时計计车路应能通农游时常安水白麦米和国文毛牛花公家都学吃]|老[师公干广家通时国]|大[师家方国连车通路白安都水和管时米麦成荔强常应学公农力纲多])$/u.test(
    text,
  )

/** A family name with a form of address: 李总, 王工, 老彭. */
export const isSpokenName = (text: string): boolean => isNickname(text) || isAddressed(text)

const isAddressed = (text: string): boolean =>
  HAN.test(text) &&
  text.length <= 5 &&
  surnameLength(`${text}x`) > 0 &&
  !NOT_NAMES.has(text) &&
  SPOKEN.test(text.slice(surnameLength(`${text}x`)))

/** A name of another tongue in Chinese characters: 阿卜杜勒·拉赫曼, 迈克尔·布朗. */
export const isDottedName = (text: string): boolean =>
  /^\p{Script=Han}{1,8}(?:[·•・‧.∙]\p{Script=Han}{1,10}){1,4}$/u.test(text)

/** Words that stand in names and are written small. */
const SMALL =
  /^(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|ten|zu|zum|y|e|bin|ibn|al|el|abu|st\.?|af|bint|dela)$/u
const LATIN_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}]*(?:['’`-]\p{L}[\p{L}\p{M}]*)*|\p{Lu}\.|\p{Lu}\.-?\p{Lu}\.|(?:al|el|ul)-\p{Lu}[\p{L}]+|Jr\.?|Sr\.?|I{1,3}|IV|d['’]\p{Lu}\p{L}+)$/u
/** Words that stand in no name. */
const NO_NAME_WORD =
  /^(?:Mr|Mrs|Ms|Miss|Mme|Dr|Prof|Herr|Frau|Mister|The|And|Of|For|No|Yes|List|Guest|Guests|Visitor|Visitors|Name|Title|Company|Phone|Mobile|Email|Tel|Department|Dept|Team|Office|China|Chinese|Beijing|Shanghai|Shenzhen|Guangzhou|Hong|Germany|German|English|French|France|USA|Japan|Korea|Delegation|Visit|Meeting|Room|Flight|Train|Arrival|Departure|Total|Notes?|Date|Time|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|April|June|July|August|September|October|November|December|Dear|Hello|Hi|Best|Kind|Regards|Thanks|Thank|Please|We|Our|You|Your|They|All|Will|With|From|To|Subject|Sent|Attached|Business|Sales|Marketing|Research|Development|Finance|International|National|General|Vice|Chief|Senior|Deputy|Vegetarian|Vegan|Halal|None|Male|Female|Participants?|Attendees?|Speaker|Looking|See|It|This|That|There|He|She|Also|Only|Not|Halal|Gluten|Allergic)$/iu

/** Whether a text is a name in Latin letters of two to six words: `Anna Maria Schmidt`, `SMITH, John`, `José de la Cruz`. */
export function isLatinName(text: string, words = 2): boolean {
  if (text.length > 60 || isTitle(text) || isOrganization(text)) return false
  const parts = text.replace(/,/gu, ' ').split(/\s+/u).filter(Boolean)
  if (parts.length < words || parts.length > 6) return false
  if (
    /^(?:Sr|Sra|Lic|Ing|Mme|Mlle|Sig|Dott|Arq|H\.E)\.?$/u.test(parts[0] ?? '') ||
    (parts[0] === 'M.' && /^\p{Lu}{2}/u.test(parts[1] ?? ''))
  )
    return false
  const capital = parts.filter(part => LATIN_WORD.test(part)).length
  return (
    capital >= Math.min(2, words) &&
    parts.every(
      part =>
        !isTitle(part) && (LATIN_WORD.test(part) || SMALL.test(part)) && !NO_NAME_WORD.test(part.replace(/\.$/u, '')),
    ) &&
    parts.some(part => part.replace(/[^\p{L}]/gu, '').length > 1)
  )
}

/** A name of any of the forms above. */
export const isName = (text: string): boolean => isChineseName(text) || isDottedName(text) || isLatinName(text)
