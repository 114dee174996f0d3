import type { HostContext, Tx } from './context.ts'

/** What a new office starts with is brought once: whoever removes some of it has removed it. */
export async function shipOnce(context: HostContext, key: string, bring: (tx: Tx) => Promise<void>): Promise<void> {
  await context.writer.transaction().execute(async tx => {
    if (await tx.selectFrom('setting').select('key').where('key', '=', key).executeTakeFirst()) return
    await bring(tx)
    await tx.insertInto('setting').values({ key, value: '"shipped"' }).execute()
  })
}
