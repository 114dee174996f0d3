import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAgenda } from '../../shared/domain/lists/agendaText.ts'
import { kindOfContent } from '../../shared/domain/lists/agendaWords.ts'
import { fold } from '../../shared/domain/lists/fold.ts'
import { momentOf } from '../../shared/domain/lists/guestCells.ts'
import { type AgendaCase, judge } from '../support/agendaJudge.ts'
import cases from './agendaCases.json' with { type: 'json' }
import { AGENDAS, KNOWS } from './agendaCorpus.ts'

const knows = {
  days: ['2026-12-01', '2026-12-02'],
  rooms: [
    { id: 'r1', name: '301 会议室' },
    { id: 'r2', name: '迎宾厅' },
  ],
  people: [{ name: '李明', phone: '13900000002' }],
}
const told = (text: string) =>
  readAgenda(text, knows).stops.map(stop => [
    `${stop.startsAt.slice(8)}-${stop.endsAt.slice(11)}`,
    stop.kind,
    stop.content,
    stop.roomId ?? stop.place,
    stop.personInCharge,
  ])

describe('a pasted agenda', () => {
  it('is read from a table, with rooms and people where they are known', () => {
    expect(
      told('第一天\n09:00-10:30\t双方会谈\t301 会议室\t李明\n第二天\n14:00～15:00\t参观产线\t一号厂房\t负责人：张磊'),
    ).toEqual([
      ['01T09:00-10:30', 'meeting', '双方会谈', 'r1', '李明'],
      ['02T14:00-15:00', 'tour', '参观产线', '一号厂房', '张磊'],
    ])
  })

  it('is read from chat: dates, Chinese times, missing ends, numbers in front', () => {
    expect(
      told(
        '12月1日（周二）\n1. 上午9点 迎接 迎宾厅\n2. 9点半-11点 座谈\n12:00 欢迎午宴 江畔酒店\n下午2点至3点半 参观展厅\n2026-12-02 10:00-10:15 送别',
      ),
    ).toEqual([
      ['01T09:00-09:30', 'welcome', '迎接', 'r2', ''],
      ['01T09:30-11:00', 'meeting', '座谈', '', ''],
      ['01T12:00-14:00', 'dining', '欢迎午宴', '江畔酒店', ''],
      ['01T14:00-15:30', 'tour', '参观展厅', '展厅', ''],
      ['02T10:00-10:15', 'farewell', '送别', '', ''],
    ])
  })

  it('is read in English', () => {
    expect(told('Day 2\n9:00 - 10:30 | Technical workshop | Lab 3\n10:30 Coffee break')).toEqual([
      ['02T09:00-10:30', 'meeting', 'Technical workshop', 'Lab 3', ''],
      ['02T10:30-10:45', 'break', 'Coffee break', '', ''],
    ])
  })

  it('tells the lines that have no time instead of guessing one', () => {
    const read = readAgenda('尊敬的来宾：\n09:00 签到\n请准时到场', knows)
    expect(read.skipped.map(each => each.line)).toEqual([1, 3])
    expect(read.stops).toHaveLength(1)
  })

  it('knows a kind by its words', () => {
    expect(['接机', '茶歇', '互赠礼品', '入住酒店', '乘车前往工厂', '自由活动'].map(kindOfContent)).toEqual([
      'pickup',
      'break',
      'gift',
      'lodging',
      'transfer',
      'other',
    ])
  })
})

