import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingRow } from '../../shared/contract/bookings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import {
  BOOKING_COLUMNS,
  type BookingColumn,
  type BookingRowDraft,
  readBookingTable,
} from '../../shared/domain/lists/bookingTable.ts'
import { addDays, type Day } from '../../shared/domain/time.ts'
import { exportAddress } from '../base/addresses.ts'
import { client } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { conflictSentence, conflictsOf, spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { issueSentence } from '../ui/tableImport/issueSentence.ts'
import { TableImport } from '../ui/tableImport/TableImport.tsx'

interface Props {
  kind: Resource['kind']
  resources: Resource[]
  today: Day
  onClose: () => void
}

/** Bookings from a list: seen first, with what is not understood or taken at its row; then all are booked, or none. */
export function BookingImport({ kind, resources, today, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const [taken, setTaken] = useState<BookingConflict[]>([])
  const resourceOf = (name: string) =>
    name === ''
      ? undefined
      : resources.find(each => [each.name, each.latinName, each.plate].some(own => plain(own) === plain(name)))
  const savedAs = (draft: BookingRowDraft) => {
    const { row: _, doubts: __, remarks: ___, resource, ...rest } = draft
    return { ...rest, resourceId: resourceOf(resource)?.id ?? '' }
  }
  const nameOf = (column: BookingColumn) =>
    t(column === 'resource' ? `resourceKind.${kind}` : column === 'title' ? 'bookings.title' : `fields.${column}`)
  const report = (draft: BookingRowDraft) => {
    const resource = resourceOf(draft.resource)
    const conflict = taken.find(each => each.resource.id === resource?.id && each.wanted.startsAt === draft.startsAt)
    const issues = bookingRow.safeParse(savedAs(draft)).error?.issues ?? []
    return {
      blocks: [
        ...draft.doubts.map(doubt => t('resources.doubt', { field: nameOf(doubt.column), text: doubt.text || '—' })),
        ...(draft.resource !== '' && !resource ? [t('bookingImport.unknown', { name: draft.resource })] : []),
        ...issues
          .filter(issue => issue.code === 'too_big')
          .map(issue => issueSentence(issue, nameOf(String(issue.path[0]) as BookingColumn), t)),
        ...(conflict ? [conflictSentence(conflict, t)] : []),
      ],
      remarks: draft.remarks.map(remark =>
        t('tableImport.doubtKept', { field: nameOf(remark.column), text: remark.text }),
      ),
    }
  }
  const save = async (rows: BookingRowDraft[]) => {
    setTaken([])
    const done = await act(() => client.bookings.importRows({ rows: rows.map(savedAs) }), {
      done: ({ made }) => t('bookingImport.done', { count: made }),
      refused: error => {
        setTaken(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
    return done !== undefined
  }
  return (
    <TableImport<BookingRowDraft, BookingColumn>
      title={t('bookingImport.title')}
      hint={t('bookingImport.hint')}
      noTable={t('bookingImport.noTable')}
      template={{
        href: exportAddress({
          what: 'bookings',
          format: 'xlsx',
          kind,
          from: today,
          until: addDays(today, 30),
          language,
        }),
        label: t('bookingImport.template'),
      }}
      notice={taken.length > 0 ? t('bookingImport.taken', { count: taken.length }) : ''}
      read={(rows, chosen) => readBookingTable(rows, today, chosen)}
      choices={BOOKING_COLUMNS}
      columnName={nameOf}
      shown={[
        { title: nameOf('resource'), dataIndex: 'resource', width: 140 },
        { title: nameOf('title'), dataIndex: 'title', width: 170 },
        {
          title: t('fields.time'),
          width: 160,
          render: (_, draft) => <span className="numeric">{spanText(draft.startsAt, draft.endsAt)}</span>,
        },
        { title: nameOf('organizer'), dataIndex: 'organizer', width: 90 },
      ]}
      report={report}
      saveLabel={count => t('bookingImport.save', { count })}
      onSave={save}
      onClose={onClose}
    />
  )
}

/** `301会议室` is the room `301 会议室`. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
