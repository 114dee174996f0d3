import { createRoot } from 'react-dom/client'
import { bundleRequest, paperRequest } from '../../shared/contract/documents.ts'
import { Bundle } from './Bundle.tsx'
import { loadPaper } from './Paper.tsx'
import { client, once } from './paper/documentData.ts'
import { fail } from './paper/ready.tsx'
import '../ui/paperFonts.ts'
import './sheet.css'

/** Papers by themselves, as they will be printed: the address says which; preview, printer and PDF all load this page. */
async function show(): Promise<void> {
  const asked = { ...entriesOf(window.location.search), ...entriesOf(window.location.hash) }
  const html = document.documentElement
  const container = document.getElementById('root')
  if (!container) throw new Error('The page has no root')
  const root = createRoot(container)
  // A thumbnail shows the first page only.
  if ('first' in asked) html.setAttribute('data-first', '')
  if (asked.kind === 'bundle') {
    const { papers } = bundleRequest.parse(asked)
    const { color } = await once('settings', () => client.office.settings())
    html.style.setProperty('--company', color)
    root.render(<Bundle papers={papers} />)
    return
  }
  const paper = await loadPaper(paperRequest.parse(asked))
  html.lang = paper.language
  html.toggleAttribute('data-bilingual', paper.bilingual)
  html.style.setProperty('--company', paper.companyColor)
  document.title = paper.title
  root.render(paper.pages)
}

const entriesOf = (part: string): Record<string, string> => Object.fromEntries(new URLSearchParams(part.slice(1)))

show().catch(error => fail(error instanceof Error ? error.message : String(error)))
