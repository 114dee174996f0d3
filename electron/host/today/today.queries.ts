import { sql } from 'kysely'
import { addDays, type Day, daysBetween } from '../../../shared/domain/time.ts'
import type { Grade, ItemKind, VisitStatus } from '../../../shared/domain/visit.ts'
import type { Db } from '../acts/context.ts'

/** Visits in the house on a day, the earliest first. */
export async function arrivalsOn(db: Db, day: Day) {
  const { rows } = await sql<{
    visitId: string
    title: string
    titleLatin: string
    organization: string
    grade: Grade
    status: VisitStatus
    headcount: number
    head: string
    firstAt: string
    startsOn: string
    endsOn: string
    coordinator: string
  }>`select v.id as visitId, v.title, v.title_latin, v.organization, v.grade, v.status, v.coordinator,
      v.starts_on, v.ends_on,
      max(coalesce(v.headcount, 0), (select count(*) from guest where visit_id = v.id)) as headcount,
      coalesce((select name from guest where visit_id = v.id order by is_head desc, position limit 1), '') as head,
      coalesce((select min(starts_at) from itinerary_item where visit_id = v.id and substr(starts_at, 1, 10) = ${day}), '') as firstAt
    from visit as v
    where v.starts_on between ${addDays(day, -60)} and ${day} and v.ends_on >= ${day} and v.status not in ('cancelled', 'completed', 'archived')
    order by firstAt = '', firstAt, v.grade`.execute(db)
  return rows.map(({ startsOn, endsOn, ...row }) => ({
    ...row,
    dayNumber: daysBetween(startsOn, day) + 1,
    days: daysBetween(startsOn, endsOn) + 1,
  }))
}

/** What happens on a day, over all visits, in order of time. */
export async function itemsOn(db: Db, day: Day) {
  const { rows } = await sql<{
    itemId: string
    visitId: string
    title: string
    titleLatin: string
    grade: Grade
    status: VisitStatus
    kind: ItemKind
    content: string
    contentLatin: string
    place: string
    personInCharge: string
    startsAt: string
    endsAt: string
  }>`select i.id as itemId, v.id as visitId, v.title, v.title_latin, v.grade, v.status, i.kind, i.content, i.content_latin,
      coalesce((select r.name from booking b join resource r on r.id = b.resource_id
        where b.item_id = i.id and b.status <> 'cancelled' and r.kind = 'room'), i.place) as place,
      i.person_in_charge, i.starts_at, i.ends_at
    from itinerary_item as i join visit as v on v.id = i.visit_id
    where i.starts_at >= ${`${day}T00:00`} and i.starts_at < ${`${addDays(day, 1)}T00:00`} and v.status not in ('cancelled', 'completed', 'archived')
    order by i.starts_at, i.ends_at, i.id`.execute(db)
  return rows
}

/** Visits from today to two days ahead whose guests have no printed badge yet. */
export async function badgesToPrint(db: Db, day: Day) {
  const { rows } = await sql<{
    visitId: string
    title: string
    titleLatin: string
    startsOn: string
    unprinted: number
    total: number
  }>`
    select v.id as visitId, v.title, v.title_latin, v.starts_on, count(*) as total,
      sum(g.badge_printed_at is null) as unprinted
    from visit as v join guest as g on g.visit_id = v.id
    where v.starts_on between ${addDays(day, -60)} and ${addDays(day, 2)} and v.ends_on >= ${day}
      and v.status not in ('cancelled', 'completed', 'archived')
    group by v.id having unprinted > 0 order by v.starts_on, v.title`.execute(db)
  return rows
}
