import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import {
  type Fact,
  fact,
  type HeadPart,
  type Line,
  type Outline,
  type Part,
  type Row,
  type Run,
  type TablePart,
  textOf,
} from '../../../../shared/domain/papers/outline.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '9AA3A6' }
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE }
/** A4 between margins of 20 mm, in twentieths of a point. */
const PAGE_WIDTH = 9638
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei' }

/**
 * A Word file (ECMA-376): real headings, tables whose titles come again on every page and whose rows do not break, a table for signatures,
 * page numbers in the foot.
 */
export async function writeOutline(outline: Outline): Promise<Uint8Array> {
  const document = new Document({
    title: outline.title,
    creator: outline.company,
    styles: {
      default: {
        document: { run: { font: FONT, size: 21 } },
        title: { run: { font: FONT, size: 40, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: {
          run: { font: FONT, size: 26, bold: true, color: '111111' },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
      },
    },
    sections: [{ ...PAGE, footers: { default: footer(outline) }, children: outline.parts.flatMap(written) }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const PAGE: Pick<ISectionOptions, 'properties'> = {
  properties: {
    page: {
      size: { width: 11906, height: 16838 },
      margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
    },
  },
}

type Written = (Paragraph | Table)[]

function written(part: Part): Written {
  switch (part.kind) {
    case 'head':
      return headOf(part)
    case 'heading':
      return [headingOf(part.text)]
    case 'facts':
      return part.facts.flatMap(factOf)
    case 'table':
      return part.groups.flatMap(({ title, rows }) => [
        ...(title === '' ? [] : [headingOf(title)]),
        tableOf(part, rows),
      ])
    case 'text':
      return part.lines.map(line => new Paragraph({ children: runsOf(line.runs) }))
    case 'list':
      return part.items.map(text => new Paragraph({ children: [new TextRun(text)] }))
    case 'form':
      return part.rows.flatMap(row => factOf(fact(row.question, row.answer || ' ')))
    case 'room':
      return Array.from({ length: part.count }, writingLine)
    case 'signatures':
      return [new Paragraph(''), signatures(part.boxes)]
    case 'contact':
      // A code for a phone's camera is for paper: the name and the number stand in the head.
      return []
  }
}

const headOf = (head: HeadPart): Written => [
  ...(head.secret === ''
    ? []
    : [new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ text: head.secret, bold: true })] })]),
  new Paragraph({
    pageBreakBefore: head.startsPage ?? false,
    children: [new TextRun({ text: textOf({ runs: head.company }), color: '444444' })],
  }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(textOf({ runs: head.title }))] }),
  new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: head.paper, size: 26 })] }),
  ...head.facts.flatMap(factOf),
]

const headingOf = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] })

const factOf = ({ label, value }: Fact): Paragraph[] =>
  value.length === 0
    ? []
    : [
        new Paragraph({
          spacing: { after: 40 },
          children: [new TextRun({ text: `${label}　`, bold: true }), ...linesOf(value)],
        }),
      ]

/** Lines one below the other in one paragraph. */
const linesOf = (lines: readonly Line[]): TextRun[] =>
  lines.flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    ...runsOf(line.small ? line.runs.map(run => ({ ...run, small: true })) : line.runs),
  ])

/** Runs of a line, with the breaks that somebody typed. */
const runsOf = (runs: readonly Run[]): TextRun[] =>
  runs.flatMap(run =>
    run.text.split('\n').map(
      (text, index) =>
        new TextRun({
          text,
          bold: run.strong ?? false,
          ...(run.small ? { size: 18, color: '444444' } : {}),
          ...(index > 0 ? { break: 1 } : {}),
        }),
    ),
  )

const writingLine = (): Paragraph =>
  new Paragraph({ spacing: { before: 320 }, border: { bottom: LINE }, children: [new TextRun('')] })

/** Width of the paper that an outline's columns are measured for, between its margins, mm. */
const MEASURED = 178

/** Columns that take what is left share it. */
function widthsOf(columns: TablePart['columns']): number[] {
  const known = columns.map(({ width }) =>
    width === 'rest' ? null : typeof width === 'number' ? width : (Number.parseFloat(width) * MEASURED) / 100,
  )
  const left = MEASURED - known.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const sharing = known.filter(width => width === null).length
  return known.map(width => Math.round(((width ?? left / sharing) * PAGE_WIDTH) / MEASURED))
}

const MARKS = { tick: '☐', ticked: '☑', room: '' } as const

function tableOf({ columns }: TablePart, rows: readonly Row[]): Table {
  const widths = widthsOf(columns)
  const cell = (children: readonly TextRun[], index: number, isTitle = false) =>
    new TableCell({
      width: { size: widths[index] ?? 1000, type: WidthType.DXA },
      borders: BORDERS,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(isTitle ? { shading: { fill: 'EEF2F2' } } : {}),
      children: [
        new Paragraph({
          alignment: columns[index]?.right ? AlignmentType.END : AlignmentType.START,
          children,
        }),
      ],
    })
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cell([new TextRun({ text: title, bold: true })], index, true)),
      }),
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: true,
            children: row.cells.map((each, index) =>
              cell('mark' in each ? [new TextRun(MARKS[each.mark])] : linesOf(each), index),
            ),
          }),
      ),
    ],
  })
}

type Box = Extract<Part, { kind: 'signatures' }>['boxes'][number]

/** A box for everybody who signs, two in a row. */
function signatures(boxes: readonly Box[]): Table {
  const cell = (box: Box | undefined) =>
    new TableCell({
      width: { size: PAGE_WIDTH / 2, type: WidthType.DXA },
      borders: BORDERS,
      margins: { top: 90, bottom: 90, left: 120, right: 120 },
      children: box
        ? [
            new Paragraph({ children: [new TextRun({ text: box.who, bold: true })] }),
            new Paragraph({ spacing: { before: 240, after: 240 }, children: linesOf(box.decided) }),
            new Paragraph({ children: [new TextRun({ text: box.sign, color: '666666', size: 18 })] }),
          ]
        : [new Paragraph('')],
    })
  const rows: TableRow[] = []
  for (let index = 0; index < boxes.length; index += 2)
    rows.push(new TableRow({ cantSplit: true, children: [cell(boxes[index]), cell(boxes[index + 1])] }))
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: [PAGE_WIDTH / 2, PAGE_WIDTH / 2],
    rows,
  })
}

function footer(outline: Outline): Footer {
  const small = { size: 16, color: '555555' }
  const numbers = outline.pages.split(/(\{pages?\})/).map(text => {
    if (text === '{page}') return new TextRun({ children: [PageNumber.CURRENT], ...small })
    if (text === '{pages}') return new TextRun({ children: [PageNumber.TOTAL_PAGES], ...small })
    return new TextRun({ text, ...small })
  })
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: `${outline.foot} · `, ...small }), ...numbers],
      }),
    ],
  })
}
