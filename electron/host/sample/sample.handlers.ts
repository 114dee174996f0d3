import { sql } from 'kysely'
import { sample as sampleContract } from '../../../shared/contract/sample.ts'
import { dayOf } from '../../../shared/domain/time.ts'
import { answers } from '../acts/answer.ts'
import { wallClock } from '../acts/clock.ts'
import type { HostContext } from '../acts/context.ts'
import { notAllowed } from '../acts/errors.ts'
import { perform } from '../acts/recorded.ts'
import { update } from '../office/office.handlers.ts'
import { countAll, officeSettingsOf } from '../office/office.queries.ts'
import { decideSample, loadSampleInto, readSample, removeSampleFrom, tickSample } from './sample.ts'

export async function loadSample(context: HostContext) {
  const { rooms, vehicles, visits } = await countAll(context.db)
  if (rooms + vehicles + visits > 0) throw notAllowed('officeNotEmpty')
  const settings = await officeSettingsOf(context.db)
  const today = dayOf(wallClock(context.clock(), settings.timeZone))
  const loaded = await perform(context, async (tx, act) => ({ visits: await loadSampleInto(context, tx, act, today) }))
  await perform(context, async (tx, act) => {
    await decideSample(context, tx, act)
    await tickSample(context, tx, act)
    return {}
  })
  if (settings.companyName === '')
    await update(context, { revision: settings.revision, patch: readSample(context.root).office })
  return { visits: loaded.visits }
}

export async function removeSample(context: HostContext) {
  const { hasSample } = await countAll(context.db)
  if (!hasSample) throw notAllowed('noSample')
  const { visits, resources } = await perform(context, (tx, act) => removeSampleFrom(tx, act))
  const settings = await officeSettingsOf(context.db)
  const { office } = readSample(context.root)
  if (settings.companyName === office.companyName) {
    const shipped = new Set(office.travel.map(each => `${each.fromPlace} ${each.toPlace}`))
    const travel = settings.travel.filter(each => !shipped.has(`${each.fromPlace} ${each.toPlace}`))
    await update(context, { revision: settings.revision, patch: { companyName: '', companyLatin: '', travel } })
  }
  await sql`insert into search (search) values ('optimize')`.execute(context.writer)
  return { visits, resources }
}

/** What this file answers of the contract's `sample`. */
export const sampleAnswers = answers(sampleContract, { load: loadSample, remove: removeSample })
