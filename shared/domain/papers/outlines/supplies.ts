import { moneyText } from '../../money.ts'
import { SUPPLY_KINDS } from '../../plan/supplies.ts'
import { fact, type Outline, type Part, row, TICK } from '../outline.ts'
import type { Speaker } from '../speaker.ts'
import type { Told } from '../told.ts'
import { daysFact, head, headsText, nothing, outline, type PaperName } from './common.ts'

/** What is fetched from the stock for this visit, to be ticked when it is handed out. */
export function suppliesOutline(told: Told, speak: Speaker, paper: PaperName): Outline {
  const lines = told.allocations.filter(line => !line.returned)
  return outline(told, speak, paper, { margin: 16 }, [
    head(told, speak, paper, [
      daysFact(told.visit, speak),
      fact(speak.word('fields.headcount'), headsText(told.visit)),
    ]),
    ...(lines.length === 0 ? [nothing(speak.word('documents.noSupplies'))] : [byKind(lines, speak)]),
  ])
}

const byKind = (lines: Told['allocations'], speak: Speaker): Part => ({
  kind: 'table',
  key: 'lines',
  columns: [
    { title: ' ', width: 8 },
    { title: speak.word('fields.supply'), width: 'rest' },
    { title: speak.word('fields.amount'), width: 34 },
    { title: speak.word('fields.quantity'), width: 26, right: true },
    { title: speak.word('fields.value'), width: 28, right: true },
    { title: speak.word('documents.received'), width: 34 },
  ],
  groups: SUPPLY_KINDS.filter(kind => lines.some(line => line.kind === kind)).map(kind => ({
    title: speak.word(`supplyKind.${kind}`),
    rows: lines
      .filter(line => line.kind === kind)
      .map(line =>
        row(
          line.id,
          TICK,
          speak.runs(line.name, line.latinName),
          line.perGuest ? `${line.amount} × ${speak.word('fields.perGuest')}` : line.amount,
          `${line.quantity} ${line.unit}`,
          moneyText(line.quantity * line.unitValue),
          '',
        ),
      ),
  })),
})
