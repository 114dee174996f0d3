import { describe, expect, it } from 'vitest'
import { vcard } from '../../shared/domain/papers/vcard.ts'

describe('a contact card', () => {
  it('has a line for each thing that is known, ended as RFC 2426 wants', () => {
    expect(vcard({ name: '王晓燕', organization: '迎宾公司', phone: '13900000001', email: 'wang@example.cn' })).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:王晓燕;;;;',
        'FN:王晓燕',
        'ORG:迎宾公司',
        'TEL;TYPE=CELL:13900000001',
        'EMAIL:wang@example.cn',
        'END:VCARD',
        '',
      ].join('\r\n'),
    )
  })

  it('has no empty lines for what is not known', () => {
    expect(vcard({ name: 'A', organization: '', phone: '', email: '' })).toBe(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:A;;;;\r\nFN:A\r\nEND:VCARD\r\n',
    )
  })

  it('escapes what would end a field or begin a line of its own', () => {
    const card = vcard({ name: 'A;B,C\\D', organization: 'x\r\nEND:VCARD', phone: '', email: '' })
    expect(card).toContain('FN:A\\;B\\,C\\\\D\r\n')
    expect(card).toContain('ORG:x\\nEND:VCARD\r\n')
    expect(card.split('\r\n').filter(line => line === 'END:VCARD')).toHaveLength(1)
  })
})
