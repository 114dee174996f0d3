import type { FitBox } from './fit.ts'
import type { Size } from './sheets.ts'

/** The format of a design file; a file of a later one is refused. */
export const DESIGN_FORMAT = 1

/** Nothing that is read stands nearer to the edge, mm: cards are cut, punched and held in frames. */
export const SAFE = 3

/** Smallest and largest badge, mm. */
export const SMALLEST_BADGE = 20
export const LARGEST_BADGE = 300
/** Most elements on one face. */
export const MOST_ELEMENTS = 40
/** Most characters of one picture as a data address: 500 kB of bytes in base64 (RFC 4648). */
export const MOST_PICTURE = 680_000

/** What a text on a badge may name, in braces: `{name}`. Nothing private is among them. */
export const PLACEHOLDERS = [
  'name',
  'latinName',
  'title',
  'organization',
  'role',
  'visitTitle',
  'visitTitleLatin',
  'visitCode',
  'days',
  'company',
  'companyLatin',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** `#rrggbb`, the guest's role colour, or the company's. */
export type DesignColor = string

/** A box on a face, mm from its top left corner. */
export interface Box extends Size {
  x: number
  y: number
}

interface Placed extends Box {
  id: string
}

export interface TextElement extends Placed {
  kind: 'text'
  text: string
  font: 'sans' | 'serif'
  weight: 400 | 500 | 600 | 700 | 900
  /** Largest font size, mm. */
  size: number
  /** Shrinks on one line before it wraps; else it wraps at its size first. Never is a text cut off. */
  shrink: boolean
  align: 'start' | 'center' | 'end'
  vertical: 'top' | 'middle' | 'bottom'
  color: DesignColor
}

export interface ImageElement extends Placed {
  kind: 'image'
  /** `logo`: the company's; else a PNG, JPEG or SVG as a data address. */
  source: string
  fit: 'contain' | 'cover'
}

export interface QrElement extends Placed {
  kind: 'qr'
}

export interface LineElement extends Placed {
  kind: 'line'
  color: DesignColor
  /** mm; it runs along the longer side of its box. */
  thickness: number
}

export interface BoxElement extends Placed {
  kind: 'box'
  /** Empty: not filled. */
  fill: DesignColor | ''
  stroke: DesignColor | ''
  thickness: number
  radius: number
  /** Only where this says something: a frame around a role that most guests do not have. */
  shownWith: '' | Placeholder
}

export type DesignElement = TextElement | ImageElement | QrElement | LineElement | BoxElement

export interface Face {
  color: string
  /** A data address, or empty. */
  image: string
  /** The lowest layer first. */
  elements: DesignElement[]
}

export interface BadgeDesign {
  size: Size
  front: Face
  /** Null: the back stays white and is not printed. */
  back: Face | null
}

/** What the placeholders say of one guest. */
export type BadgeWords = Record<Placeholder, string>

/** The placeholders of a text that are none, as written. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/gu)]
    .map(([, name = '']) => name)
    .filter(name => !(PLACEHOLDERS as readonly string[]).includes(name))
}

/** A text with what it names put in. A line of it that is left with nothing is left out, and so are separators at its ends. */
export function filled(text: string, words: BadgeWords): string {
  return text
    .split('\n')
    .map(line => {
      const told = line.replace(/\{([^{}]*)\}/gu, (whole, name: string) => words[name as Placeholder] ?? whole)
      return line === told ? told : told.replace(/^[\s·,，、/|—-]+|[\s·,，、/|—-]+$/gu, '')
    })
    .filter(line => line.trim() !== '')
    .join('\n')
}

/** How a text fills its box. */
export function fitBoxOf(element: TextElement): FitBox {
  const leading = 1.24
  const largest = Math.min(element.size, element.height / leading)
  return {
    width: element.width,
    height: element.height,
    largest,
    smallest: Math.min(1.4, largest),
    leading,
    wrapBelow: element.shrink ? largest * 0.6 : largest,
  }
}

export type DesignProblem =
  | { code: 'outside'; face: 'front' | 'back'; id: string }
  | { code: 'placeholder'; face: 'front' | 'back'; id: string; text: string }
  | { code: 'picture'; face: 'front' | 'back'; id: string }
  | { code: 'twice'; face: 'front' | 'back'; id: string }
  | { code: 'unnamed'; face: 'front'; id: '' }

/** What keeps a design from being used: it is told before it is saved, and a file with any of it is refused. */
export function problemsOf(design: BadgeDesign): DesignProblem[] {
  const problems: DesignProblem[] = []
  for (const face of ['front', 'back'] as const) {
    const side = design[face]
    if (!side) continue
    if (side.image !== '' && !isPicture(side.image)) problems.push({ code: 'picture', face, id: '' })
    const seen = new Set<string>()
    for (const element of side.elements) {
      if (seen.has(element.id)) problems.push({ code: 'twice', face, id: element.id })
      seen.add(element.id)
      if (!isInside(element, design.size)) problems.push({ code: 'outside', face, id: element.id })
      if (element.kind === 'image' && element.source !== 'logo' && !isPicture(element.source))
        problems.push({ code: 'picture', face, id: element.id })
      if (element.kind === 'text')
        for (const text of unknownPlaceholders(element.text))
          problems.push({ code: 'placeholder', face, id: element.id, text })
    }
  }
  const names = [design.front, design.back].some(face =>
    face?.elements.some(each => each.kind === 'text' && /\{(name|latinName)\}/.test(each.text)),
  )
  if (!names) problems.push({ code: 'unnamed', face: 'front', id: '' })
  return problems
}

/** Does a box lie on the badge, to a hundredth of a mm? */
export const isInside = (box: Box, size: Size): boolean =>
  box.x >= -0.01 && box.y >= -0.01 && box.x + box.width <= size.width + 0.01 && box.y + box.height <= size.height + 0.01

/**
 * Is it a PNG, JPEG or SVG as a data address, by what it says and by its first bytes, and small enough? It is only ever drawn as an
 * image, so an SVG in it runs nothing.
 */
export function isPicture(address: string): boolean {
  if (address.length > MOST_PICTURE) return false
  const found = /^data:image\/(png|jpeg|svg\+xml);base64,([A-Za-z0-9+/]+={0,2})$/.exec(address)
  if (!found) return false
  const [, kind, bytes = ''] = found
  if (kind === 'png') return bytes.startsWith('iVBORw0KGgo')
  if (kind === 'jpeg') return bytes.startsWith('/9j/')
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(atob(bytes.slice(0, 2000)))
}

/** The design on another size: what stands on it keeps its place and its share; texts keep their proportion. */
export function resized(design: BadgeDesign, size: Size): BadgeDesign {
  const across = size.width / design.size.width
  const down = size.height / design.size.height
  const both = Math.min(across, down)
  const scale = (element: DesignElement): DesignElement => {
    const square = element.kind === 'qr'
    const width = hundredths(element.width * (square ? both : across))
    const height = hundredths(element.height * (square ? both : down))
    const x = Math.min(hundredths(element.x * across), size.width - width)
    const y = Math.min(hundredths(element.y * down), size.height - height)
    const placed = { ...element, x, y, width, height }
    return placed.kind === 'text' ? { ...placed, size: hundredths(placed.size * both) } : placed
  }
  const faceOf = (face: Face): Face => ({ ...face, elements: face.elements.map(scale) })
  return { size, front: faceOf(design.front), back: design.back && faceOf(design.back) }
}

/** A length to a hundredth of a mm. */
export const hundredths = (length: number): number => Math.round(length * 100) / 100

export interface Snap {
  x: number
  y: number
  /** Lines to show while it snaps, mm. */
  guidesX: number[]
  guidesY: number[]
}

/**
 * Where a dragged box comes to lie: its edges and middle are caught by those of the others, by the badge's edges and middle, and by
 * the safe zone, within `reach` mm; else it lies as it was let go, to a tenth of a mm.
 */
export function snapped(box: Box, others: readonly Box[], size: Size, reach: number): Snap {
  const x = caught(
    box.x,
    box.width,
    others.map(each => [each.x, each.width]),
    size.width,
    reach,
  )
  const y = caught(
    box.y,
    box.height,
    others.map(each => [each.y, each.height]),
    size.height,
    reach,
  )
  return { x: x.at, y: y.at, guidesX: x.guides, guidesY: y.guides }
}

function caught(
  at: number,
  length: number,
  others: readonly (readonly [at: number, length: number])[],
  whole: number,
  reach: number,
): { at: number; guides: number[] } {
  const lines = [
    0,
    SAFE,
    whole / 2,
    whole - SAFE,
    whole,
    ...others.flatMap(([start, span]) => [start, start + span / 2, start + span]),
  ]
  let best: { at: number; line: number; far: number } | null = null
  for (const line of lines) {
    for (const handle of [0, length / 2, length]) {
      const far = Math.abs(at + handle - line)
      if (far <= reach && (!best || far < best.far)) best = { at: line - handle, line, far }
    }
  }
  return best ? { at: hundredths(best.at), guides: [best.line] } : { at: Math.round(at * 10) / 10, guides: [] }
}

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

/** A box aligned to the badge: to the safe zone at the sides, to the middle between them. */
export function aligned(box: Box, how: Alignment, size: Size): Pick<Box, 'x' | 'y'> {
  switch (how) {
    case 'left':
      return { x: Math.min(SAFE, size.width - box.width), y: box.y }
    case 'center':
      return { x: hundredths((size.width - box.width) / 2), y: box.y }
    case 'right':
      return { x: hundredths(Math.max(0, size.width - box.width - SAFE)), y: box.y }
    case 'top':
      return { x: box.x, y: Math.min(SAFE, size.height - box.height) }
    case 'middle':
      return { x: box.x, y: hundredths((size.height - box.height) / 2) }
    case 'bottom':
      return { x: box.x, y: hundredths(Math.max(0, size.height - box.height - SAFE)) }
  }
}
