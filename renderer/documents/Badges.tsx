import QRCode from 'qrcode'
import { useEffect, useMemo, useState } from 'react'
import type { DocumentRequest } from '../../shared/contract/documents.ts'
import { pageOf } from '../../shared/contract/documents.ts'
import type { Guest } from '../../shared/contract/guests.ts'
import { type BadgeLayout, type BadgeText, type Box, badgeLayout, fitOf } from '../../shared/domain/badge.ts'
import { fitText, type Measure } from '../../shared/domain/fit.ts'
import { BADGE_SIZES, cropMarks, paginateBadges, sheetLayout } from '../../shared/domain/sheets.ts'
import { type DocumentData, inLanguage } from './documentData.ts'
import { PageSize } from './PageSize.tsx'
import { fail, ready } from './ready.ts'

type BadgeRequest = Extract<DocumentRequest, { kind: 'badges' }>

/** Name badges, one a page or many on A4 with crop marks; texts are fitted by the real font's widths before anything is drawn. */
export function Badges({ request, data }: { request: BadgeRequest; data: DocumentData }) {
  const size = BADGE_SIZES[request.size]
  const page = pageOf(request)
  const guests =
    request.guests.length > 0 ? data.guests.filter(guest => request.guests.includes(guest.id)) : data.guests
  const single = request.sheet === 'single'
  const sheet = useMemo(() => sheetLayout(size, page), [size, page])
  const layout = useMemo(() => badgeLayout(size), [size])
  const measure = useFontMeasure(guests, data)
  const qr = useMemo(() => qrPath(data.visit.code), [data.visit.code])
  useEffect(() => {
    if (measure) ready()
  }, [measure])
  if (!measure) return null
  const face = (guest: Guest, at: { x: number; y: number }) => (
    <Badge
      key={guest.id}
      guest={guest}
      request={request}
      data={data}
      layout={layout}
      at={at}
      measure={measure}
      qr={qr}
    />
  )
  const marks = cropMarks(sheet)
  return (
    <>
      <PageSize page={page} />
      <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
        <defs>
          <path id="qr" d={qr.path} fill="#000" />
        </defs>
      </svg>
      {single
        ? guests.map(guest => (
            <div className="sheet" key={guest.id} style={{ width: mm(page.width), height: mm(page.height) }}>
              {face(guest, { x: 0, y: 0 })}
            </div>
          ))
        : paginateBadges(guests, sheet.places.length).map(row => (
            <div
              className="sheet"
              key={row.find(guest => guest !== null)?.id}
              style={{ width: mm(page.width), height: mm(page.height) }}
            >
              <svg className="crop" viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
                <path
                  d={marks.map(mark => `M${mark.x1} ${mark.y1}L${mark.x2} ${mark.y2}`).join('')}
                  stroke="#000"
                  strokeWidth={0.15}
                />
              </svg>
              {row.map((guest, index) => {
                const place = sheet.places[index]
                return guest && place ? face(guest, place) : null
              })}
            </div>
          ))}
    </>
  )
}

interface BadgeProps {
  guest: Guest
  request: BadgeRequest
  data: DocumentData
  layout: BadgeLayout
  at: { x: number; y: number }
  measure: Record<Weight, Measure>
  qr: { path: string; modules: number }
}

