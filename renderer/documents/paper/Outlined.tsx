import type { Column, Outline, Part, TablePart } from '../../../shared/domain/papers/outline.ts'
import type { Size } from '../../../shared/domain/papers/sheets.ts'
import { qrPath } from '../../badges/BadgeFace.tsx'
import { type Block, groupBlock, headingBlock, rowBlocks, type TableColumn } from './blocks.tsx'
import { Pages } from './Pages.tsx'
import { PaperHead, writeLines } from './parts.tsx'
import { CellContent, Lines, Runs } from './Runs.tsx'

/** An outline drawn as pages: what it says is said by `shared/domain/papers`. */
export function Outlined({ outline, page, logo }: { outline: Outline; page: Size; logo: string }) {
  const pages = (
    <Pages
      page={page}
      margin={outline.margin}
      blocks={outline.parts.flatMap(part => blocksOf(part, logo))}
      foot={(number, of) => (
        <>
          <span>{outline.foot}</span>
          <span>{outline.pages.replaceAll('{page}', String(number)).replaceAll('{pages}', String(of))}</span>
        </>
      )}
    />
  )
  return outline.single ? <div className="single-column">{pages}</div> : pages
}

function blocksOf(part: Part, logo: string): Block[] {
  switch (part.kind) {
    case 'head':
      return [
        {
          key: part.key,
          keepWithNext: true,
          startsPage: part.startsPage ?? false,
          node: <PaperHead head={part} logo={logo} />,
        },
      ]
    case 'heading':
      return [headingBlock(part.key, part.text)]
    case 'table':
      return tableBlocksOf(part)
    case 'room':
      return [writeLines(part.key, part.count)]
    case 'form':
      return part.rows.map(row => ({
        key: row.key,
        keepWithNext: false,
        node: (
          <div className={`form-row ${row.tall ? 'tall' : ''}`}>
            <span>{row.question}</span>
            <span>{row.answer}</span>
          </div>
        ),
      }))
    default:
      return [
        {
          key: part.key,
          keepWithNext: part.kind === 'text' && part.look !== undefined,
          node: <PartNode part={part} />,
        },
      ]
  }
}

type Whole = Extract<Part, { kind: 'facts' | 'text' | 'list' | 'signatures' | 'contact' }>

/** A part that is never broken. */
function PartNode({ part }: { part: Whole }) {
  switch (part.kind) {
    case 'facts':
      return (
        <dl className="flow-list">
          {part.facts
            .filter(({ value }) => value.length > 0)
            .map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Lines lines={value} />
                </dd>
              </div>
            ))}
        </dl>
      )
    case 'text':
      return (
        <p className={part.look === undefined ? undefined : LOOKS[part.look]}>
          <Lines lines={part.lines} />
        </p>
      )
    case 'list':
      return (
        <ul className="menu-lines">
          {part.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dish may come twice, and a paper never changes.
            <li key={index}>{item}</li>
          ))}
        </ul>
      )
    case 'signatures':
      return (
        <div className="signatures">
          {part.boxes.map((box, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: who signs has no other name than the place in the chain.
            <div key={index} className="box">
              {box.who !== '' && <span className="what">{box.who}</span>}
              <span>
                <Lines lines={box.decided} />
              </span>
              {box.sign !== '' && <span className="line">{box.sign}</span>}
            </div>
          ))}
        </div>
      )
    case 'contact':
      return <ContactCard part={part} />
  }
}

const LOOKS = { plate: 'big-plate', intro: 'intro' } as const

function ContactCard({ part }: { part: Extract<Part, { kind: 'contact' }> }) {
  const { path, modules } = qrPath(part.card)
  return (
    <div className="contact-card">
      <svg viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label="vCard" shapeRendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
      <div>
        <b>
          <Runs runs={part.name} />
        </b>{' '}
        {part.phone}
        <div className="small">{part.note}</div>
      </div>
    </div>
  )
}

function tableBlocksOf(part: TablePart): Block[] {
  const table = {
    key: part.key,
    columns: part.columns.map(
      (column): TableColumn => ({
        title: column.title,
        width: widthOf(column),
        right: column.right ?? false,
        when: column.when ?? false,
      }),
    ),
    toFill: part.toFill ?? false,
  }
  return part.groups.flatMap(group => {
    const rows = rowBlocks(
      table,
      group.rows.map(row => ({
        key: row.key,
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name than its column.
        cells: row.cells.map((cell, index) => <CellContent key={index} cell={cell} />),
      })),
    )
    return [
      ...(group.title === '' ? [] : [groupBlock(table, group.title)]),
      ...(part.loose ? rows.map(row => ({ ...row, keepWithNext: false })) : rows),
    ]
  })
}

const widthOf = ({ width }: Column): string =>
  typeof width === 'number' ? `${width}mm` : width === 'rest' ? 'auto' : width
