import QRCode from 'qrcode'
import { type CSSProperties, memo } from 'react'
import {
  type BadgeDesign,
  type BadgeWords,
  type Box,
  type DesignElement,
  type Face,
  filled,
  fitBoxOf,
  type TextElement,
} from '../../shared/domain/papers/badgeDesign.ts'
import { fitText } from '../../shared/domain/papers/fit.ts'
import { type MeasureOf, useMeasure } from '../ui/measure.ts'
import './badgeFace.css'

/** What a face needs beside its design: whose it is, the company's logo and colour, and widths by the real fonts. */
export interface FaceContext {
  words: BadgeWords
  /** Address of the logo; empty for none. */
  logo: string
  companyColor: string
  roleColor: string
  measure: MeasureOf
}

/** One face of a badge at its true size: everything in its box, nothing cut off. */
export const BadgeFace = memo(function BadgeFace({ face, context }: { face: Face; context: FaceContext }) {
  return (
    <>
      {face.image !== '' && <img className="face-ground" src={face.image} alt="" />}
      {face.elements.map(element => (
        <Element key={element.id} element={element} context={context} />
      ))}
    </>
  )
})

function Element({ element, context }: { element: DesignElement; context: FaceContext }) {
  const color = (name: string) =>
    name === 'role' ? context.roleColor : name === 'company' ? context.companyColor : name
  switch (element.kind) {
    case 'text':
      return <Text element={element} color={color(element.color)} context={context} />
    case 'image': {
      const source = element.source === 'logo' ? context.logo : element.source
      if (source === '') return <StandIn box={element} />
      return (
        <img
          src={source}
          alt=""
          style={{
            ...placed(element),
            objectFit: element.fit,
            objectPosition: element.source === 'logo' ? 'left' : 'center',
          }}
        />
      )
    }
    case 'qr':
      return <Qr text={context.words.visitCode} box={element} />
    case 'line': {
      const across = element.width >= element.height
      const style = across
        ? { ...placed(element), height: mm(element.thickness) }
        : { ...placed(element), width: mm(element.thickness) }
      return <i style={{ ...style, background: color(element.color) }} />
    }
    case 'box':
      if (element.shownWith !== '' && context.words[element.shownWith] === '') return null
      return (
        <i
          style={{
            ...placed(element),
            borderRadius: mm(element.radius),
            ...(element.fill ? { background: color(element.fill) } : {}),
            ...(element.stroke ? { border: `${mm(element.thickness)} solid ${color(element.stroke)}` } : {}),
          }}
        />
      )
  }
}

const EDGE = { start: 'start', center: 'center', end: 'end' } as const
const HEIGHT = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const

function Text({ element, color, context }: { element: TextElement; color: string; context: FaceContext }) {
  const content = filled(element.text, context.words)
  if (content === '') return null
  const fitted = fitText(
    content.replaceAll('\n', ' '),
    fitBoxOf(element),
    context.measure(element.font, element.weight),
  )
  return (
    <div
      className={`fit ${element.font}`}
      data-fit={element.id}
      style={{
        ...placed(element),
        fontSize: mm(fitted.size),
        fontWeight: element.weight,
        color,
        textAlign: EDGE[element.align],
        justifyContent: HEIGHT[element.vertical],
      }}
    >
      {fitted.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name than their place.
        <span key={index}>{line}</span>
      ))}
    </div>
  )
}

/** Where no logo is set: the sign of a house, so that the place is not empty. */
function StandIn({ box }: { box: Box }) {
  return (
    <svg viewBox="0 0 64 64" preserveAspectRatio="xMinYMid" style={placed(box)} aria-hidden="true">
      <path d="M8 48V24L32 10l24 14v24M24 48V34a8 8 0 0 1 16 0v14M4 54h56" fill="none" stroke="#111" strokeWidth="4" />
    </svg>
  )
}

const qrId = (text: string): string => `qr-${text.replace(/\W/g, '')}`

/** The code of a visit, drawn once on a page and used on every badge of it. */
export function QrDefinition({ text }: { text: string }) {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <path id={qrId(text)} d={qrPath(text).path} fill="#000" />
      </defs>
    </svg>
  )
}

function Qr({ text, box }: { text: string; box: Box }) {
  const { modules } = qrPath(text)
  return (
    <svg
      viewBox={`0 0 ${modules} ${modules}`}
      style={placed(box)}
      role="img"
      aria-label={text}
      shapeRendering="crispEdges"
    >
      <use href={`#${qrId(text)}`} />
    </svg>
  )
}

const known = new Map<string, { path: string; modules: number }>()

/** A QR code (ISO/IEC 18004, level M) as a path of unit squares. */
export function qrPath(text: string): { path: string; modules: number } {
  const before = known.get(text)
  if (before) return before
  const { modules } = QRCode.create(text || ' ', { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
  }
  const made = { path, modules: modules.size }
  known.set(text, made)
  return made
}

/** Widths by the fonts of a design, once the glyphs that these faces need are loaded; null until then. */
export function useFaceMeasure(
  design: BadgeDesign | null,
  words: readonly BadgeWords[],
  onFailure: (reason: string) => void,
): MeasureOf | null {
  const texts = (design ? [design.front, design.back] : [])
    .flatMap(face => face?.elements ?? [])
    .filter(element => element.kind === 'text')
  return useMeasure(texts, [...texts.map(text => text.text), ...words.flatMap(Object.values)], onFailure)
}

const mm = (value: number): string => `${Math.round(value * 1000) / 1000}mm`
const placed = (box: Box): CSSProperties => ({
  left: mm(box.x),
  top: mm(box.y),
  width: mm(box.width),
  height: mm(box.height),
})
