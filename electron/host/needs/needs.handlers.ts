import { sql } from 'kysely'
import { needs as needsContract } from '../../../shared/contract/needs.ts'
import { goneEnglish, VISIT_ENGLISH } from '../../../shared/domain/english.ts'
import type { GuestRow } from '../../db/tables.ts'
import { answers, type InputOf } from '../acts/answer.ts'
import type { HostContext } from '../acts/context.ts'
import { anywhere } from '../acts/like.ts'
import { perform, seen, updateRow } from '../acts/recorded.ts'
import { insertGuest } from '../guests/guests.handlers.ts'
import { nextPosition, toGuest } from '../guests/guests.queries.ts'
import { asVisit, listVisits, visitOf } from '../visits/visits.queries.ts'

/** How many earlier visits are worth a look. */
const MOST = 30

export async function organization(context: HostContext, input: InputOf<typeof needsContract.organization>) {
  if (input.organization === '') return []
  const { rows } = await listVisits(context.db, {
    text: '',
    organization: input.organization,
    statuses: [],
    grades: [],
    sort: 'startsOn',
    descending: true,
    offset: 0,
    limit: MOST,
  })
  return rows.filter(row => row.id !== input.exceptId)
}

export async function organizations(
  context: HostContext,
  input: InputOf<typeof needsContract.organizations>,
): Promise<string[]> {
  const like = anywhere(input.text)
  const { rows } = await sql<{ organization: string }>`select organization from visit
    where organization <> '' and organization like ${like} escape '\\'
    group by organization order by count(*) desc, max(starts_on) desc limit 12`.execute(context.db)
  return rows.map(row => row.organization)
}

export async function knownGuests(context: HostContext, input: InputOf<typeof needsContract.knownGuests>) {
  if (input.name === '' && input.phone === '') return []
  const { rows } = await sql<GuestRow & { visitTitle: string; visitedOn: string }>`
    select g.*, v.title as visit_title, v.starts_on as visited_on from guest as g join visit as v on v.id = g.visit_id
    where g.visit_id <> ${input.visitId} and v.status <> 'cancelled'
      and ((${input.name} <> '' and g.name = ${input.name}) or (${input.phone} <> '' and g.phone = ${input.phone}))
    order by v.starts_on desc limit 60`.execute(context.db)
  const known = new Set<string>()
  return rows.flatMap(({ visitTitle, visitedOn, ...row }) => {
    const person = `${row.name} ${row.organization} ${row.phone}`
    if (known.has(person)) return []
    known.add(person)
    return [{ ...toGuest(row), visitTitle, visitedOn }]
  })
}

export function take(context: HostContext, input: InputOf<typeof needsContract.take>) {
  return perform(context, async (tx, act) => {
    const before = await visitOf(tx, input.visitId)
    await seen('visit', before, input.revision, () => asVisit(tx, before))
    const patch = { ...goneEnglish(before, input.patch, VISIT_ENGLISH), ...input.patch }
    const after = await updateRow(tx, act, 'visit', before, patch)
    let position = await nextPosition(tx, before.id)
    for (const guest of input.guests)
      await insertGuest(context, tx, act, { ...guest, visitId: before.id, position: position++ })
    return { visit: await asVisit(tx, after), added: input.guests.length }
  })
}

/** What this file answers of the contract's `needs`. */
export const needsAnswers = answers(needsContract, { organization, organizations, knownGuests, take })
