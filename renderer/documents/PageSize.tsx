import type { Size } from '../../shared/domain/sheets.ts'

/** The paper's exact size, for the printer: a page has no margin of its own, the sheet on it has. */
export function PageSize({ page }: { page: Size }) {
  return <style>{`@page { size: ${page.width}mm ${page.height}mm; margin: 0; }`}</style>
}
