import { describe, expect, it } from 'vitest'
import { GUEST_LIMITS } from '../../shared/contract/guests.ts'
import { genderOf, phoneOf } from '../../shared/domain/lists/guestCells.ts'
import { columnOfHeading } from '../../shared/domain/lists/guestColumns.ts'
import { doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import { readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { tableOfText } from '../../shared/domain/lists/pastedCells.ts'

describe('headings', () => {
  it.each([
    ['姓名', 'name'],
    ['姓 名', 'name'],
    ['姓名（必填）', 'name'],
    ['Name *', 'name'],
    ['姓名/Name', 'name'],
    ['Job Title', 'title'],
    ['职务', 'title'],
    ['联系方式', 'phone'],
    ['E-mail', 'email'],
    ['ＰＨＯＮＥ', 'phone'],
    ['工作单位', 'organization'],
    ['饮食禁忌', 'diet'],
  ])('%s is %s', (heading, column) => expect(columnOfHeading(heading)).toBe(column))

  it('does not guess at others', () => {
    expect(columnOfHeading('序号')).toBeNull()
    expect(columnOfHeading('')).toBeNull()
  })
})

describe('a guest list', () => {
  it('is read below title and blank rows, in any order of columns, without notes and repeated headers', () => {
    const table = readGuestTable([
      ['华东考察团来宾名单'],
      [''],
      ['序号', '联系电话', '单位', '姓 名', '职务', '性别'],
      ['1', '138 0000 2001', '协会', '张 三', '会长', '男'],
      ['', '', '', '', '', ''],
      ['序号', '联系电话', '单位', '姓名', '职务', '性别'],
      ['2', '+44 7700 900123', 'Whitfield Ltd.', 'Alexander  Whitfield', 'CTO', 'M'],
      ['备注：请安排清真餐'],
      ['合计', '2'],
    ])
    expect(table.headerRow).toBe(3)
    expect(
      table.guests.map(guest => [
        guest.row,
        guest.draft.name,
        guest.draft.title,
        guest.draft.phone,
        guest.draft.gender,
      ]),
    ).toEqual([
      [4, '张三', '会长', '13800002001', 'male'],
      [7, 'Alexander Whitfield', 'CTO', '+447700900123', 'male'],
    ])
    expect(table.skipped.map(each => each.row)).toEqual([6, 8, 9])
  })

  it('keeps a row without a name, to be mended', () => {
    const table = readGuestTable([
      ['Name', 'Company', 'Phone'],
      ['', 'Acme', '13800000000'],
    ])
    expect(table.guests).toHaveLength(1)
    expect(doubtsOf(table.guests, [], GUEST_LIMITS)[0]).toEqual([{ code: 'nameMissing' }])
  })

  it('guesses the columns of a list without a header', () => {
    const table = readGuestTable([
      ['张伟', '总经理', '13800000001', '男'],
      ['李娜', '经理', '13800000002', '女'],
    ])
    expect(table.headerRow).toBeNull()
    expect(
      table.guests.map(guest => [guest.draft.name, guest.draft.title, guest.draft.phone, guest.draft.gender]),
    ).toEqual([
      ['张伟', '总经理', '13800000001', 'male'],
      ['李娜', '经理', '13800000002', 'female'],
    ])
  })

  it('doubts duplicates, unknown genders, bad phones and mails', () => {
    const table = readGuestTable([
      ['姓名', '性别', '电话', '邮箱', '单位'],
      ['张伟', '男', '13800000001', 'a@b.cn', '甲'],
      ['张伟', '男', '13800000001', '', '甲'],
      ['李娜', '不详', '12345', 'nobody', '乙'],
      ['王芳', '女', '', '', '丙'],
      ['张伟', '男', '13900000009', '', '丁'],
    ])
    const doubts = doubtsOf(table.guests, [{ name: '王芳', phone: '', organization: '丙' }], GUEST_LIMITS)
    expect(doubts.map(each => each.map(doubt => doubt.code))).toEqual([
      [],
      ['duplicateInList'],
      ['genderUnknown', 'phoneDoubtful', 'emailDoubtful'],
      ['duplicateInVisit'],
      [],
    ])
  })

  it('reads pasted chat text: numbered, with Chinese commas or spaces', () => {
    const guests = readGuestTable(tableOfText('1. 张三，总经理，13800000000\n2、李四，经理，13800000001')).guests
    expect(guests.map(guest => [guest.draft.name, guest.draft.title, guest.draft.phone])).toEqual([
      ['张三', '总经理', '13800000000'],
      ['李四', '经理', '13800000001'],
    ])
    expect(tableOfText('姓名\t职务\n张三\t经理')).toEqual([
      ['姓名', '职务'],
      ['张三', '经理'],
    ])
  })

  it('knows genders and phones as people write them', () => {
    expect([genderOf('先生'), genderOf('Ms.'), genderOf('F'), genderOf('x')]).toEqual([
      'male',
      'female',
      'female',
      null,
    ])
    expect(phoneOf('１３８-0000-0000')).toEqual({ phone: '13800000000', ok: true })
    expect(phoneOf('1380000000').ok).toBe(false)
    expect(phoneOf('021-58881234').ok).toBe(true)
    expect(phoneOf('张三').ok).toBe(false)
  })
})
