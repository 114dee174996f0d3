/** A name that Windows, Mac and Linux all take: none of their forbidden characters, at most 100 long. */
export function fileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
}
