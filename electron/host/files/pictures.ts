import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostContext } from '../acts/context.ts'
import { badFile } from '../acts/errors.ts'

/** First bytes of the pictures that are taken; an SVG is told by its root element. It is only ever drawn as an image. */
function pictureKind(bytes: Uint8Array): 'png' | 'jpg' | 'svg' | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  return beginsAsSvg(new TextDecoder().decode(bytes.slice(0, 1000))) ? 'svg' : null
}

/** After a declaration, comments and a document type; each is passed over once, so that no file keeps us looking. */
function beginsAsSvg(head: string): boolean {
  let rest = head
    .trimStart()
    .replace(/^<\?xml[^>]*>/, '')
    .trimStart()
  const passComments = () => {
    while (rest.startsWith('<!--')) {
      const end = rest.indexOf('-->', 4)
      rest = end < 0 ? '' : rest.slice(end + 3).trimStart()
    }
  }
  passComments()
  rest = rest.replace(/^<!DOCTYPE svg[^>]*>/i, '').trimStart()
  passComments()
  return /^<svg[\s>]/i.test(rest)
}

/** Most dots of a picture: more than 60 million make a page slow or blind. */
const MOST_DOTS = 60_000_000

/** Width and height as a PNG (ISO 15948, IHDR) or JPEG (ITU T.81, start of frame) says them; null where it says none. */
function sizeOf(bytes: Uint8Array, kind: 'png' | 'jpg'): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'png')
    return bytes.length >= 24 && view.getUint32(12) === 0x49484452
      ? { width: view.getUint32(16), height: view.getUint32(20) }
      : null
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Where the office's pictures lie in the data folder. */
export const filesFolder = (context: Pick<HostContext, 'dataDir'>): string => join(context.dataDir, 'files')

/** Keeps a picture under a name made of its bytes, so that a new one has a new address. @returns the name. */
export async function keepPicture(
  context: Pick<HostContext, 'dataDir'>,
  file: File,
  as: 'logo' | 'photo',
  most: { bytes: number; text: string },
): Promise<string> {
  if (file.size > most.bytes) throw badFile('tooLarge', most.text)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = pictureKind(bytes)
  if (!kind || (as === 'photo' && kind === 'svg')) throw badFile('notAnImage', file.name)
  if (kind !== 'svg') {
    const size = sizeOf(bytes, kind)
    if (!size || size.width * size.height === 0) throw badFile('notAnImage', file.name)
    if (size.width * size.height > MOST_DOTS) throw badFile('tooLarge', '60 MP')
  }
  const name = `${as}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${kind}`
  await mkdir(filesFolder(context), { recursive: true })
  await writeFile(join(filesFolder(context), name), bytes)
  return name
}
