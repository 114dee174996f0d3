import type { FitBox } from './fit.ts'
import type { Size } from './sheets.ts'

/** A box on a badge, mm from its top left corner. */
export interface Box extends Size {
  x: number
  y: number
}

export interface BadgeLayout {
  align: 'start' | 'center'
  visitTitle: Box
  logo: Box
  /** The coloured rule under the head: it carries the role's colour. */
  rule: Box
  role: Box
  name: Box
  second: Box
  title: Box
  organization: Box
  qr: Box
}

/** Nothing stands nearer to the edge, mm: cards are cut, punched and held in frames. */
export const SAFE = 3.5

/** Where everything stands on a badge of a size: lying badges read from the left, standing ones from the middle. */
export function badgeLayout(size: Size): BadgeLayout {
  return size.width >= size.height ? lying(size) : standing(size)
}

function lying({ width, height }: Size): BadgeLayout {
  const k = height / 54
  const left = Math.max(SAFE, 4.5 * k)
  const inner = width - 2 * left
  const qr = 14 * k
  const top = Math.max(SAFE, 4 * k)
  const bottom = height - top
  const logo = 7 * k
  return {
    align: 'start',
    logo: { x: left, y: top, width: logo, height: logo },
    visitTitle: { x: left + logo + 2 * k, y: top, width: inner - logo - 2 * k - 20 * k, height: logo },
    role: { x: left + inner - 19 * k, y: top + 0.6 * k, width: 19 * k, height: 5.8 * k },
    rule: { x: left, y: top + 8.2 * k, width: inner, height: 0.7 * k },
    name: { x: left, y: top + 10.4 * k, width: inner, height: 14.6 * k },
    second: { x: left, y: top + 25.2 * k, width: inner, height: 5.4 * k },
    title: { x: left, y: bottom - qr, width: inner - qr - 3 * k, height: 6.6 * k },
    organization: { x: left, y: bottom - qr + 7.2 * k, width: inner - qr - 3 * k, height: 6.8 * k },
    qr: { x: left + inner - qr, y: bottom - qr, width: qr, height: qr },
  }
}

function standing({ width, height }: Size): BadgeLayout {
  const k = width / 105
  const left = Math.max(SAFE, 8 * k)
  const inner = width - 2 * left
  const qr = 24 * k
  const logo = 13 * k
  const top = Math.max(SAFE, 9 * k)
  const spare = height - 148 * k
  return {
    align: 'center',
    logo: { x: left, y: top, width: logo, height: logo },
    visitTitle: { x: left + logo + 4 * k, y: top, width: inner - logo - 4 * k, height: logo },
    rule: { x: left, y: top + 16 * k, width: inner, height: 1.2 * k },
    role: { x: left + inner / 2 - 22 * k, y: top + 21 * k, width: 44 * k, height: 9 * k },
    name: { x: left, y: top + 33 * k, width: inner, height: 30 * k + spare / 2 },
    second: { x: left, y: top + 64 * k + spare / 2, width: inner, height: 9 * k },
    title: { x: left, y: top + 76 * k + spare / 2, width: inner, height: 11 * k },
    organization: { x: left, y: top + 88 * k + spare / 2, width: inner, height: 12 * k },
    qr: { x: width / 2 - qr / 2, y: height - top - qr, width: qr, height: qr },
  }
}

export type BadgeText = 'visitTitle' | 'role' | 'name' | 'second' | 'title' | 'organization'

/** How a text fills its box: how large it may be, how far it shrinks on one line before it wraps. */
export function fitOf(text: BadgeText, box: Box, align: BadgeLayout['align']): FitBox {
  const largest =
    box.height * { visitTitle: 0.46, role: 0.62, name: 0.74, second: 0.74, title: 0.6, organization: 0.54 }[text]
  return {
    width: box.width,
    height: box.height,
    largest: align === 'center' && text === 'name' ? Math.min(largest, 17) : largest,
    smallest: text === 'name' ? 2.4 : 1.3,
    leading: 1.24,
    wrapBelow: largest * (text === 'name' ? 0.55 : 0.72),
  }
}
