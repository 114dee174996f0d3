import { sql } from 'kysely'
import type { ResourceKind } from '../../../shared/domain/visit.ts'
import type { Db } from '../acts/context.ts'

export interface FoundEntry {
  kind: 'visit' | 'guest' | 'organization' | ResourceKind
  id: string
  visitId: string | null
  title: string
  detail: string
}

/** The best entries for an FTS5 expression, guests with their visit and its day, which tell namesakes apart; organizations that no visit names any more are passed over. */
export async function searchEntries(db: Db, expression: string, limit: number): Promise<FoundEntry[]> {
  const { rows } = await sql<FoundEntry>`
    select e.kind, e.entity_id as id, e.visit_id, e.title,
      case when e.kind = 'guest' and v.id is not null
        then trim(e.detail || ' · ' || v.title || ' ' || v.starts_on, ' ·') else e.detail end as detail
    from (select rowid, rank from search where search match ${expression} order by rank limit ${limit}) as hit
    join search_entry as e on e.number = hit.rowid
    left join visit as v on v.id = e.visit_id
    where e.kind <> 'organization' or exists (select 1 from visit where organization = e.title)
    order by hit.rank`.execute(db)
  return rows
}
