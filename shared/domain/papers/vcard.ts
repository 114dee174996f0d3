import { cleanText } from '../text.ts'

/** Somebody to be kept in a phone. */
export interface Contact {
  name: string
  organization: string
  phone: string
  email: string
}

/** A vCard 3.0 (RFC 2426) in UTF-8, which phone cameras read best. Lines are not folded: readers of QR codes do not unfold them. */
export function vcard(contact: Contact): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(contact.name)};;;;`,
    `FN:${escaped(contact.name)}`,
    ...(contact.organization ? [`ORG:${escaped(contact.organization)}`] : []),
    ...(contact.phone ? [`TEL;TYPE=CELL:${escaped(contact.phone)}`] : []),
    ...(contact.email ? [`EMAIL:${escaped(contact.email)}`] : []),
    'END:VCARD',
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** RFC 2426, 4: backslash, comma, semicolon and new line. */
const escaped = (text: string): string =>
  cleanText(text)
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n')
