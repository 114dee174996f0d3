import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Alert, Button, Checkbox, Modal, Progress, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GUEST_LIMITS, type Guest } from '../../shared/contract/guests.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { headingKey, type Meaning } from '../../shared/domain/lists/guestBlocks.ts'
import { blocksSaving, doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import { GUEST_COLUMNS, type GuestDraft } from '../../shared/domain/lists/guestDraft.ts'
import { type GuestTable, joinedSheets, readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { client, query } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { HiddenNotice } from '../ui/tableImport/HiddenNotice.tsx'
import type { Sheet } from '../ui/tableImport/TableSource.tsx'
import { rememberedMeanings, rememberMeanings } from './columnMeanings.ts'
import { ImportRow } from './ImportRow.tsx'
import { ImportSource } from './ImportSource.tsx'
import { isSensitive, toNewGuest } from './newGuest.ts'

interface Props {
  open: boolean
  visit: Visit
  present: Guest[]
  onClose: () => void
}

/** From what people send to guests: a file or pasted text, every row and doubt shown and mended, then all saved or none. */
export function ImportDialog({ open, visit, present, onClose }: Props) {
  const { t } = useTranslation()
  const [sheets, setSheets] = useState<Sheet[]>([])
  const [sheet, setSheet] = useState(0)
  const [hiddenSheets, setHiddenSheets] = useState<readonly string[]>([])
  // What was pasted stays when one comes back from the preview.
  const [pasted, setPasted] = useState('')
  const [tab, setTab] = useState('file')
  const close = () => {
    setSheets([])
    setSheet(0)
    setPasted('')
    setTab('file')
    onClose()
  }
  const chosen = sheets[sheet]
  return (
    <Modal
      open={open}
      onCancel={close}
      title={chosen ? t('import.previewTitle') : t('import.title')}
      width={1180}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {chosen ? (
        <>
          {sheets.length > 1 && (
            <Select
              aria-label={t('import.sheet')}
              value={sheet}
              onChange={setSheet}
              style={{ width: 240, marginBottom: 8 }}
              options={sheets.map((each, index) => ({ value: index, label: `${each.name} (${each.rows.length})` }))}
            />
          )}
          <HiddenNotice {...chosen.hidden} sheets={hiddenSheets} />
          <Preview
            key={`${chosen.name}-${sheet}`}
            rows={chosen.rows}
            visit={visit}
            present={present}
            onBack={() => setSheets([])}
            onDone={close}
          />
        </>
      ) : (
        <ImportSource
          pasted={pasted}
          onPasted={setPasted}
          tab={tab}
          onTab={setTab}
          onRead={(read, hidden) => {
            setHiddenSheets(hidden)
            setSheet(0)
            // One sheet for each delegation: all of them first, each alone below.
            setSheets(read.length > 1 ? [allSheets(read, t('import.allSheets')), ...read] : read)
          }}
        />
      )}
    </Modal>
  )
}

/** All sheets as one, with what is hidden in any of them. */
const allSheets = (sheets: readonly Sheet[], name: string): Sheet => ({
  name,
  rows: joinedSheets(sheets),
  hidden: {
    rows: sheets.reduce((sum, sheet) => sum + sheet.hidden.rows, 0),
    columns: sheets.reduce((sum, sheet) => sum + sheet.hidden.columns, 0),
  },
})

interface PreviewProps {
  rows: string[][]
  visit: Visit
  present: Guest[]
  onBack: () => void
  onDone: () => void
}

function Preview({ rows, visit, present, onBack, onDone }: PreviewProps) {
  const { t } = useTranslation()
  const act = useAct()
  const queries = useQueryClient()
  const [meanings, setMeanings] = useState(() => rememberedMeanings(visit.organization))
  const read = (known: Record<string, Meaning>) =>
    readGuestTable(rows, { days: { startsOn: visit.startsOn, endsOn: visit.endsOn }, meanings: known })
  const [table, setTable] = useState<GuestTable>(() => read(meanings))
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(() => duplicatesOf(table, present))
  const [onlyDoubtful, setOnlyDoubtful] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState('')
  const [consented, setConsented] = useState(false)
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  const { data: state } = useQuery(query.office.state.queryOptions())
  const stop = useRef<AbortController>(null)
  const doubts = useMemo(() => doubtsOf(table.guests, present, GUEST_LIMITS), [table, present])
  const taken = table.guests.filter((_, index) => !leftOut.has(index))
  const sensitive = taken.filter(guest => isSensitive(guest.draft)).length
  const consent = consented && state && desk?.account ? { consentOn: state.today, consentBy: desk.account.name } : null
  const nameless = doubts.filter((each, index) => !leftOut.has(index) && each.some(blocksSaving)).length
  const doubtful = doubts.filter(each => each.length > 0).length
  const shown = table.guests
    .map((guest, index) => ({ guest, index, doubts: doubts[index] ?? [] }))
    .filter(each => !onlyDoubtful || each.doubts.length > 0)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 62,
    measureElement: element => element.getBoundingClientRect().height,
    overscan: 10,
    initialRect: { width: 900, height: 400 },
  })

  const mend = (at: number, patch: Partial<GuestDraft>, settled?: string) =>
    setTable({
      ...table,
      guests: table.guests.map((guest, index) =>
        index === at
          ? {
              ...guest,
              genderText: 'gender' in patch ? '' : guest.genderText,
              doubts: guest.doubts.filter(
                doubt => settled === undefined || !('text' in doubt) || doubt.text !== settled,
              ),
              draft: { ...guest.draft, ...patch },
            }
          : guest,
      ),
    })
  const leave = (at: number, out: boolean) => {
    const next = new Set(leftOut)
    if (out) next.add(at)
    else next.delete(at)
    setLeftOut(next)
  }
  const decide = (heading: string, meaning: Meaning | 'automatic') => {
    const { [headingKey(heading)]: _, ...others } = meanings
    const next = meaning === 'automatic' ? others : { ...others, [headingKey(heading)]: meaning }
    setMeanings(next)
    rememberMeanings(visit.organization, next)
    const again = read(next)
    setTable(again)
    setLeftOut(duplicatesOf(again, present))
  }
  const passed = [...table.above, ...table.skipped]
  const save = async () => {
    const abort = new AbortController()
    stop.current = abort
    setProblem('')
    setProgress({ done: 0, total: taken.length })
    try {
      const events = await client.guests.importAll(
        {
          visitId: visit.id,
          guests: taken.map(({ draft }) => toNewGuest(draft, visit.organization, consent)),
        },
        { signal: abort.signal },
      )
      for await (const event of events) {
        if (event.kind === 'progress') setProgress({ done: event.done, total: event.total })
        else {
          await act(async () => ({ actId: event.actId }), { done: t('import.saved', { count: event.count }) })
          onDone()
          return
        }
      }
      setProblem(t('import.cancelled'))
    } catch (error) {
      setProblem(abort.signal.aborted ? t('import.cancelled') : sentenceOf(error, t))
      await queries.invalidateQueries()
    } finally {
      setProgress(null)
    }
  }

  return (
    <>
      <p style={{ marginBottom: 8 }}>
        {table.headerRow === null ? t('import.noHeader') : t('import.header', { row: table.headerRow })}{' '}
        {t('import.found', { count: table.guests.length })}{' '}
        {doubtful > 0 && <strong>{t('import.doubtful', { count: doubtful })}</strong>}{' '}
      </p>
      <Columns table={table} meanings={meanings} onDecide={decide} />
      {problem && <Alert type="warning" showIcon title={problem} style={{ marginBottom: 8 }} role="alert" />}
      <div className="import-grid" ref={scroller}>
        <div className="import-row head">
          <span>{t('import.row')}</span>
          <span />
          {(['name', 'title', 'organization', 'gender', 'phone', 'diet', 'notes', 'isHead'] as const).map(field => (
            <span key={field}>{t(`fields.${field}`)}</span>
          ))}
        </div>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(place => {
            const each = shown[place.index]
            if (!each) return null
            return (
              <div
                key={each.index}
                ref={virtual.measureElement}
                data-index={place.index}
                style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${place.start}px)` }}
              >
                <ImportRow
                  guest={each.guest}
                  doubts={each.doubts}
                  out={leftOut.has(each.index)}
                  onMend={(patch, settled) => mend(each.index, patch, settled)}
                  onLeave={out => leave(each.index, out)}
                />
              </div>
            )
          })}
        </div>
      </div>
      {passed.length > 0 && (
        <details className="import-passed">
          <summary>{t('import.passed', { count: passed.length })}</summary>
          {passed.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved, and two may be the same.
            <div key={index}>
              <span className="numeric soft">{line.row}</span>{' '}
              <span className="soft">{t(`import.why.${line.why}`)}</span> {line.text}
            </div>
          ))}
        </details>
      )}
      {progress && (
        <Progress
          percent={Math.round((progress.done / Math.max(1, progress.total)) * 100)}
          aria-label={t('import.saving')}
        />
      )}
      {sensitive > 0 && (
        <Checkbox style={{ marginTop: 10 }} checked={consented} onChange={event => setConsented(event.target.checked)}>
          {t('import.consent', { count: sensitive })}
        </Checkbox>
      )}
      <div style={{ display: 'flex', alignItems: 'center', gap: 8, marginTop: 12 }}>
        <Checkbox
          checked={onlyDoubtful}
          onChange={event => setOnlyDoubtful(event.target.checked)}
          disabled={doubtful === 0}
        >
          {t('import.onlyDoubtful')}
        </Checkbox>
        <span style={{ flex: 1 }} />
        {nameless > 0 && <span style={{ color: 'var(--blocks)' }}>{t('import.nameless', { count: nameless })}</span>}
        {progress ? (
          <Button onClick={() => stop.current?.abort()}>{t('import.stop')}</Button>
        ) : (
          <>
            <Button onClick={onBack}>{t('common.back')}</Button>
            <Button type="primary" disabled={taken.length === 0 || nameless > 0} onClick={() => void save()}>
              {t('import.save', { count: taken.length })}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

/** Who is already there is left out to begin with: one click takes them all the same. */
function duplicatesOf(table: GuestTable, present: readonly Guest[]): ReadonlySet<number> {
  const doubts = doubtsOf(table.guests, present, GUEST_LIMITS)
  return new Set(
    table.guests.flatMap((_, index) =>
      doubts[index]?.some(doubt => doubt.code === 'duplicateInVisit' || doubt.code === 'duplicateInList')
        ? [index]
        : [],
    ),
  )
}

interface ColumnsProps {
  table: GuestTable
  meanings: Record<string, Meaning>
  onDecide: (heading: string, meaning: Meaning | 'automatic') => void
}

/** What the columns of a table were taken for: those that are not known first, each to be changed. */
function Columns({ table, meanings, onDecide }: ColumnsProps) {
  const { t } = useTranslation()
  const nameOf = (kinds: readonly string[]) =>
    kinds
      .map(kind => GUEST_COLUMNS.find(column => column === kind))
      .map(column => (column ? t(`fields.${column}`) : t('import.keepNote')))
      .join('、')
  if (table.headings.length === 0) return null
  const unknown = table.headings.some(column => column.unknown)
  return (
    <details className="import-columns" open={unknown}>
      <summary>{t('import.columns')}</summary>
      {[...table.headings]
        .sort((a, b) => Number(b.unknown) - Number(a.unknown))
        .map(column => (
          <span key={column.heading} className={column.unknown ? 'unknown' : ''}>
            {column.heading}{' '}
            <Select<Meaning | 'automatic'>
              size="small"
              style={{ width: 150 }}
              aria-label={t('import.columnOf', { heading: column.heading })}
              value={meanings[headingKey(column.heading)] ?? 'automatic'}
              onChange={meaning => onDecide(column.heading, meaning)}
              options={[
                { value: 'automatic' as const, label: t('import.automatic', { what: nameOf(column.kinds) }) },
                ...GUEST_COLUMNS.map(field => ({ value: field, label: t(`fields.${field}`) })),
                { value: 'keep' as const, label: t('import.keepNote') },
                { value: 'skip' as const, label: t('import.skipColumn') },
              ]}
            />
          </span>
        ))}
    </details>
  )
}
