import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Segmented, Select, Slider } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentLanguage,
  type documentRequest,
} from '../../shared/contract/documents.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { BADGE_SIZES, type BadgeSize } from '../../shared/domain/sheets.ts'
import { client, query } from '../app/client.ts'
import { useAct } from '../app/useAct.ts'
import { documentAddresses } from '../exchange/addresses.ts'
import { Field } from '../ui/Field.tsx'
import './print.css'

const KEPT = 'yingbin.print'

interface Choice {
  kind: DocumentKind
  language: DocumentLanguage
  size: BadgeSize
  sheet: 'single' | 'a4'
  paper: 'a4' | 'a5'
  filled: 'yes' | 'no'
}

function keptChoice(paper: 'a4' | 'a5'): Choice {
  const first: Choice = { kind: 'badges', language: 'zh-CN', size: '90x54', sheet: 'a4', paper, filled: 'no' }
  const kept = window.localStorage.getItem(KEPT)
  return kept === null ? first : { ...first, ...(JSON.parse(kept) as Partial<Choice>) }
}

/** A visit's documents: choose, see the very pages, print them or save them as PDF. */
export function PrintStudio({
  visit,
  initialKind,
  guestIds = [],
  initialPerson = '',
  initialTrip = '',
}: {
  visit: Visit
  initialKind?: DocumentKind
  guestIds?: string[]
  initialPerson?: string
  initialTrip?: string
}) {
  const { t } = useTranslation()
  const act = useAct()
  const { notification } = App.useApp()
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: guests = [] } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const [choice, setChoice] = useState<Choice>(() => {
    const kept = keptChoice(settings?.paper ?? 'a4')
    return initialKind ? { ...kept, kind: initialKind } : kept
  })
  const [chosen, setChosen] = useState<string[]>(guestIds)
  const [person, setPerson] = useState(initialPerson)
  const [trip, setTrip] = useState(initialTrip)
  const [zoom, setZoom] = useState(100)
  const [saving, setSaving] = useState(false)
  const frame = useRef<HTMLIFrameElement>(null)
  const set = (patch: Partial<Choice>) => {
    const next = { ...choice, ...patch }
    setChoice(next)
    window.localStorage.setItem(KEPT, JSON.stringify(next))
  }
  const isBadges = choice.kind === 'badges'
  const request = requestOf(visit.id, choice, { guests: chosen, person, trip })
  const address = documentAddresses(request)

  const applyZoom = useCallback(() => {
    frame.current?.contentDocument?.documentElement.style.setProperty('--zoom', String(zoom / 100))
  }, [zoom])
  useEffect(applyZoom, [applyZoom])

  const print = useCallback(() => {
    const shown = frame.current?.contentWindow
    if (!shown) return
    if (isBadges) {
      shown.addEventListener(
        'afterprint',
        () => {
          const ids = chosen.length > 0 ? chosen : guests.map(guest => guest.id)
          if (ids.length > 0)
            void act(() => client.guests.markPrinted({ ids, printed: true }), {
              done: t('print.marked', { count: ids.length }),
            })
        },
        { once: true },
      )
    }
    shown.print()
  }, [isBadges, chosen, guests, act, t])
  useEffect(() => {
    window.addEventListener('yingbin:print', print)
    return () => window.removeEventListener('yingbin:print', print)
  }, [print])

  const savePdf = async () => {
    setSaving(true)
    try {
      const answer = await fetch(address.pdf)
      if (!answer.ok) {
        const { code = '', id = '' } = (await answer.json()) as { code?: string; id?: string }
        notification.error({
          title: code === 'NO_PRINTER' ? t('print.noPrinter') : t('errors.unexpected', { id: id || code }),
          placement: 'bottomRight',
        })
        return
      }
      saveAs(await answer.blob(), nameOf(answer.headers.get('content-disposition') ?? ''))
      notification.success({ title: t('print.saved'), placement: 'bottomRight', role: 'status' })
    } catch (error) {
      notification.error({ title: t('errors.unreachable'), description: String(error), placement: 'bottomRight' })
    } finally {
      setSaving(false)
    }
  }

  return (
    <div className="studio">
      <div className="studio-side">
        <Field label={t('print.document')}>
          {() => (
            <Segmented
              vertical
              block
              aria-label={t('print.document')}
              value={choice.kind}
              onChange={kind => set({ kind })}
              options={DOCUMENT_KINDS.map(kind => ({ value: kind, label: t(`documents.${kind}`) }))}
            />
          )}
        </Field>
        <Field label={t('print.language')}>
          {() => (
            <Segmented<DocumentLanguage>
              block
              aria-label={t('print.language')}
              value={choice.language}
              onChange={language => set({ language })}
              options={[
                { value: 'zh-CN', label: '中文' },
                { value: 'en', label: 'English' },
                { value: 'both', label: t('print.both') },
              ]}
            />
          )}
        </Field>
        {isBadges && (
          <>
            <Field label={t('print.size')}>
              {id => (
                <Select
                  id={id}
                  value={choice.size}
                  onChange={size => set({ size })}
                  options={(Object.keys(BADGE_SIZES) as BadgeSize[]).map(size => ({
                    value: size,
                    label: t(`badgeSize.${size}`),
                  }))}
                />
              )}
            </Field>
            <Field label={t('print.sheet')}>
              {() => (
                <Segmented<'single' | 'a4'>
                  block
                  aria-label={t('print.sheet')}
                  value={choice.sheet}
                  onChange={sheet => set({ sheet })}
                  options={[
                    { value: 'a4', label: t('print.onA4') },
                    { value: 'single', label: t('print.single') },
                  ]}
                />
              )}
            </Field>
            <Field label={t('print.guests')}>
              {id => (
                <Select
                  id={id}
                  mode="multiple"
                  allowClear
                  value={chosen}
                  onChange={setChosen}
                  placeholder={t('print.allGuests', { count: guests.length })}
                  maxTagCount={3}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={guests.map(guest => ({ value: guest.id, label: guest.name }))}
                />
              )}
            </Field>
            <Button
              size="small"
              onClick={() => setChosen(guests.filter(guest => guest.badgePrintedAt === null).map(guest => guest.id))}
            >
              {t('print.onlyUnprinted', { count: guests.filter(guest => guest.badgePrintedAt === null).length })}
            </Button>
          </>
        )}
        {choice.kind === 'itinerary' && (
          <Field label={t('print.paper')}>
            {() => (
              <Segmented<'a4' | 'a5'>
                block
                aria-label={t('print.paper')}
                value={choice.paper}
                onChange={paper => set({ paper })}
                options={[
                  { value: 'a4', label: 'A4' },
                  { value: 'a5', label: 'A5' },
                ]}
              />
            )}
          </Field>
        )}
        {choice.kind === 'needs' && (
          <Field label={t('print.filled')}>
            {() => (
              <Segmented<'yes' | 'no'>
                block
                aria-label={t('print.filled')}
                value={choice.filled}
                onChange={filled => set({ filled })}
                options={[
                  { value: 'no', label: t('print.filledNo') },
                  { value: 'yes', label: t('print.filledYes') },
                ]}
              />
            )}
          </Field>
        )}
        {choice.kind === 'run-sheet' && <PersonChoice visitId={visit.id} value={person} onChange={setPerson} />}
        {choice.kind === 'dispatch' && <TripChoice visitId={visit.id} value={trip} onChange={setTrip} />}
        <Button type="primary" icon={<PrinterOutlined />} onClick={print} disabled={isBadges && guests.length === 0}>
          {t('print.print')} <span className="kbd">Ctrl P</span>
        </Button>
        <Button
          icon={<FilePdfOutlined />}
          loading={saving}
          onClick={() => void savePdf()}
          disabled={isBadges && guests.length === 0}
        >
          {t('print.pdf')}
        </Button>
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
          <Button size="small" onClick={() => setZoom(100)}>
            {t('print.trueSize')}
          </Button>
        </div>
        {isBadges && guests.length === 0 ? (
          <p className="empty">{t('print.noGuests')}</p>
        ) : (
          <iframe
            key={`${address.page}-${visit.revision}`}
            ref={frame}
            src={address.page}
            title={t('print.preview')}
            onLoad={applyZoom}
          />
        )}
      </div>
    </div>
  )
}

