import { FilePdfOutlined, FileTextOutlined, FileZipOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Grid, Skeleton } from 'antd'
import { type CSSProperties, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { isHollow } from '../../shared/domain/papers/kinds.ts'
import { query } from '../base/client.ts'
import { useTitle } from '../base/language.ts'
import { EnglishMissing } from '../itinerary/EnglishMissing.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { type Choosing, requestOf } from './choices.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Making, useMaking } from './Making.tsx'
import { Misses } from './Misses.tsx'
import { PrintLog } from './PrintLog.tsx'
import { Thumbnail } from './Thumbnail.tsx'

/** How large a page is drawn small, px: as many as fit a desk's screen without scrolling. */
const SMALL = { usual: { width: 168, height: 148 }, large: { width: 246, height: 192 } }

interface Props {
  visit: Visit
  choosing: Choosing
  onOpen: (kind: DocumentKind) => void
}

/** Every paper of a visit as it will be printed: what is ready, what misses data, what is out of date; several at once. */
export function Gallery({ visit, choosing, onOpen }: Props) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const { data } = useQuery(query.print.gallery.queryOptions({ input: { visitId: visit.id } }))
  const [chosen, setChosen] = useState<ReadonlySet<DocumentKind>>(new Set())
  const making = useMaking()
  const first = useRef<HTMLButtonElement>(null)
  useFirstFocus(first)
  const { xxl = false } = Grid.useBreakpoint()
  const small = SMALL[xxl ? 'large' : 'usual']
  if (!data) return <Skeleton active style={{ padding: 24 }} />
  const ready = data.papers.filter(paper => paper.misses.length === 0).map(paper => paper.kind)
  const toggle = (kind: DocumentKind) =>
    setChosen(before => {
      const next = new Set(before)
      if (!next.delete(kind)) next.add(kind)
      return next
    })
  const papers = data.papers
    .filter(paper => chosen.has(paper.kind))
    .map(paper => requestOf(visit.id, paper.kind, choosing))
  const name = `${titleOf(visit)}-${visit.startsOn}`
  return (
    <div className="gallery">
      <div className="gallery-bar">
        <LanguageChoice value={choosing.choice.language} onChange={language => choosing.set({ language })} />
        <EnglishMissing visit={visit} language={choosing.choice.language} />
        <Checkbox
          checked={ready.length > 0 && ready.every(kind => chosen.has(kind))}
          indeterminate={chosen.size > 0 && !ready.every(kind => chosen.has(kind))}
          onChange={event => setChosen(new Set(event.target.checked ? ready : []))}
        >
          {t('print.allReady', { count: ready.length })}
        </Checkbox>
        <span className="spring" />
        <Making making={making} />
        <Button
          icon={<FileZipOutlined />}
          disabled={papers.length === 0 || making.busy}
          onClick={() => void making.save(papers, 'each', name)}
        >
          {t('print.eachFile')}
        </Button>
        <Button
          icon={<FilePdfOutlined />}
          disabled={papers.length === 0 || making.busy}
          onClick={() => void making.save(papers, 'one', name)}
        >
          {t('print.onePdf')}
        </Button>
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={papers.length === 0 || making.busy}
          onClick={() => void making.print(papers)}
        >
          {papers.length === 0 ? t('print.print') : t('print.printSelected', { count: papers.length })}
        </Button>
      </div>
      <ul className="gallery-grid" style={{ '--paper': `${small.width + 18}px` } as CSSProperties}>
        {data.papers.map(({ kind, misses, last, version }) => {
          const title = t(`documents.${kind}`)
          return (
            <li key={kind} className={`paper-card ${misses.length > 0 ? 'lacking' : ''}`}>
              <button
                type="button"
                className="paper-open"
                {...(kind === data.papers[0]?.kind ? { ref: first } : {})}
                onClick={() => onOpen(kind)}
                aria-label={t('print.open', { title })}
              >
                {!isHollow(misses) ? (
                  <Thumbnail
                    paper={requestOf(visit.id, kind, choosing)}
                    {...small}
                    key={`${choosing.choice.language} ${version}`}
                  />
                ) : (
                  <span className="thumbnail hollow" style={small}>
                    <FileTextOutlined />
                  </span>
                )}
              </button>
              <Checkbox
                checked={chosen.has(kind)}
                disabled={misses.length > 0}
                onChange={() => toggle(kind)}
                className="paper-name"
              >
                {title}
              </Checkbox>
              {misses.length > 0 ? (
                <Misses visitId={visit.id} misses={misses} />
              ) : last === null ? (
                <p className="soft">{t('print.never')}</p>
              ) : (
                <p className={last.version === version ? 'soft' : 'warns'}>
                  {t(last.version === version ? 'print.last' : 'print.outdated', {
                    at: last.at.slice(5).replace('T', ' '),
                    actor: last.actor,
                    language: t(`print.languages.${last.language}`),
                    version: last.version,
                  })}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <PrintLog visitId={visit.id} />
    </div>
  )
}
