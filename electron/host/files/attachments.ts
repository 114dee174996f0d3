import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { cleanText, cut } from '../../../shared/domain/text.ts'
import type { WallTime } from '../../../shared/domain/time.ts'
import type { AttachmentRow } from '../../db/tables.ts'
import type { Act, Db, HostContext, Tx } from '../acts/context.ts'
import { badFile } from '../acts/errors.ts'
import { insertRow } from '../acts/recorded.ts'

/** Largest file that is kept, bytes. */
const MOST_BYTES = 20_000_000

export const attachmentsFolder = (context: Pick<HostContext, 'dataDir'>): string => join(context.dataDir, 'attachments')

/**
 * Copies a file into the data folder under a name of ours, before the transaction that keeps its row: a copy without a row does
 * no harm, a row without its file would.
 * @throws BAD_FILE
 */
export async function copyFile(
  context: HostContext,
  file: File,
): Promise<{ name: string; file: string; bytes: number }> {
  if (file.size > MOST_BYTES) throw badFile('tooLarge', '20 MB')
  if (file.size === 0) throw badFile('empty', file.name)
  const ending = /^\.[a-z0-9]{1,8}$/i.test(extname(file.name)) ? extname(file.name).toLowerCase() : '.bin'
  const kept = `${context.newId()}${ending}`
  await mkdir(attachmentsFolder(context), { recursive: true })
  await writeFile(join(attachmentsFolder(context), kept), new Uint8Array(await file.arrayBuffer()))
  return { name: cut(cleanText(file.name), 200) || kept, file: kept, bytes: file.size }
}

export async function keepAttachment(
  context: HostContext,
  tx: Tx,
  act: Act,
  of: { visitId: string; taskId: string | null; decisionId: string | null; addedAt: WallTime },
  copy: { name: string; file: string; bytes: number },
): Promise<AttachmentRow> {
  return insertRow(tx, act, 'attachment', { ...of, ...copy, id: context.newId(), addedBy: context.actor })
}

export function findAttachment(db: Db, id: string): Promise<AttachmentRow | undefined> {
  return db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
}
