import type { CSSProperties, ReactNode } from 'react'
import type { Size } from '../../../shared/domain/papers/sheets.ts'

/** A named page for each size (CSS Paged Media 3, 6.1): papers of several sizes can stand in one document. */
const pageName = ({ width, height }: Size): string => `page-${width}x${height}`.replaceAll('.', '_')

/** One sheet of paper at its true size. The printer's page has no margin of its own; what stands on the sheet has. */
export function Sheet({
  page,
  className = '',
  style,
  heading = '',
  children,
}: {
  page: Size
  /** What the PDF's outline calls a sheet that shows no heading of its own. */
  heading?: string
  className?: string
  style?: CSSProperties
  children?: ReactNode
}) {
  const name = pageName(page)
  return (
    <section
      className={`sheet ${className}`}
      style={{ width: `${page.width}mm`, height: `${page.height}mm`, page: name, ...style }}
    >
      <style
        href={name}
        precedence="page"
      >{`@page ${name} { size: ${page.width}mm ${page.height}mm; margin: 0; }`}</style>
      {heading !== '' && <h1 className="outline-only">{heading}</h1>}
      {children}
    </section>
  )
}
