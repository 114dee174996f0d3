import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { type Only, useChoice } from './choices.ts'
import { Gallery } from './Gallery.tsx'
import { PrintStudio } from './PrintStudio.tsx'
import './print.css'

/** The documents of one visit, in its workspace: all of them, or the one that was opened. */
export function DocumentsSection({ visit }: { visit: Visit }) {
  const { kind } = useSearch({ from: '/visits/$visitId/$section' })
  const navigate = useNavigate()
  const open = (next: DocumentKind | undefined) =>
    void navigate({
      to: '/visits/$visitId/$section',
      params: { visitId: visit.id, section: 'documents' },
      search: next ? { kind: next } : {},
    })
  return <VisitPapers visit={visit} kind={kind as DocumentKind | undefined} only={{}} onKind={open} />
}

interface PapersProps {
  visit: Visit
  kind: DocumentKind | undefined
  only: Only
  /** The document that is open is to be printed; `onAsked` is told when that begins. */
  asked?: boolean
  onAsked?: () => void
  onKind: (kind: DocumentKind | undefined) => void
}

/** A visit's gallery, or the studio of one of its documents. */
export function VisitPapers({ visit, kind, only, asked, onAsked, onKind }: PapersProps) {
  const choosing = useChoice()
  const [first] = useState(only)
  if (!kind) return <Gallery visit={visit} choosing={choosing} onOpen={onKind} />
  return (
    <PrintStudio
      visit={visit}
      choosing={choosing}
      kind={kind}
      only={first}
      asked={asked ?? false}
      onAsked={onAsked}
      onKind={onKind}
      onBack={() => onKind(undefined)}
    />
  )
}
