import { describe, expect, it } from 'vitest'
import { kindOfContent, readAgenda } from '../../shared/domain/lists/agendaText.ts'
import { momentOf } from '../../shared/domain/lists/guestCells.ts'

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
      ['01T14:00-15:30', 'tour', '参观展厅', '', ''],
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

describe('a moment in a guest list', () => {
  it('is read with its year and time, and not guessed without', () => {
    expect(momentOf('2026-12-01 9:30')).toBe('2026-12-01T09:30')
    expect(momentOf('2026年12月1日 09:30')).toBe('2026-12-01T09:30')
    expect([momentOf('12-01 9:30'), momentOf('2026-02-30 09:00'), momentOf('上午')]).toEqual([null, null, null])
  })
})
