import { CalendarOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { dutiesOfPerson } from '../../shared/domain/plan/staffing.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { exportAddress } from '../base/addresses.ts'
import { query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'

/** Who does what, people down and stops across: a person's day is read along the line. */
export function PeopleMatrix({ visit, items }: { visit: Visit; items: Item[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data: duties = [] } = useQuery(query.staffing.duties.queryOptions({ input: { visitId: visit.id } }))
  const names = [...new Set(duties.map(duty => duty.name))]
  if (names.length === 0) return <p className="soft">{t('staffing.nobody')}</p>
  return (
    <div className="matrix-scroll">
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{t('staffing.person')}</th>
            {items.map(item => (
              <th key={item.id} scope="col" title={item.content}>
                <span className="numeric">
                  {dayOf(item.startsAt).slice(5)} {clockOf(item.startsAt)}
                </span>
                <span className="stop">{item.content || t(`itemKind.${item.kind}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map(name => {
            const stops = new Map(dutiesOfPerson(duties, name).map(stop => [stop.itemId, stop]))
            const phone = [...stops.values()].find(stop => stop.phone !== '')?.phone ?? ''
            return (
              <tr key={name}>
                <th scope="row">
                  <Link
                    to="/print"
                    search={{ visit: visit.id, kind: 'run-sheet', person: name }}
                    title={t('staffing.runSheet', { name })}
                  >
                    {name} <PrinterOutlined aria-hidden />
                  </Link>
                  <a
                    href={exportAddress({
                      what: 'duties',
                      format: 'ics',
                      person: name,
                      from: visit.startsOn,
                      until: visit.endsOn,
                      language,
                    })}
                    download
                    title={t('share.ofPerson', { name })}
                    aria-label={t('share.ofPerson', { name })}
                  >
                    <CalendarOutlined aria-hidden />
                  </a>
                  <span className="soft numeric">{phone}</span>
                </th>
                {items.map(item => (
                  <td key={item.id}>
                    {stops
                      .get(item.id)
                      ?.roles.map(role => t(`assignmentRole.${role}`))
                      .join(t('mark.list'))}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
