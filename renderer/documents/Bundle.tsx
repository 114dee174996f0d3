import { useCallback, useEffect, useMemo, useState } from 'react'
import type { PaperRequest } from '../../shared/contract/documents.ts'
import { type LoadedPaper, loadPaper } from './Paper.tsx'
import { fail, LaidOut, progress, ready } from './paper/ready.tsx'

/** Several papers as one: each is loaded and laid out after the other, and the page tells how far it is. */
export function Bundle({ papers }: { papers: readonly PaperRequest[] }) {
  const [loaded, setLoaded] = useState<LoadedPaper[]>([])
  const [done, setDone] = useState(0)
  useEffect(() => {
    progress(done, papers.length)
    if (done === papers.length) {
      ready()
      return
    }
    const next = papers[done]
    if (!next) return
    let gone = false
    loadPaper(next)
      .then(paper => {
        if (!gone) setLoaded(before => (before.length > done ? before : [...before, paper]))
      })
      .catch(error => fail(error instanceof Error ? error.message : String(error)))
    return () => {
      gone = true
    }
  }, [done, papers])
  const laidOut = useCallback((index: number) => setDone(before => Math.max(before, index + 1)), [])
  return loaded.map((paper, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a paper has no other name than its place, and the places never change.
    <Part key={index} index={index} paper={paper} laidOut={laidOut} />
  ))
}

function Part({ index, paper, laidOut }: { index: number; paper: LoadedPaper; laidOut: (index: number) => void }) {
  const tell = useMemo(() => () => laidOut(index), [index, laidOut])
  return (
    <LaidOut value={tell}>
      <div className="part" lang={paper.language} data-bilingual={paper.bilingual || undefined}>
        {paper.pages}
      </div>
    </LaidOut>
  )
}
