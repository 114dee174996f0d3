import { sql } from 'kysely'
import type { BusyStaff } from '../../../shared/contract/staffing.ts'
import { type Clash, clashesOf, type Duty } from '../../../shared/domain/plan/staffing.ts'
import type { Db } from '../acts/context.ts'

/** Who is in charge, assigned or driving, at stops that a condition picks; cancelled visits left out. */
const duties = (condition: ReturnType<typeof sql>) => sql<Duty>`
  select i.person_in_charge as name, i.phone, i.id as itemId, i.visit_id, 'inCharge' as role,
    case when i.content <> '' then i.content else '@itemKind.' || i.kind end as content, i.starts_at, i.ends_at
  from itinerary_item as i where i.person_in_charge <> '' and ${condition}
  union all
  select a.name, a.phone, i.id, i.visit_id, a.role,
    case when i.content <> '' then i.content else '@itemKind.' || i.kind end, i.starts_at, i.ends_at
  from itinerary_item as i join assignment as a on a.item_id = i.id where ${condition}
  union all
  select t.driver_name, t.driver_phone, i.id, i.visit_id, 'driver',
    case when i.content <> '' then i.content else '@itemKind.' || i.kind end, i.starts_at, i.ends_at
  from itinerary_item as i join trip as t on t.item_id = i.id where t.driver_name <> '' and ${condition}`

/** Everybody's duties at a visit's stops, by time. */
export async function dutiesOfVisit(db: Db, visitId: string): Promise<Duty[]> {
  const { rows } =
    await sql<Duty>`select * from (${duties(sql`i.visit_id = ${visitId}`)}) order by starts_at, name`.execute(db)
  return rows
}

/** What the same people do at stops of other visits that are still on, between two moments. */
export async function dutiesElsewhere(
  db: Db,
  visitId: string,
  names: readonly string[],
  from: string,
  until: string,
): Promise<Duty[]> {
  if (names.length === 0) return []
  const around = sql`i.starts_at < ${until} and i.ends_at > ${from} and i.visit_id <> ${visitId}
    and i.visit_id in (select id from visit where status not in ('cancelled', 'archived'))`
  const { rows } = await sql<Duty>`select * from (${duties(around)})
    where name in (select value from json_each(${JSON.stringify(names)}))`.execute(db)
  return rows
}

/** What one person has to do at stops that are still on, between two moments, by time. */
export async function dutiesOfName(db: Db, name: string, from: string, until: string): Promise<Duty[]> {
  const around = sql`i.starts_at < ${until} and i.ends_at > ${from}
    and i.visit_id in (select id from visit where status <> 'cancelled')`
  const { rows } = await sql<Duty>`select * from (${duties(around)}) where name = ${name} order by starts_at`.execute(
    db,
  )
  return rows
}

/** Staff who have something to do at a stop that is still on between two moments, and are not booked for it. */
export async function busyStaff(db: Db, from: string, until: string): Promise<BusyStaff[]> {
  const around = sql`i.starts_at < ${until} and i.ends_at > ${from}`
  const { rows } = await sql<BusyStaff>`
    select distinct r.id as resource_id, d.itemId, v.id as visit_id, v.title, v.title_latin, v.grade, v.status,
      d.content, d.starts_at, d.ends_at
    from (${duties(around)}) as d
    join visit as v on v.id = d.visit_id and v.status <> 'cancelled'
    join resource as r on r.kind = 'person' and r.removed = 0 and r.name = trim(d.name)
    where not exists (
      select 1 from booking as b where b.item_id = d.itemId and b.resource_id = r.id and b.status <> 'cancelled'
    )
    order by d.starts_at, r.id`.execute(db)
  return rows
}

/** Two places at once, of this visit's people: among its own stops, and with other visits' stops. */
export async function clashesOfVisit(db: Db, visitId: string): Promise<Clash[]> {
  const own = await dutiesOfVisit(db, visitId)
  const from = own.map(duty => duty.startsAt).sort()[0]
  const until = own
    .map(duty => duty.endsAt)
    .sort()
    .at(-1)
  if (!from || !until) return []
  const names = [...new Set(own.map(duty => duty.name))]
  const elsewhere = await dutiesElsewhere(db, visitId, names, from, until)
  return clashesOf([...own, ...elsewhere]).filter(
    clash => clash.first.visitId === visitId || clash.second.visitId === visitId,
  )
}