describe('who takes part in a stop', () => {
  const guests = [
    { id: 'g1', name: '张伟', nameLatin: 'Zhang Wei' },
    { id: 'g2', name: '陈静' },
    { id: 'g3', name: '刘洋' },
  ]
  const takingPart = (who: string) => {
    const [stop] = readAgenda(`时间\t内容\t参加人员\n12月1日 9:00\t会谈\t${who}`, { ...knows, guests }).stops
    return {
      all: stop?.allGuests,
      ids: stop?.guestIds,
      doubts: stop?.doubts.map(doubt => doubt.code),
      notes: stop?.notes,
    }
  }

  it('is matched with the guests; our own people among them are no guests', () => {
    expect(takingPart('张伟总经理、陈静、李明')).toMatchObject({ all: false, ids: ['g1', 'g2'], doubts: [] })
    expect(takingPart('Zhang Wei')).toMatchObject({ all: false, ids: ['g1'] })
    expect(takingPart('全体来宾')).toMatchObject({ all: true, ids: [], doubts: [] })
    expect(takingPart('张伟、陈静、刘洋')).toMatchObject({ all: true, ids: [] })
  })

  it('is asked about where nobody knows a name, and stays in the notes', () => {
    expect(takingPart('张伟、马六')).toMatchObject({
      ids: ['g1'],
      doubts: ['strangers'],
      notes: '参加人员：张伟、马六',
    })
    expect(takingPart('张总等5人')).toMatchObject({ all: true, ids: [], notes: '参加人员：张总等5人' })
  })
})

describe('a moment in a guest list', () => {
  it('is read with its year and time, and not guessed without', () => {
    expect(momentOf('2026-12-01 9:30')?.at).toBe('2026-12-01T09:30')
    expect(momentOf('2026年12月1日 09:30')?.at).toBe('2026-12-01T09:30')
    expect([momentOf('12-01 9:30'), momentOf('2026-02-30 09:00'), momentOf('上午')]).toEqual([null, null, null])
  })
})

describe('agendas that were written without a look at the program', () => {
  const written = cases as AgendaCase[]

  it.each(written.map((agenda, index) => ({ agenda, name: `${index + 1} ${agenda.kind}` })))(
    '$name: nothing is silently wrong',
    ({ agenda }) => {
      const { verdict, differs } = judge(readAgenda(agenda.text, KNOWS), agenda, KNOWS.rooms)
      expect(verdict === 'wrong' ? differs : []).toEqual([])
    },
  )

  it('are read without a doubt as a rule', () => {
    const right = written.filter(each => judge(readAgenda(each.text, KNOWS), each, KNOWS.rooms).verdict === 'right')
    expect(right.length / written.length).toBeGreaterThan(0.75)
  })
})

describe('what may be meant otherwise', () => {
  const doubted = (text: string) => readAgenda(text, KNOWS).stops.map(stop => stop.doubts.map(doubt => doubt.code))

  it('is asked: minutes from the beginning of a show, a part of the day that does not go with its hour, a flight’s own time', () => {
    expect(doubted('12月1日\n0:00-0:05 开场视频\n0:05-0:15 领导致辞')).toEqual([['guessedTime'], ['guessedTime']])
    expect(doubted('12月1日下午11点半 会谈')).toEqual([['guessedTime']])
    expect(doubted('12月1日 15:40 起飞 MU5101')).toEqual([['departure']])
    expect(doubted('12月1日\n10点前到公司')).toEqual([['deadline']])
  })

  it('is a stop of its own where another part of the day is told', () => {
    const [lunch, free] = readAgenda('12月1日 12:00-13:00 午餐 下午自由活动', KNOWS).stops
    expect([lunch?.content, free?.content, free?.doubts[0]?.code]).toEqual(['午餐', '自由活动', 'partOnly'])
  })
})

