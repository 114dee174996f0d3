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
import type { Outline, OutlineTable } from './outline.ts'

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
    title: `${outline.title} ${outline.kind}`,
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
    sections: [{ ...PAGE, footers: { default: footer(outline) }, children: body(outline) }],
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

function body(outline: Outline): (Paragraph | Table)[] {
  return [
    ...(outline.secret
      ? [new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ text: outline.secret, bold: true })] })]
      : []),
    new Paragraph({ children: [new TextRun({ text: outline.company, color: '444444' })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(outline.title)] }),
    new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: outline.kind, size: 26 })] }),
    ...outline.facts
      .filter(([, value]) => value !== '')
      .map(
        ([label, value]) =>
          new Paragraph({
            spacing: { after: 40 },
            children: [new TextRun({ text: `${label}　`, bold: true }), ...textRuns(value)],
          }),
      ),
    ...outline.parts.flatMap(part => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(part.heading)] }),
      ...(part.table ? [tableOf(part.table)] : []),
      ...(part.lines ?? []).map(line => new Paragraph({ children: textRuns(line) })),
      ...Array.from({ length: part.blank ?? 0 }, () => writingLine()),
    ]),
    ...(outline.signatures.length > 0 ? [new Paragraph(''), signatures(outline)] : []),
  ]
}

/** Lines of a text with their breaks. */
const textRuns = (text: string): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))

const writingLine = (): Paragraph =>
  new Paragraph({ spacing: { before: 320 }, border: { bottom: LINE }, children: [new TextRun('')] })

function tableOf({ columns, rows }: OutlineTable): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map(column => Math.round((PAGE_WIDTH * column.width) / whole))
  const cell = (text: string, index: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 1000, type: WidthType.DXA },
      borders: BORDERS,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(bold ? { shading: { fill: 'EEF2F2' } } : {}),
      children: [
        new Paragraph({
          alignment: columns[index]?.right ? AlignmentType.END : AlignmentType.START,
          children: bold ? [new TextRun({ text, bold })] : textRuns(text),
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
        children: columns.map(({ title }, index) => cell(title, index, true)),
      }),
      ...rows.map(
        row => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) }),
      ),
    ],
  })
}

/** A box for everybody who signs, two in a row. */
function signatures(outline: Outline): Table {
  const cell = (signer: Outline['signatures'][number] | undefined) =>
    new TableCell({
      width: { size: PAGE_WIDTH / 2, type: WidthType.DXA },
      borders: BORDERS,
      margins: { top: 90, bottom: 90, left: 120, right: 120 },
      children: signer
        ? [
            new Paragraph({ children: [new TextRun({ text: signer.who, bold: true })] }),
            new Paragraph({ spacing: { before: 240, after: 240 }, children: textRuns(signer.decided) }),
            new Paragraph({ children: [new TextRun({ text: outline.signature, color: '666666', size: 18 })] }),
          ]
        : [new Paragraph('')],
    })
  const rows: TableRow[] = []
  for (let index = 0; index < outline.signatures.length; index += 2)
    rows.push(
      new TableRow({
        cantSplit: true,
        children: [cell(outline.signatures[index]), cell(outline.signatures[index + 1])],
      }),
    )
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: [PAGE_WIDTH / 2, PAGE_WIDTH / 2],
    rows,
  })
}

function footer(outline: Outline): Footer {
  const small = { size: 16, color: '555555' }
  const number = outline.language === 'en' ? ['Page ', ' of ', ''] : ['第 ', ' 页，共 ', ' 页']
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${outline.foot} · ${number[0]}`, ...small }),
          new TextRun({ children: [PageNumber.CURRENT], ...small }),
          new TextRun({ text: number[1] ?? '', ...small }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES], ...small }),
          new TextRun({ text: number[2] ?? '', ...small }),
        ],
      }),
    ],
  })
}
