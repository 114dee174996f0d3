/** Signs of one meaning that people and machines write differently, each beside the one that is read. */
const ALIKE: Record<string, string> = {
  '∶': ':',
  '︰': ':',
  '﹕': ':',
  ː: ':',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '─': '-',
  '━': '-',
  '〜': '~',
  '∼': '~',
  '⁓': '~',
  '˜': '~',
  '⇒': '→',
  '➔': '→',
  '➜': '→',
  '➡': '→',
  '⟶': '→',
  '│': '|',
  '┃': '|',
  '¦': '|',
  '【': '[',
  '】': ']',
  '〔': '(',
  '〕': ')',
  '「': '[',
  '」': ']',
  '‘': "'",
  '’': "'",
  '′': "'",
}

const TRADITIONAL =
  '會議談參觀廠車館廳樓層歡機達離開發簽約禮贈紹討論報產線實驗學術備註聯係電話與領導賓區園東門國際總結訪遊覽習辦從時點鐘號週後間內員場負責團長閉歸賽飯進動別見樣體調設題環節貴經務業運輸當兩處單對應專書記啟視檢測資陳黃張劉楊趙吳鄭許馬葉謝鄧羅蘇蔣韓馮於來無個還這說請準購碼頭據圖遲變級項標訓練課講師醫藥暫訂預飛頒獎協雙僅為陸續隨'
const SIMPLIFIED =
  '会议谈参观厂车馆厅楼层欢机达离开发签约礼赠绍讨论报产线实验学术备注联系电话与领导宾区园东门国际总结访游览习办从时点钟号周后间内员场负责团长闭归赛饭进动别见样体调设题环节贵经务业运输当两处单对应专书记启视检测资陈黄张刘杨赵吴郑许马叶谢邓罗苏蒋韩冯于来无个还这说请准购码头据图迟变级项标训练课讲师医药暂订预飞颁奖协双仅为陆续随'

/**
 * A text for reading: full-width signs, dashes, colons and blanks in one form, Latin letters small. It keeps its length, so that what is
 * found in it can be cut out of the text as it was written.
 */
export function fold(text: string): string {
  let folded = ''
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index)
    const code = text.charCodeAt(index)
    if (code < 128) folded += code >= 65 && code <= 90 ? sign.toLowerCase() : sign
    else if (code >= 0xff01 && code <= 0xff5e) {
      const half = String.fromCharCode(code - 0xfee0)
      folded += code >= 0xff21 && code <= 0xff3a ? half.toLowerCase() : half
    } else if (BLANK.test(sign)) folded += ' '
    else {
      const old = TRADITIONAL.indexOf(sign)
      folded += old < 0 ? (ALIKE[sign] ?? sign) : SIMPLIFIED.charAt(old)
    }
  }
  return folded
}

const BLANK = /[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]/u
