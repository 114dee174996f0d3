import { useEffect } from 'react'
import { pageOf } from '../../../shared/contract/documents.ts'
import { clockOf } from '../../../shared/domain/time.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { InLanguage } from '../paper/parts.tsx'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'
import type { OfficeProps } from './officeData.ts'

/** Between the papers of one visit and the next: whose follow, so that a stack is parted without reading. */
export function Separator({ request, data }: OfficeProps<'separator'>) {
  const laidOut = useLaidOut()
  const { visit, stops } = data
  useEffect(() => {
    if (visit) document.fonts.ready.then(laidOut).catch(error => fail(String(error)))
    else fail('There is no such visit')
  }, [visit, laidOut])
  if (!visit) return null
  const first = stops[0]?.item
  return (
    <Sheet page={pageOf(request)} className="separator">
      <div className="bar" />
      <p className="day">
        {request.day} {first && clockOf(first.startsAt)}
      </p>
      <h1>
        <InLanguage speak={data.speak} chinese={visit.title} latin={visit.titleLatin} />
      </h1>
      <p>
        <InLanguage speak={data.speak} chinese={visit.organization} latin={visit.organizationLatin} />
      </p>
      <p>
        {visit.code} · {data.speak.word(`grade.${visit.grade}`)} ·{' '}
        {data.speak.word('today.people', { count: headsOf(visit) })}
      </p>
      <p>
        {data.speak.word('fields.coordinator')} {data.speak.staff(visit.coordinator)} {visit.coordinatorPhone}
      </p>
    </Sheet>
  )
}
