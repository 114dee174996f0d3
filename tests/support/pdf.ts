import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface MeasuredPage {
  /** mm */
  width: number
  height: number
  /** All text in reading order, without any white space: how wide a gap counts as a space is the reader's guess. */
  text: string
}

const MM = 25.4 / 72

/** Sizes and text of a PDF's pages, read by pdf.js. */
export async function measurePdf(bytes: Uint8Array): Promise<MeasuredPage[]> {
  const pdf = await open(bytes)
  const pages: MeasuredPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const { items } = await page.getTextContent()
    pages.push({
      width: (right - left) * MM,
      height: (top - bottom) * MM,
      text: items
        .map(item => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/gu, ''),
    })
  }
  await pdf.loadingTask.destroy()
  return pages
}

/** The QR code in one place (mm) of the first page drawn at 200 dpi, read by an independent reader; null for none. */
export async function readQr(
  bytes: Uint8Array,
  place: { x: number; y: number; width: number; height: number },
): Promise<string | null> {
  const pdf = await open(bytes)
  const page = await pdf.getPage(1)
  const viewport = page.getViewport({ scale: 200 / 72 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas: canvas as never, viewport }).promise
  const dots = (length: number) => Math.round((length * 200) / 25.4)
  const { data, width, height } = canvas
    .getContext('2d')
    .getImageData(dots(place.x), dots(place.y), dots(place.width), dots(place.height))
  await pdf.loadingTask.destroy()
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}

const open = (bytes: Uint8Array) =>
  getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise
