import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Alert, Button, Checkbox, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { blocksSaving, isRemark } from '../../shared/domain/lists/guestDoubts.ts'
import { client, query } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportPassed } from './ImportPassed.tsx'
import { ImportRow } from './ImportRow.tsx'
import { isSensitive, toNewGuest } from './newGuest.ts'
import { useGuestList } from './useGuestList.ts'

interface Props {
  rows: string[][]
  visit: Visit
  present: Guest[]
  onBack: () => void
  onDone: () => void
}

/** What was read of a list, to be looked through and mended before any of it is saved. */
export function ImportPreview({ rows, visit, present, onBack, onDone }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const queries = useQueryClient()
  const list = useGuestList(rows, visit, present)
  const [onlyDoubtful, setOnlyDoubtful] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState('')
  const [consented, setConsented] = useState(false)
  // Who was just made a guest of a line: the cursor goes there.
  const [fresh, setFresh] = useState('')
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  const { data: state } = useQuery(query.office.state.queryOptions())
  const stop = useRef<AbortController>(null)
  const taken = list.guests.filter(each => !each.isOut)
  const sensitive = taken.filter(each => isSensitive(each.guest.draft)).length
  const consent = consented && state && desk?.account ? { consentOn: state.today, consentBy: desk.account.name } : null
  const nameless = taken.filter(each => each.doubts.some(blocksSaving)).length
  const doubtful = list.guests.filter(each => each.doubts.some(doubt => !isRemark(doubt))).length
  const papers = list.guests.filter(each => each.doubts.some(isRemark)).length
  const shown = list.guests.filter(
    each => !onlyDoubtful || each.key === fresh || each.doubts.some(doubt => !isRemark(doubt)),
  )
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 62,
    measureElement: element => element.getBoundingClientRect().height,
    overscan: 10,
    initialRect: { width: 900, height: 400 },
  })
  const freshPlace = shown.findIndex(each => each.key === fresh)
  useEffect(() => {
    if (freshPlace >= 0) virtual.scrollToIndex(freshPlace)
  }, [freshPlace, virtual])

  const save = async () => {
    const abort = new AbortController()
    stop.current = abort
    setProblem('')
    setProgress({ done: 0, total: taken.length })
    try {
      const events = await client.guests.importAll(
        {
          visitId: visit.id,
          guests: taken.map(({ guest }) => toNewGuest(guest.draft, visit.organization, consent)),
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
      <p className="import-told">
        {list.headerRow === null ? t('import.noHeader') : t('import.header', { row: list.headerRow })}{' '}
        {t('import.found', { count: list.guests.length })}{' '}
        {doubtful > 0 && <strong>{t('import.doubtful', { count: doubtful })}</strong>}{' '}
        {papers > 0 && t('import.papersLeftOut', { count: papers })}
      </p>
      <ImportColumns list={list} />
      {problem && <Alert type="warning" showIcon title={problem} className="import-problem" role="alert" />}
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
                key={each.key}
                ref={virtual.measureElement}
                data-index={place.index}
                style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${place.start}px)` }}
              >
                <ImportRow
                  guest={each.guest}
                  doubts={each.doubts}
                  out={each.isOut}
                  fresh={each.key === fresh}
                  onMend={(patch, settled) => list.mend(each.key, patch, settled)}
                  onLeave={out => list.leave(each.key, out)}
                />
              </div>
            )
          })}
        </div>
      </div>
      <ImportPassed lines={list.passed} onTake={line => setFresh(list.take(line))} />
      {progress && (
        <Progress
          percent={Math.round((progress.done / Math.max(1, progress.total)) * 100)}
          aria-label={t('import.saving')}
        />
      )}
      {sensitive > 0 && (
        <Checkbox className="import-consent" checked={consented} onChange={event => setConsented(event.target.checked)}>
          {t('import.consent', { count: sensitive })}
        </Checkbox>
      )}
      <div className="import-acts">
        <Checkbox
          checked={onlyDoubtful}
          onChange={event => setOnlyDoubtful(event.target.checked)}
          disabled={doubtful === 0}
        >
          {t('import.onlyDoubtful')}
        </Checkbox>
        <span className="gap" />
        {nameless > 0 && <span className="blocks-text">{t('import.nameless', { count: nameless })}</span>}
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
