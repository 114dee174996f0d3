/** What can be wrong with the disk or the file, and is nobody's mistake in the program. */
export type Trouble = 'BUSY' | 'DISK_FULL' | 'UNWRITABLE'

const CODES: readonly (readonly [begins: string, trouble: Trouble])[] = [
  ['SQLITE_BUSY', 'BUSY'],
  ['SQLITE_FULL', 'DISK_FULL'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['SQLITE_READONLY', 'UNWRITABLE'],
  ['SQLITE_CANTOPEN', 'UNWRITABLE'],
  ['SQLITE_IOERR', 'UNWRITABLE'],
  ['EACCES', 'UNWRITABLE'],
  ['EPERM', 'UNWRITABLE'],
  ['EROFS', 'UNWRITABLE'],
]

/** The trouble behind an error, through its causes; null for any other error. */
export function troubleOf(error: unknown): Trouble | null {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const code = 'code' in each && typeof each.code === 'string' ? each.code : ''
    const known = CODES.find(([begins]) => code.startsWith(begins))
    if (known) return known[1]
  }
  return null
}
