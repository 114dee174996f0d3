import { pageOf } from '../../../shared/contract/documents.ts'
import { addDays, clockOf, dayOf, eachDay, weekdayOf } from '../../../shared/domain/time.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { type Block, groupBlock } from '../paper/blocks.tsx'
import { Pages } from '../paper/Pages.tsx'
import { InLanguage } from '../paper/parts.tsx'
import { Runs } from '../paper/Runs.tsx'
import type { OfficeProps } from './officeData.ts'
import { OfficeHead, officeFoot } from './officeParts.tsx'

/** Seven days of visits, stop by stop: what a desk has in hand when the computer fails. */
export function WeekVisits({ request, data }: OfficeProps<'week-visits'>) {
  const { stops } = data
  const last = addDays(request.day, 6)
  const table = {
    key: 'stops',
    columns: [
      { title: data.speak.word('fields.time'), width: '26mm' },
      { title: data.speak.word('fields.visitTitle'), width: '58mm' },
      { title: data.speak.word('fields.content'), width: 'auto' },
      { title: data.speak.word('fields.place'), width: '48mm' },
      { title: data.speak.word('fields.personInCharge'), width: '36mm' },
      { title: data.speak.word('fields.vehicle'), width: '46mm' },
    ],
  }
  const rows = eachDay(request.day, last).flatMap((day): Block[] => {
    const own = stops.filter(stop => dayOf(stop.item.startsAt) === day)
    return [
      groupBlock(table, `${day} ${data.speak.word(`weekday.${weekdayOf(day)}`)}`),
      ...(own.length === 0
        ? [
            {
              key: `${day}-none`,
              keepWithNext: false,
              table,
              node: (
                <tr>
                  <td colSpan={6} className="small">
                    {data.speak.word('documents.noVisits')}
                  </td>
                </tr>
              ),
            },
          ]
        : own.map(({ visit, item }) => ({
            key: item.id,
            keepWithNext: false,
            table,
            node: (
              <tr>
                <td className="when">
                  {clockOf(item.startsAt)}–{clockOf(item.endsAt)}
                </td>
                <td>
                  <b>{visit.grade}</b> <InLanguage speak={data.speak} chinese={visit.title} latin={visit.titleLatin} />
                  <div className="small">
                    {[
                      visit.code,
                      data.speak.staff(visit.coordinator),
                      data.speak.word('today.people', { count: headsOf(visit) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td>
                  <span className="what">
                    <Runs runs={data.speak.contentRuns(item)} />
                  </span>
                  {item.notes && <div className="small">{item.notes}</div>}
                </td>
                <td>{data.speak.place(item)}</td>
                <td>
                  {data.speak.staff(item.personInCharge)}
                  <div className="small">{item.phone}</div>
                </td>
                <td>
                  {item.vehicles.map(vehicle => (
                    <div key={vehicle.id}>
                      {vehicle.name} {vehicle.plate}
                      <div className="small">
                        {data.speak.staff(vehicle.driverName)} {vehicle.driverPhone}
                      </div>
                    </div>
                  ))}
                </td>
              </tr>
            ),
          }))),
    ]
  })
  return (
    <Pages
      page={pageOf(request)}
      margin={12}
      blocks={[
        {
          key: 'head',
          keepWithNext: true,
          node: (
            <OfficeHead data={data} title={`${data.speak.word('documents.week-visits')} · ${request.day} – ${last}`} />
          ),
        },
        ...rows,
      ]}
      foot={officeFoot(data)}
    />
  )
}
