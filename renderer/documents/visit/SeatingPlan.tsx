import { useEffect } from 'react'
import { PAPERS } from '../../../shared/domain/papers/sheets.ts'
import { SeatingDrawing } from '../../seating/SeatingDrawing.tsx'
import { sitterName, sittingOf } from '../../seating/sitting.ts'
import { inLanguage } from '../paper/documentData.ts'
import { contentOf, foot, ItineraryHead, placeOf } from '../paper/itineraryParts.tsx'
import { type DocumentProps, Names, whenOf } from '../paper/parts.tsx'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'

/** The room or the car drawn, names on the seats: one a page. */
export function SeatingPlan({ request, data }: DocumentProps<'seating-plan'>) {
  const laidOut = useLaidOut()
  const { label } = data
  const wanted = data.seatings.filter(each => request.seating === '' || each.id === request.seating)
  const of = { items: data.items, guests: data.guests, assignments: data.plan.assignments, trips: data.plan.trips }
  const sittings = wanted.flatMap(seating => {
    const sitting = sittingOf(seating, of)
    return sitting ? [{ seating, ...sitting }] : []
  })
  useEffect(() => {
    document.fonts.ready.then(laidOut).catch(error => fail(String(error)))
  }, [laidOut])
  const nameOf = (ref: string) => {
    const found = sitterName(ref, data.guests)
    if (!found) return null
    const { guest } = found
    const detail = guest ? guest.title : label('seating.host')
    const latin = (guest ? guest.latinName : data.people.get(found.name)) ?? ''
    // A seat has room for two lines: in both languages they are the two names.
    if (request.language === 'both' && latin !== '' && latin !== found.name) return { name: found.name, detail: latin }
    return { name: inLanguage(request.language, found.name, latin), detail }
  }
  const shown = sittings.length > 0 ? sittings : [null]
  return shown.map((sitting, index) => (
    <Sheet
      page={pageFor(sitting?.plan)}
      className="flow seating-sheet"
      key={sitting?.seating.id ?? 'none'}
      style={{ padding: '16mm' }}
    >
      <ItineraryHead
        data={data}
        language={request.language}
        secret
        title={label('documents.seating-plan')}
        facts={
          sitting
            ? [
                [label('fields.time'), whenOf(sitting.item)],
                [label('fields.content'), contentOf(sitting.item, data)],
                [
                  label('fields.place'),
                  sitting.trip
                    ? [sitting.trip.vehicleName, sitting.trip.plate].filter(Boolean).join(' ')
                    : placeOf(sitting.item, request.language),
                ],
              ]
            : []
        }
      />
      {sitting ? (
        <>
          <div className="seating-room">
            <SeatingDrawing
              plan={sitting.plan}
              nameOf={nameOf}
              label={label('documents.seating-plan')}
              words={{
                door: label('seating.door'),
                driver: sitting.seating.options.hostDrives ? label('seating.hostDrives') : label('seating.driver'),
                table: number => label('seating.tableNumber', { number }),
              }}
            />
          </div>
          {sitting.plan.changed.size > 0 && <p className="small">{label('seating.changedNote')}</p>}
          {sitting.plan.left.length > 0 && (
            <p>
              {label('seating.unseated')}
              {label('mark.colon')}
              <Names names={sitting.plan.left.flatMap(ref => nameOf(ref)?.name ?? [])} label={label} />
            </p>
          )}
        </>
      ) : (
        <p>{label('seating.none')}</p>
      )}
      <footer className="flow-foot" style={{ left: '16mm', right: '16mm', bottom: '10mm' }}>
        {foot(data)(index + 1, shown.length)}
      </footer>
    </Sheet>
  ))
}

/** A4 the way up on which the drawing comes out larger. */
const pageFor = (plan?: { width: number; height: number }) =>
  plan && plan.width > plan.height ? PAPERS.a4Landscape : PAPERS.a4