/** Whose run sheet: one person's, or everybody's. */
function PersonChoice({
  visitId,
  value,
  onChange,
}: {
  visitId: string
  value: string
  onChange: (name: string) => void
}) {
  const { t } = useTranslation()
  const { data: duties = [] } = useQuery(query.staffing.duties.queryOptions({ input: { visitId } }))
  return (
    <Field label={t('print.person')}>
      {id => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: t('print.everybody') },
            ...[...new Set(duties.map(duty => duty.name))].map(name => ({ value: name, label: name })),
          ]}
        />
      )}
    </Field>
  )
}

/** Which trip's slip: one car's, or all. */
function TripChoice({ visitId, value, onChange }: { visitId: string; value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const { data: trips = [] } = useQuery(query.trips.list.queryOptions({ input: { visitId } }))
  const { data: items = [] } = useQuery(query.itinerary.list.queryOptions({ input: { visitId } }))
  return (
    <Field label={t('print.trip')}>
      {id => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: t('print.allTrips') },
            ...trips.map(trip => ({
              value: trip.id,
              label: `${
                items
                  .find(item => item.id === trip.itemId)
                  ?.startsAt.slice(5)
                  .replace('T', ' ') ?? ''
              } ${trip.vehicleName}`,
            })),
          ]}
        />
      )}
    </Field>
  )
}

/** What the preview, the printer and the PDF are asked for. */
function requestOf(
  visit: string,
  choice: Choice,
  only: { guests: string[]; person: string; trip: string },
): z.input<typeof documentRequest> {
  const { kind, language } = choice
  switch (kind) {
    case 'badges':
      return { kind, visit, language, size: choice.size, sheet: choice.sheet, guests: only.guests.join(',') }
    case 'itinerary':
      return { kind, visit, language, paper: choice.paper }
    case 'needs':
      return { kind, visit, language, filled: choice.filled }
    case 'run-sheet':
      return { kind, visit, language, person: only.person }
    case 'dispatch':
      return { kind, visit, language, trip: only.trip }
    default:
      return { kind, visit, language }
  }
}

function nameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : 'yingbin.pdf'
}

function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
