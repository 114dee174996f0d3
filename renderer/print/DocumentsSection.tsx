import type { Visit } from '../../shared/contract/visits.ts'
import { PrintStudio } from './PrintStudio.tsx'

/** The documents of one visit, in its workspace. */
export function DocumentsSection({ visit }: { visit: Visit }) {
  return <PrintStudio visit={visit} />
}
