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
  const head = new TextDecoder().decode(bytes.slice(0, 1000)).trimStart()
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(head) ? 'svg' : null
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
  const name = `${as}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${kind}`
  await mkdir(filesFolder(context), { recursive: true })
  await writeFile(join(filesFolder(context), name), bytes)
  return name
}
