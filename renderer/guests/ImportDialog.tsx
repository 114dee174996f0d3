import { FileExcelOutlined, InboxOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Alert, Button, Checkbox, Input, Modal, Progress, Select, Tabs, Upload } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { type Doubt, doubtsOf } from '../../shared/domain/lists/guestDoubts.ts'
import type { GuestDraft } from '../../shared/domain/lists/guestDraft.ts'
import { type GuestTable, joinedSheets, readGuestTable } from '../../shared/domain/lists/guestTable.ts'
import { tableOfText } from '../../shared/domain/lists/guestText.ts'
import { GENDERS } from '../../shared/domain/visit.ts'
import { exportAddress } from '../base/addresses.ts'
import { client, query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { isSensitive, toNewGuest } from './newGuest.ts'

interface Props {
  open: boolean
  visit: Visit
  present: Guest[]
  onClose: () => void
}

interface Sheet {
  name: string
  rows: string[][]
}

/** From what people send to guests: a file or pasted text, every row and doubt shown and mended, then all saved or none. */
export function ImportDialog({ open, visit, present, onClose }: Props) {
  const { t } = useTranslation()
  const [sheets, setSheets] = useState<Sheet[]>([])
  const [sheet, setSheet] = useState(0)
  const close = () => {
    setSheets([])
    setSheet(0)
    onClose()
  }
  const chosen = sheets[sheet]
  return (
    <Modal
      open={open}
      onCancel={close}
      title={chosen ? t('import.previewTitle') : t('import.title')}
      width={980}
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
        <Source
          onRead={read => {
            // One sheet for each delegation: all of them first, each alone below.
            const joined = read.length > 1 ? joinedSheets(read) : []
            setSheets(joined.length > 1 ? [{ name: t('import.allSheets'), rows: joined }, ...read] : read)
          }}
        />
      )}
    </Modal>
  )
}

