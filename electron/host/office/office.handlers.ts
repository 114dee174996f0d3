import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OfficeFields, OfficeSettings } from '../../../shared/contract/office.ts'
import { office as officeContract } from '../../../shared/contract/office.ts'
import { dayOf } from '../../../shared/domain/time.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import { wallClock } from '../acts/clock.ts'
import type { HostContext } from '../acts/context.ts'
import { stale } from '../acts/errors.ts'
import { perform } from '../acts/recorded.ts'
import { filesFolder, keepPicture } from '../files/pictures.ts'
import { countAll, officeSettingsOf } from './office.queries.ts'

export const settings = (context: HostContext): Promise<OfficeSettings> => officeSettingsOf(context.db)

export function update(context: HostContext, input: InputOf<typeof officeContract.update>) {
  return perform(context, async tx => {
    const before = await officeSettingsOf(tx)
    if (before.revision !== input.revision) throw stale('office', 'office', before)
    const next = { ...before, ...input.patch, revision: before.revision + 1 }
    await tx
      .insertInto('setting')
      .values({ key: 'office', value: JSON.stringify(next), revision: next.revision })
      .onConflict(conflict =>
        conflict.column('key').doUpdateSet({ value: JSON.stringify(next), revision: next.revision }),
      )
      .execute()
    return { settings: next }
  })
}

const MOST_LOGO_BYTES = 1_000_000

export async function setLogo(context: HostContext, input: InputOf<typeof officeContract.setLogo>) {
  const name = input.file
    ? await keepPicture(context, input.file, 'logo', { bytes: MOST_LOGO_BYTES, text: '1 MB' })
    : ''
  const before = await officeSettingsOf(context.db)
  const { settings: after } = await update(context, {
    revision: before.revision,
    patch: { logo: name } as Partial<OfficeFields>,
  })
  await mkdir(filesFolder(context), { recursive: true })
  for (const old of await readdir(filesFolder(context)))
    if (old.startsWith('logo-') && old !== name) await rm(join(filesFolder(context), old))
  return { settings: after }
}

export async function state(context: HostContext) {
  const { timeZone } = await officeSettingsOf(context.db)
  const now = wallClock(context.clock(), timeZone)
  return { ...(await countAll(context.db)), now, today: dayOf(now) }
}

/** Every change as it is made, until the window goes away or the host closes. */
export async function* changes(context: HostContext, signal: AbortSignal | undefined) {
  const ends = [context.closing, ...(signal ? [signal] : [])]
  try {
    for await (const change of context.changes.subscribe('act', { signal: AbortSignal.any(ends) })) yield change
  } catch (error) {
    if (!ends.some(each => each.aborted)) throw error
  }
}

/** What this file answers of the contract's `office`. */
export const officeAnswers = answers(officeContract, {
  settings,
  update,
  setLogo,
  state,
  changes: (context, _, signal) => changes(context, signal),
})
