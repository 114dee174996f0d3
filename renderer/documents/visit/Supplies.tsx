import { pageOf } from '../../../shared/contract/documents.ts'
import { moneyText } from '../../../shared/domain/money.ts'
import { SUPPLY_KINDS } from '../../../shared/domain/plan/supplies.ts'
import { headsOf } from '../../../shared/domain/visit.ts'
import { InLanguage } from '../paper/InLanguage.tsx'
import { daysText, foot } from '../paper/itineraryParts.tsx'
import { type Block, groupedBlocks, Pages } from '../paper/Pages.tsx'
import { type DocumentProps, headBlock } from '../paper/parts.tsx'

/** What is fetched from the stock for this visit, to be ticked when it is handed out. */
export function Supplies({ request, data }: DocumentProps<'supplies'>) {
  const { label, plan } = data
  const lines = plan.allocations.filter(line => !line.returned)
  const blocks: Block[] = [
    headBlock(data, request, [
      [label('fields.day'), daysText(data)],
      [label('fields.headcount'), String(headsOf(data.visit) || '')],
    ]),
    ...groupedBlocks(
      'lines',
      [
        { title: ' ', width: '8mm' },
        { title: label('fields.supply'), width: 'auto' },
        { title: label('fields.amount'), width: '34mm' },
        { title: label('fields.quantity'), width: '26mm', right: true },
        { title: label('fields.value'), width: '28mm', right: true },
        { title: label('documents.received'), width: '34mm' },
      ],
      SUPPLY_KINDS.filter(kind => lines.some(line => line.kind === kind)).map(kind => ({
        title: label(`supplyKind.${kind}`),
        rows: lines
          .filter(line => line.kind === kind)
          .map(line => ({
            key: line.id,
            cells: [
              <span key="tick" className="tick" />,
              <InLanguage key="name" language={request.language} chinese={line.name} latin={line.latinName} />,
              line.perGuest ? `${line.amount} × ${label('fields.perGuest')}` : String(line.amount),
              `${line.quantity} ${line.unit}`,
              moneyText(line.quantity * line.unitValue),
              '',
            ],
          })),
      })),
    ),
  ]
  if (lines.length === 0)
    blocks.push({ key: 'none', keepWithNext: false, node: <p>{label('documents.noSupplies')}</p> })
  return <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
}
