import { type LabelSheet, labelPaper, labelPlaces } from '../../shared/domain/papers/sheets.ts'

/** The sheet as it lies on its paper, so that a wrong measure is seen. */
export function SheetDrawing({ sheet }: { sheet: LabelSheet }) {
  const paper = labelPaper(sheet)
  return (
    <svg className="sheet-drawing" viewBox={`-1 -1 ${paper.width + 2} ${paper.height + 2}`} aria-hidden="true">
      <rect width={paper.width} height={paper.height} className="paper" />
      {labelPlaces(sheet).map(place => (
        <rect
          key={`${place.x} ${place.y}`}
          x={place.x}
          y={place.y}
          width={place.width}
          height={place.height}
          rx={sheet.radius}
          className="label"
        />
      ))}
    </svg>
  )
}