describe('agendas of many hands', () => {
  it.each(AGENDAS.map((agenda, index) => ({ ...agenda, name: `${agenda.kind} ${index + 1}` })))(
    '$name is read as a careful person reads it',
    ({ text, stops }) => {
      const read = readAgenda(text, KNOWS).stops.map(
        stop =>
          `${stop.doubts.length > 0 ? '!' : ''}${stop.startsAt.slice(8)}-${stop.endsAt.slice(11)} ${stop.kind} ${stop.content} ; ${stop.roomId ?? stop.place} ; ${stop.personInCharge}`,
      )
      expect(read).toEqual(stops)
    },
  )

  it('loses no word of any of them, whatever is done to their lines', () => {
    const noise = ['收到请回复', '（仅供内部使用）', 'Sent from my phone', '————', '谢谢大家', '电话会议另行通知']
    fc.assert(
      fc.property(
        fc.constantFrom(...AGENDAS, ...(cases as AgendaCase[])),
        fc.array(fc.tuple(fc.nat(40), fc.constantFrom('join', 'noise', 'comma', 'tab', 'wide', 'blank')), {
          maxLength: 4,
        }),
        fc.constantFrom(...noise),
        ({ text }, changes, said) => {
          let lines = text.split('\n')
          for (const [at, change] of changes) {
            const index = at % lines.length
            const line = lines[index] ?? ''
            if (change === 'join') lines.splice(index, 2, [line, lines[index + 1] ?? ''].join('；'))
            else if (change === 'noise') lines.splice(index, 0, said)
            else if (change === 'blank') lines.splice(index, 0, '')
            else if (change === 'comma') lines[index] = line.replace(/ /g, '，')
            else if (change === 'tab') lines[index] = line.replace(/ /g, '\t')
            else lines[index] = line.replace(/:/g, '：').replace(/-/g, '—')
            lines = lines.slice(0, 60)
          }
          const whole = lines.join('\n')
          expect(lostIn(whole), whole).toEqual([])
        },
      ),
      { numRuns: 600 },
    )
  })

  it('takes no longer than in proportion to what is pasted', () => {
    for (const part of [
      '第一天',
      '第一天 ',
      '9:00-',
      '(',
      '【',
      '上午',
      '时间：',
      '12/1 ',
      '9:00 会谈，',
      '\t',
      '1. ',
      '"a\t',
    ]) {
      const began = performance.now()
      readAgenda(part.repeat(40_000), KNOWS)
      expect(performance.now() - began, part).toBeLessThan(4000)
    }
  })
})

/** Words of days, times, lengths, numbers of lists and labels: what they say stands in the fields, not their letters. */
const SAID = new RegExp(
  [
    '第?[零〇一二两三四五六七八九十\\d]+(?:个半)?(?:天|日|号|月|年|点|时|分|刻|小时|分钟|半|整|钟|许)*',
    '[上下本]?(?:周|星期)[一二三四五六日天]?',
    '上午|下午|中午|正午|早上|早晨|清晨|凌晨|傍晚|晚上|夜里|晚间|当晚|早|晚|次日|今天|明天|后天|当天|当日|第二天|全天|个半|半小时|半|差|过',
    '开始|结束|至|到|先|再|然后|接着|随后|之后|最后|在|去|于|由|从|点|时|分|许|整|同时',
    '负责人?|联系人|地址|电话|行程|日程|议程|备注|主讲|责任人|内容|地点|时间|日期|来宾|全体|序号|会议室|安排|用餐',
    '(?<![a-z])(?:am|pm|min|mins|minutes|hours?|hrs?)(?![a-z])|\\b(?:to|day|at|in|the|on|from|and|then|until|noon|morning|afternoon|evening|all guests|half|past|quarter|time)\\b',
    '\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\b|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b|(?<=\\d)(?:st|nd|rd|th)',
    '\\b(?:seven|eight|nine|ten|eleven|twelve|one|two|three|four|five|six)\\b|<[^<>]*>|&[a-z]+;',
  ].join('|'),
  'gu',
)

/** Signs of a text that stand in no field, note, line passed over or doubt. */
function lostIn(text: string): string[] {
  const { stops, skipped } = readAgenda(text, KNOWS)
  const kept = [
    ...stops.flatMap(stop => [
      stop.content,
      stop.place,
      KNOWS.rooms.find(room => room.id === stop.roomId)?.name ?? '',
      KNOWS.rooms.find(room => room.id === stop.roomId)?.latinName ?? '',
      stop.personInCharge,
      stop.phone,
      stop.notes,
      ...stop.doubts.map(doubt => doubt.text),
    ]),
    ...skipped.map(each => each.text),
  ].join(' ')
  const rest = fold(text).replace(SAID, ' ')
  const words = rest.match(/\p{Script=Han}{2,}|[a-z]{3,}/gu) ?? []
  const held = fold(kept).replace(/\s/gu, '')
  return words.filter(word =>
    /^[a-z]/.test(word) ? !held.includes(word) : [...word].some(sign => !held.includes(sign)),
  )
}