function Source({ onRead }: { onRead: (sheets: Sheet[]) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [pasted, setPasted] = useState('')
  const [problem, setProblem] = useState('')
  const [reading, setReading] = useState(false)
  const read = async (file: File) => {
    setReading(true)
    setProblem('')
    try {
      onRead((await client.exchange.readTable({ file })).sheets)
    } catch (error) {
      setProblem(sentenceOf(error, t))
    } finally {
      setReading(false)
    }
  }
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} role="alert" />}
      <Tabs
        items={[
          {
            key: 'file',
            label: t('import.file'),
            children: (
              <>
                <Upload.Dragger
                  accept=".xlsx,.xls,.csv,.txt"
                  multiple={false}
                  showUploadList={false}
                  disabled={reading}
                  beforeUpload={file => {
                    void read(file)
                    return false
                  }}
                >
                  <p>
                    <InboxOutlined style={{ fontSize: 32, color: 'var(--accent)' }} />
                  </p>
                  <p>{reading ? t('import.reading') : t('import.drop')}</p>
                  <p className="soft">{t('import.kinds')}</p>
                </Upload.Dragger>
                <p style={{ marginTop: 12 }}>
                  <a
                    href={exportAddress({
                      what: 'guest-template',
                      format: 'xlsx',
                      language,
                    })}
                    download
                  >
                    <FileExcelOutlined /> {t('import.template')}
                  </a>
                </p>
              </>
            ),
          },
          {
            key: 'text',
            label: t('import.text'),
            children: (
              <>
                <Input.TextArea
                  value={pasted}
                  onChange={event => setPasted(event.target.value)}
                  rows={10}
                  aria-label={t('import.text')}
                  placeholder={t('import.textHint')}
                />
                <Button
                  type="primary"
                  style={{ marginTop: 12 }}
                  disabled={pasted.trim() === ''}
                  onClick={() => onRead([{ name: '', rows: tableOfText(pasted) }])}
                >
                  {t('import.preview')}
                </Button>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

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
  const [table, setTable] = useState<GuestTable>(() => readGuestTable(rows))
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(() => duplicatesOf(readGuestTable(rows), present))
  const [onlyDoubtful, setOnlyDoubtful] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState('')
  const [consented, setConsented] = useState(false)
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  const { data: state } = useQuery(query.office.state.queryOptions())
  const stop = useRef<AbortController>(null)
  const doubts = useMemo(() => doubtsOf(table.guests, present), [table, present])
  const taken = table.guests.filter(guest => !leftOut.has(guest.row))
  const sensitive = taken.filter(guest => isSensitive(guest.draft)).length
  const consent = consented && state && desk?.account ? { consentOn: state.today, consentBy: desk.account.name } : null
  const nameless = taken.filter(guest => guest.draft.name === '').length
  const doubtful = doubts.filter(each => each.length > 0).length
  const shown = table.guests
    .map((guest, index) => ({ guest, doubts: doubts[index] ?? [] }))
    .filter(each => !onlyDoubtful || each.doubts.length > 0)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 37,
    measureElement: element => element.getBoundingClientRect().height,
    overscan: 10,
    initialRect: { width: 900, height: 400 },
  })

  const mend = (row: number, patch: Partial<GuestDraft>) =>
    setTable({
      ...table,
      guests: table.guests.map(guest =>
        guest.row === row
          ? { ...guest, genderText: 'gender' in patch ? '' : guest.genderText, draft: { ...guest.draft, ...patch } }
          : guest,
      ),
    })
  const leave = (row: number, out: boolean) => {
    const next = new Set(leftOut)
    if (out) next.add(row)
    else next.delete(row)
    setLeftOut(next)
  }
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
        {table.skipped.length > 0 && (
          <span className="soft" title={table.skipped.map(each => `${each.row}: ${each.text}`).join('\n')}>
            {t('import.skipped', { count: table.skipped.length })}
          </span>
        )}
      </p>
      {problem && <Alert type="warning" showIcon title={problem} style={{ marginBottom: 8 }} role="alert" />}
      <div className="import-grid" ref={scroller}>
        <div className="import-row head">
          <span>{t('import.row')}</span>
          <span />
          {(['name', 'title', 'organization', 'gender', 'phone'] as const).map(field => (
            <span key={field}>{t(`fields.${field}`)}</span>
          ))}
          <span>{t('import.doubts')}</span>
        </div>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(place => {
            const each = shown[place.index]
            if (!each) return null
            return (
              <div
                key={each.guest.row}
                ref={virtual.measureElement}
                data-index={place.index}
                style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${place.start}px)` }}
              >
                <PreviewRow
                  row={each.guest.row}
                  draft={each.guest.draft}
                  doubts={each.doubts}
                  out={leftOut.has(each.guest.row)}
                  onMend={patch => mend(each.guest.row, patch)}
                  onLeave={out => leave(each.guest.row, out)}
                />
              </div>
            )
          })}
        </div>
      </div>
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
  const doubts = doubtsOf(table.guests, present)
  return new Set(
    table.guests
      .filter((_, index) =>
        doubts[index]?.some(doubt => doubt.code === 'duplicateInVisit' || doubt.code === 'duplicateInList'),
      )
      .map(guest => guest.row),
  )
}

interface PreviewRowProps {
  row: number
  draft: GuestDraft
  doubts: Doubt[]
  out: boolean
  onMend: (patch: Partial<GuestDraft>) => void
  onLeave: (out: boolean) => void
}

function PreviewRow({ row, draft, doubts, out, onMend, onLeave }: PreviewRowProps) {
  const { t } = useTranslation()
  const text = (field: 'name' | 'title' | 'organization' | 'phone') => (
    <Input
      key={field}
      size="small"
      value={draft[field]}
      disabled={out}
      aria-label={t('import.fieldOfRow', { field: t(`fields.${field}`), row })}
      {...(field === 'name' && draft.name === '' ? { status: 'error' as const } : {})}
      onChange={event => onMend({ [field]: event.target.value })}
    />
  )
  return (
    <div className={`import-row ${doubts.length > 0 ? 'doubtful' : ''} ${out ? 'left-out' : ''}`}>
      <span className="numeric soft">{row}</span>
      <Checkbox
        checked={!out}
        aria-label={t('import.take', { row })}
        onChange={event => onLeave(!event.target.checked)}
      />
      {text('name')}
      {text('title')}
      {text('organization')}
      <Select
        size="small"
        value={draft.gender}
        disabled={out}
        aria-label={t('import.fieldOfRow', { field: t('fields.gender'), row })}
        onChange={gender => onMend({ gender })}
        options={GENDERS.map(gender => ({ value: gender, label: t(`gender.${gender}`) }))}
      />
      {text('phone')}
      <span className="doubts">
        {doubts.map(doubt => (
          <span key={doubt.code} className={doubt.code === 'nameMissing' ? 'blocks' : ''}>
            {t(`doubt.${doubt.code}`, { ...doubt })}{' '}
          </span>
        ))}
      </span>
    </div>
  )
}
