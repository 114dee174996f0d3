import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TFunction } from 'i18next'
import type { Language } from '../../../../shared/domain/language.ts'
import { dayOf } from '../../../../shared/domain/time.ts'
import type { VisitRow } from '../../../db/tables.ts'
import type { HostContext } from '../../acts/context.ts'
import { fileName } from '../../files/fileName.ts'
import { titleOf } from '../../files/translator.ts'
import { zipped } from '../../files/zip.ts'
import { itemsOfVisit } from '../../itinerary/itinerary.queries.ts'
import { officeSettingsOf } from '../../office/office.queries.ts'
import { outlineOf } from '../../print/outline.ts'
import { PrinterMissing } from '../../print/printer.ts'
import { itineraryHtml } from './itinerary.html.ts'

/** One day of a visit's itinerary, or all of them where none is named. */
export interface ItineraryWish {
  visit: string
  day: string
  language: Language
}

/** The guests' itinerary as a page of its own, for a phone. */
export const phonePage = (context: HostContext, wish: ItineraryWish, t: TFunction): Promise<string> =>
  page(context, wish, t, { styles: [], followsPhone: true })

/** The same page as the application draws it for a picture: with the fonts of its papers. */
export async function picturePage(
  context: HostContext,
  wish: ItineraryWish,
  t: TFunction,
  root: string,
): Promise<string> {
  const built = await readFile(join(root, 'dist', 'renderer', 'document.html'), 'utf8')
  const styles = [...built.matchAll(/<link[^>]+href="(\/assets\/[^"]+\.css)"/g)].map(([, href = '']) => href)
  return page(context, wish, t, { styles, followsPhone: false })
}

/** Width of the page that a picture for chat is taken of, CSS pixels. */
const PICTURE_WIDTH = 480

/** The guests' itinerary as a picture, drawn at twice the size of a phone's screen. @throws PrinterMissing */
export async function itineraryPicture(
  context: HostContext,
  { visit, day, language }: ItineraryWish,
): Promise<Uint8Array> {
  if (!context.printer) throw new PrinterMissing('No printer')
  return context.printer.toPng(`/share/itinerary?${new URLSearchParams({ visit, day, language })}`, PICTURE_WIDTH)
}

/** A picture of each day, in one zip. @throws PrinterMissing */
export async function itineraryPictures(
  context: HostContext,
  visit: VisitRow,
  language: Language,
): Promise<Uint8Array> {
  const days = new Set((await itemsOfVisit(context.db, visit.id)).map(item => dayOf(item.startsAt)))
  const files: Record<string, Uint8Array> = {}
  for (const day of days)
    files[`${fileName(titleOf(visit, language))}-${day}.png`] = await itineraryPicture(context, {
      visit: visit.id,
      day,
      language,
    })
  return zipped(files)
}

async function page(
  context: HostContext,
  wish: ItineraryWish,
  t: TFunction,
  look: { styles: readonly string[]; followsPhone: boolean },
): Promise<string> {
  const outline = await outlineOf(context, { ...wish, kind: 'itinerary' }, t)
  const { color } = await officeSettingsOf(context.db)
  return itineraryHtml(outline, { language: wish.language, color, ...look })
}
