import { ArrowLeftOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Segmented, Select, Slider } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DOCUMENT_KINDS, type DocumentKind, VISIT_PAPER } from '../../shared/contract/documents.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { isHollow } from '../../shared/domain/papers/kinds.ts'
import { documentAddresses } from '../base/addresses.ts'
import { query } from '../base/client.ts'
import { EnglishMissing } from '../itinerary/EnglishMissing.tsx'
import { Field } from '../ui/Field.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { BadgeChoice } from './BadgeChoice.tsx'
import { type Choosing, type Only, requestOf } from './choices.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { askAgain, Making, useMaking } from './Making.tsx'
import { Misses } from './Misses.tsx'
import { PaperChoice } from './PaperChoice.tsx'
import { PrinterChoice } from './PrinterChoice.tsx'
import { usePrinting } from './usePrinting.ts'
import './print.css'
import { useTitle } from '../base/language.ts'

interface Props {
  visit: Visit
  choosing: Choosing
  kind: DocumentKind
  only: Only
  /** Somebody pressed the key that prints; `onAsked` is told when it begins. */
  asked: boolean
  onAsked: (() => void) | undefined
  onKind: (kind: DocumentKind) => void
  onBack: () => void
}

/** One document: choose how, see the very pages, print them or save them as PDF. */
export function PrintStudio({ visit, choosing, kind, only: first, asked, onAsked, onKind, onBack }: Props) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const titleOf = useTitle()
  const { data: guests = [] } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const { data: gallery } = useQuery(query.print.gallery.queryOptions({ input: { visitId: visit.id } }))
  const paper = gallery?.papers.find(each => each.kind === kind)
  const misses = paper?.misses ?? []
  const [only, setOnly] = useState<Only>(first)
  const [zoom, setZoom] = useState(100)
  const frame = useRef<HTMLIFrameElement>(null)
  const { printFrame, printStraight } = usePrinting()
  const making = useMaking()
  const printButton = useRef<HTMLButtonElement>(null)
  useFirstFocus(printButton)
  const isBadges = kind === 'badges'
  const request = requestOf(visit.id, kind, choosing, only)
  const address = documentAddresses(request)
  const title = `${titleOf(visit)} ${t(`documents.${kind}`)}`

  const applyZoom = useCallback(() => {
    frame.current?.contentDocument?.querySelector('html')?.style.setProperty('--zoom', String(zoom / 100))
  }, [zoom])
  useEffect(applyZoom, [applyZoom])

  const print = async () => {
    const chosen = only.guests ?? []
    const again = guests.filter(
      guest => guest.badgePrintedAt !== null && (chosen.length === 0 || chosen.includes(guest.id)),
    )
    const count = chosen.length > 0 ? chosen.length : guests.length
    // Whoever asked for one badge by name wants just that one again.
    if (isBadges && again.length > 0 && !(again.length === 1 && count === 1)) {
      const names = again.map(guest => guest.name)
      const answer = await askAgain(modal, t('print.againTitle', { count: names.length }), names, {
        all: t('print.againAll'),
        rest: t('print.againRest'),
        comma: t('mark.list'),
        cancel: t('common.cancel'),
      })
      if (answer === 'none') return
      if (answer === 'rest') {
        const fresh = guests.filter(
          guest => guest.badgePrintedAt === null && (chosen.length === 0 || chosen.includes(guest.id)),
        )
        if (fresh.length > 0)
          void making.print([requestOf(visit.id, kind, choosing, { ...only, guests: fresh.map(guest => guest.id) })])
        return
      }
    }
    if (printStraight([request], choosing, title)) return
    if (frame.current) printFrame(frame.current, [request])
  }
  const latest = useRef({ print, onAsked })
  latest.current = { print, onAsked }
  useEffect(() => {
    if (!asked) return
    latest.current.onAsked?.()
    void latest.current.print()
  }, [asked])

  const empty = isHollow(misses)
  return (
    <div className="studio">
      <div className="studio-side">
        <Button icon={<ArrowLeftOutlined />} onClick={onBack} style={{ alignSelf: 'flex-start' }}>
          {t('print.allPapers')}
        </Button>
        <Field label={t('print.document')}>
          {id => (
            <Select<DocumentKind>
              id={id}
              value={kind}
              onChange={next => {
                setOnly({})
                onKind(next)
              }}
              listHeight={400}
              options={DOCUMENT_KINDS.map(value => ({ value, label: t(`documents.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('print.language')}>
          {() => (
            <LanguageChoice block value={choosing.choice.language} onChange={language => choosing.set({ language })} />
          )}
        </Field>
        {VISIT_PAPER[kind].tellsStops && <EnglishMissing visit={visit} language={choosing.choice.language} />}
        {isBadges ? (
          <BadgeChoice choosing={choosing} guests={guests} only={only} onOnly={setOnly} />
        ) : (
          <PaperChoice visitId={visit.id} kind={kind} choosing={choosing} only={only} onOnly={setOnly} />
        )}
        <PrinterChoice kind={kind} />
        <Button
          ref={printButton}
          type="primary"
          icon={<PrinterOutlined />}
          onClick={() => void print()}
          disabled={empty || making.busy}
        >
          {t('print.print')} <span className="kbd">Ctrl P</span>
        </Button>
        <Button
          icon={<FilePdfOutlined />}
          loading={making.busy}
          onClick={() =>
            void making.save([request], 'one', `${titleOf(visit)}-${visit.startsOn}-${t(`documents.${kind}`)}`)
          }
          disabled={empty}
        >
          {t('print.pdf')}
        </Button>
        <Making making={making} />
        <p className="soft">{t('print.scaleHint')}</p>
      </div>
      <div className="studio-preview">
        <div className="studio-zoom">
          <span className="soft">{t('print.zoom', { zoom })}</span>
          <Slider
            min={40}
            max={200}
            step={10}
            value={zoom}
            onChange={setZoom}
            ariaLabelForHandle={t('print.zoomLabel')}
            tooltip={{ open: false }}
            style={{ width: 160 }}
          />
          <Segmented
            size="small"
            aria-label={t('print.zoomLabel')}
            value={zoom}
            onChange={value => setZoom(Number(value))}
            options={[
              { value: 50, label: '50%' },
              { value: 100, label: t('print.trueSize') },
            ]}
          />
        </div>
        {empty ? (
          <Misses visitId={visit.id} misses={misses} />
        ) : (
          paper && (
            <iframe
              key={`${address.page}-${paper.version}`}
              ref={frame}
              src={address.page}
              title={t('print.preview')}
              onLoad={applyZoom}
            />
          )
        )}
      </div>
    </div>
  )
}
