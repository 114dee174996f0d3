import { pageOf } from '../../../shared/contract/documents.ts'
import { addDays, clockOf, dayOf, eachDay, weekdayOf } from '../../../shared/domain/time.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { InLanguage } from '../paper/InLanguage.tsx'
import { Content, placeOf } from '../paper/itineraryParts.tsx'
import { type Block, groupBlock, Pages } from '../paper/Pages.tsx'
import type { OfficeProps } from './officeData.ts'
import { OfficeHead, officeFoot } from './officeParts.tsx'

/** Seven days of visits, stop by stop: what a desk has in hand when the computer fails. */
export function WeekVisits({ request, data }: OfficeProps<'week-visits'>) {
  const { label, stops } = data
  const { language } = request
  const last = addDays(request.day, 6)
  const table = {
    key: 'stops',
    columns: [
      { title: label('fields.time'), width: '26mm' },
      { title: label('fields.visitTitle'), width: '58mm' },
      { title: label('fields.content'), width: 'auto' },
      { title: label('fields.place'), width: '48mm' },
      { title: label('fields.personInCharge'), width: '36mm' },
      { title: label('fields.vehicle'), width: '46mm' },
    ],
  }
  const rows = eachDay(request.day, last).flatMap((day): Block[] => {
    const own = stops.filter(stop => dayOf(stop.item.startsAt) === day)
    return [
      groupBlock(table, `${day} ${label(`weekday.${weekdayOf(day)}`)}`),
      ...(own.length === 0
        ? [
            {
              key: `${day}-none`,
              keepWithNext: false,
              table,
              node: (
                <tr>
                  <td colSpan={6} className="small">
                    {label('documents.noVisits')}
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
                  <b>{visit.grade}</b> <InLanguage language={language} chinese={visit.title} latin={visit.titleLatin} />
                  <div className="small">
                    {[visit.code, visit.coordinator, label('today.people', { count: headsOf(visit) })]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td>
                  <span className="what">
                    <Content item={item} of={{ label, language }} />
                  </span>
                  {item.notes && <div className="small">{item.notes}</div>}
                </td>
                <td>{placeOf(item, language)}</td>
                <td>
                  {item.personInCharge}
                  <div className="small">{item.phone}</div>
                </td>
                <td>
                  {item.vehicles.map(vehicle => (
                    <div key={vehicle.id}>
                      {vehicle.name} {vehicle.plate}
                      <div className="small">
                        {vehicle.driverName} {vehicle.driverPhone}
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
            <OfficeHead
              data={data}
              language={language}
              title={`${label('documents.week-visits')} · ${request.day} – ${last}`}
            />
          ),
        },
        ...rows,
      ]}
      foot={officeFoot(data)}
    />
  )
}
