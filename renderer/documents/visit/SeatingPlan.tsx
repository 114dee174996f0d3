import { useEffect } from 'react'
import { VISIT_PAPER } from '../../../shared/contract/documents.ts'
import { fact } from '../../../shared/domain/papers/outline.ts'
import { head } from '../../../shared/domain/papers/outlines/common.ts'
import { PAPERS } from '../../../shared/domain/papers/sheets.ts'
import { joined, whenOf } from '../../../shared/domain/papers/speaker.ts'
import { SeatingDrawing } from '../../seating/SeatingDrawing.tsx'
import { sitterName, sittingOf } from '../../seating/sitting.ts'
import { type DocumentProps, foot, PaperHead } from '../paper/parts.tsx'
import { Runs } from '../paper/Runs.tsx'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'

/** The room or the car drawn, names on the seats: one a page. */
export function SeatingPlan({ request, data }: DocumentProps<'seating-plan'>) {
  const laidOut = useLaidOut()
  const { speak } = data
  const latinNames = new Map(data.people.map(person => [person.name, person.latinName]))
  const wanted = data.seatings.filter(each => request.seating === '' || each.id === request.seating)
  const of = { items: data.items, guests: data.guests, assignments: data.assignments, trips: data.trips }
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
    const detail = guest ? guest.title : speak.word('seating.host')
    const latin = (guest ? guest.latinName : latinNames.get(found.name)) ?? ''
    // A seat has room for two lines: in both languages they are the two names.
    if (request.language === 'both' && latin !== '' && latin !== found.name) return { name: found.name, detail: latin }
    return { name: speak.name(found.name, latin), detail }
  }
  const shown = sittings.length > 0 ? sittings : [null]
  return shown.map((sitting, index) => (
    <Sheet
      page={pageFor(sitting?.plan)}
      className="flow seating-sheet"
      key={sitting?.seating.id ?? 'none'}
      style={{ padding: '16mm' }}
    >
      <PaperHead
        logo={data.settings.logo}
        head={head(
          data,
          speak,
          VISIT_PAPER['seating-plan'],
          sitting
            ? [
                fact(speak.word('fields.time'), whenOf(sitting.item)),
                fact(speak.word('fields.content'), speak.content(sitting.item)),
                fact(
                  speak.word('fields.place'),
                  sitting.trip ? joined([sitting.trip.vehicleName, sitting.trip.plate]) : speak.place(sitting.item),
                ),
              ]
            : [],
        )}
      />
      {sitting ? (
        <>
          <div className="seating-room">
            <SeatingDrawing
              plan={sitting.plan}
              nameOf={nameOf}
              label={speak.word('documents.seating-plan')}
              words={{
                door: speak.word('seating.door'),
                driver: sitting.seating.options.hostDrives
                  ? speak.word('seating.hostDrives')
                  : speak.word('seating.driver'),
                table: number => speak.word('seating.tableNumber', { number }),
              }}
            />
          </div>
          {sitting.plan.changed.size > 0 && <p className="small">{speak.word('seating.changedNote')}</p>}
          {sitting.plan.left.length > 0 && (
            <p>
              {speak.word('seating.unseated')}
              {speak.word('mark.colon')}
              <Runs runs={speak.listRuns(sitting.plan.left.flatMap(ref => nameOf(ref)?.name ?? []))} />
            </p>
          )}
        </>
      ) : (
        <p>{speak.word('seating.none')}</p>
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
