import { type CSSProperties, useEffect, useMemo } from 'react'
import { badgePage } from '../../../shared/contract/documents.ts'
import type { Guest } from '../../../shared/contract/guests.ts'
import type { PaperData } from '../../../shared/contract/print.ts'
import type { BadgeWords } from '../../../shared/domain/papers/badgeDesign.ts'
import { roleColor } from '../../../shared/domain/papers/badgeRole.ts'
import {
  correction,
  cropMarks,
  labelPlaces,
  type Place,
  paginateBadges,
  type Size,
  sheetLayout,
} from '../../../shared/domain/papers/sheets.ts'
import { Speaker } from '../../../shared/domain/papers/speaker.ts'
import { BadgeFace, type FaceContext, QrDefinition, useFaceMeasure } from '../../badges/BadgeFace.tsx'
import { wordsOf } from '../../badges/words.ts'
import { words } from '../paper/documentData.ts'
import { type DocumentProps, headingOf } from '../paper/parts.tsx'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'

/**
 * Name badges after their design: one a page, many on A4 with crop marks, or on a sheet of labels. Texts are fitted by the real fonts'
 * widths before anything is drawn. Backs follow their fronts, mirrored for a sheet that is turned on its long side.
 */
export function Badges({ request, data }: DocumentProps<'badges'>) {
  const laidOut = useLaidOut()
  const shop = data.badges
  const design = shop?.design.design ?? null
  const guests =
    request.guests.length > 0 ? data.guests.filter(guest => request.guests.includes(guest.id)) : data.guests
  const badgeWords = useMemo(() => {
    const speak = new Speaker(request.language, words, [])
    return guests.map(guest => wordsOf(guest, data, request.language, role => speak.word(`badgeRole.${role}`)))
  }, [guests, data, request])
  const measure = useFaceMeasure(design, badgeWords, fail)
  useEffect(() => {
    if (measure) laidOut()
  }, [measure, laidOut])
  if (!measure || !design || !shop) return null
  const { size, front, back } = design
  const sheet = sheetOf(request.sheet, shop)
  const page = badgePage(size, sheet)
  const labels = typeof sheet === 'object'
  const places =
    sheet === 'single' ? [{ x: 0, y: 0, ...size }] : labels ? labelPlaces(sheet) : sheetLayout(size, page).places
  const marks = sheet === 'a4' ? cropMarks(sheetLayout(size, page)) : []
  const contexts = new Map(
    guests.map((guest, index) => [
      guest.id,
      {
        words: badgeWords[index] as BadgeWords,
        logo: data.settings.logo && `/files/${data.settings.logo}`,
        companyColor: data.settings.color,
        roleColor: roleColor(guest.badgeRole),
        measure,
      } satisfies FaceContext,
    ]),
  )
  const sheets = paginateBadges(guests, places.length, labels ? request.used : 0)
  const faces = (row: readonly (Guest | null)[], side: 'front' | 'back') =>
    row.map((guest, index) => {
      const place = places[index]
      const context = guest && contexts.get(guest.id)
      const face = side === 'front' ? front : back
      if (!place || !context || !face) return null
      const where = side === 'back' && sheet !== 'single' ? { ...place, x: page.width - place.x - place.width } : place
      return (
        <article
          key={guest.id}
          className="badge"
          style={{ ...within(where, size), background: face.color }}
          data-guest={guest.id}
          data-side={side}
        >
          <BadgeFace face={face} context={context} />
        </article>
      )
    })
  return (
    <>
      <QrDefinition text={data.visit.code} />
      {sheets.flatMap((row, index) =>
        (back ? (['front', 'back'] as const) : (['front'] as const)).map(side => (
          <Sheet
            page={page}
            heading={index === 0 && side === 'front' ? headingOf('badges', data) : ''}
            key={`${row.find(guest => guest !== null)?.id}-${side}`}
          >
            <div className="true" style={trueTo(shop)}>
              {labels &&
                places.map(place => (
                  <i
                    key={`${place.x} ${place.y}`}
                    className="label-outline"
                    style={{ ...box(place), borderRadius: `${sheet.radius}mm` }}
                  />
                ))}
              {marks.length > 0 && side === 'front' && (
                <svg className="crop" viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
                  <path
                    d={marks.map(mark => `M${mark.x1} ${mark.y1}L${mark.x2} ${mark.y2}`).join('')}
                    stroke="#000"
                    strokeWidth={0.15}
                  />
                </svg>
              )}
              {faces(row, side)}
            </div>
          </Sheet>
        )),
      )}
    </>
  )
}

type BadgeShop = NonNullable<PaperData['badges']>

function sheetOf(sheet: string, shop: BadgeShop) {
  return sheet === 'single' || sheet === 'a4' ? sheet : (shop.sheet ?? 'a4')
}

/** A badge in its label: as it is in the middle of it, or made smaller where the label is. */
function within(place: Place, size: Size): CSSProperties {
  const scale = Math.min(1, place.width / size.width, place.height / size.height)
  return {
    left: mm(place.x + (place.width - size.width * scale) / 2),
    top: mm(place.y + (place.height - size.height * scale) / 2),
    width: mm(size.width),
    height: mm(size.height),
    ...(scale < 1 ? { transform: `scale(${scale})`, transformOrigin: '0 0' } : {}),
  }
}

/** What the printer draws a hair aside or too small is drawn so that it comes out true. */
function trueTo(shop: BadgeShop): CSSProperties {
  if (!shop.printer) return {}
  const fix = correction(shop.printer)
  return {
    '--fix': `translate(${mm(fix.x)}, ${mm(fix.y)}) scale(${fix.scaleX}, ${fix.scaleY})`,
  } as CSSProperties
}

const mm = (value: number): string => `${Math.round(value * 1000) / 1000}mm`
const box = (place: Place): CSSProperties => ({
  left: mm(place.x),
  top: mm(place.y),
  width: mm(place.width),
  height: mm(place.height),
})