function Badge({ guest, request, data, layout, at, measure, qr }: BadgeProps) {
  const size = BADGE_SIZES[request.size]
  const english = request.language === 'en' && guest.latinName !== ''
  const first = english ? guest.latinName : guest.name
  const second = english ? guest.name : guest.latinName
  const color = roleColor(guest.badgeRole)
  const text = (kind: BadgeText, content: string, className: string, weight: Weight, top = false) => (
    <Fit
      kind={kind}
      content={content}
      className={`${className} ${top ? 'top' : ''}`}
      box={layout[kind]}
      align={layout.align}
      measure={measure[weight]}
    />
  )
  return (
    <article
      className="badge"
      style={{ left: mm(at.x), top: mm(at.y), width: mm(size.width), height: mm(size.height) }}
      data-guest={guest.id}
    >
      {data.settings.logo ? (
        <img src={`/files/${data.settings.logo}`} alt="" style={placed(layout.logo)} />
      ) : (
        <svg viewBox="0 0 64 64" style={placed(layout.logo)} aria-hidden="true">
          <path
            d="M8 48V24L32 10l24 14v24M24 48V34a8 8 0 0 1 16 0v14M4 54h56"
            fill="none"
            stroke="#111"
            strokeWidth="4"
          />
        </svg>
      )}
      {text(
        'visitTitle',
        inLanguage(request.language === 'both' ? 'zh-CN' : request.language, data.visit.title, data.visit.titleLatin),
        'visit-title',
        600,
      )}
      <div style={{ ...placed(layout.rule), background: color }} />
      {guest.badgeRole !== '' && (
        <div style={{ ...placed(layout.role), color }} className="role">
          <Fit
            kind="role"
            content={guest.badgeRole}
            className=""
            box={{ ...layout.role, x: 0, y: 0, width: layout.role.width - 1, height: layout.role.height - 0.6 }}
            align="center"
            measure={measure[700]}
          />
        </div>
      )}
      {text('name', first, 'name', 700)}
      {text('second', second === first ? '' : second, 'second', 500, true)}
      {text('title', guest.title, 'title', 500)}
      {text('organization', guest.organization || data.visit.organization, 'organization', 500)}
      <svg
        viewBox={`0 0 ${qr.modules} ${qr.modules}`}
        style={placed(layout.qr)}
        role="img"
        aria-label={data.visit.code}
        shapeRendering="crispEdges"
      >
        <use href="#qr" />
      </svg>
    </article>
  )
}

interface FitProps {
  kind: BadgeText
  content: string
  className: string
  box: Box
  align: BadgeLayout['align']
  measure: Measure
}

function Fit({ kind, content, className, box, align, measure }: FitProps) {
  const fitted = fitText(content, fitOf(kind, box, align), measure)
  if (fitted.lines.length === 0) return null
  return (
    <div
      className={`fit ${className}`}
      data-fit={kind}
      style={{ ...placed(box), fontSize: mm(fitted.size), textAlign: align }}
    >
      {fitted.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name than their place.
        <span key={index}>{line}</span>
      ))}
    </div>
  )
}

type Weight = 500 | 600 | 700
const WEIGHTS: Weight[] = [500, 600, 700]
const FAMILY = "'Noto Sans SC Variable'"
/** The browser sets text a hair wider than its canvas measures it. */
const HAIR = 1.015

/** Widths by the real font, once the glyphs that the badges need are loaded; null until then. */
function useFontMeasure(guests: readonly Guest[], data: DocumentData): Record<Weight, Measure> | null {
  const [measure, setMeasure] = useState<Record<Weight, Measure> | null>(null)
  useEffect(() => {
    const texts = guests.flatMap(guest => [
      guest.name,
      guest.latinName,
      guest.title,
      guest.organization,
      guest.badgeRole,
    ])
    const characters = [
      ...new Set([...texts, data.visit.title, data.visit.titleLatin, data.visit.organization].join('')),
    ].join('')
    Promise.all(WEIGHTS.map(weight => document.fonts.load(`${weight} 20px ${FAMILY}`, `${characters} `)))
      .then(() => setMeasure({ 500: measureOf(500), 600: measureOf(600), 700: measureOf(700) }))
      .catch(error => fail(String(error)))
  }, [guests, data])
  return measure
}

function measureOf(weight: Weight): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('No canvas to measure text with')
  context.font = `${weight} 100px ${FAMILY}, sans-serif`
  const known = new Map<string, number>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const width = (context.measureText(text).width / 100) * HAIR
    known.set(text, width)
    return width
  }
}

/** Role colours that differ in grey too: dark enough to print on any machine. */
function roleColor(role: string): string {
  if (/贵宾|vip/i.test(role)) return '#9E2A1C'
  if (/演讲|讲者|speaker/i.test(role)) return '#2C5AA0'
  if (/媒体|press/i.test(role)) return '#6B4E16'
  if (/翻译|interpreter|司机|driver/i.test(role)) return '#3B4246'
  return '#0E6B66'
}

function qrPath(text: string): { path: string; modules: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
  }
  return { path, modules: modules.size }
}

const mm = (value: number): string => `${Math.round(value * 1000) / 1000}mm`
const placed = (box: Box) => ({ left: mm(box.x), top: mm(box.y), width: mm(box.width), height: mm(box.height) })
