import { cleanText, cut } from '../../../shared/domain/text.ts'

/** A name that Windows, Mac and Linux all take: none of their forbidden characters, at most 100 long, no character cut in two. */
export function fileName(name: string): string {
  const plain = cleanText(name)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return cut(plain, 100)
}
