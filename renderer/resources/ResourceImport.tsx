import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ResourceKind, resourceFields } from '../../shared/contract/resources.ts'
import {
  type ReadResource,
  type ResourceColumn,
  readResourceTable,
  resourceColumns,
  withKeptLines,
} from '../../shared/domain/lists/resourceTable.ts'
import { exportAddress } from '../base/addresses.ts'
import { client, query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { useAct } from '../base/useAct.ts'
import { issueSentence } from '../ui/tableImport/issueSentence.ts'
import { TableImport } from '../ui/tableImport/TableImport.tsx'

/** What is shown of a list before it is saved. */
const SHOWN = {
  room: ['name', 'building', 'capacity', 'equipment'],
  vehicle: ['name', 'plate', 'capacity', 'driverName'],
  person: ['name', 'department', 'title', 'phone'],
} as const

/** What a row must be to be saved; what the table does not tell is left as it is. */
const rowFields = resourceFields.partial().required({ name: true })

interface Props {
  kind: ResourceKind
  onClose: () => void
}

/** Rooms, vehicles or staff from a list: seen first, then all saved or none; names already there are updated. */
export function ResourceImport({ kind, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const { data: resources = [] } = useQuery(query.resources.list.queryOptions({ input: { kind } }))
  const nameOf = (column: ResourceColumn) =>
    column === 'thing'
      ? t('resources.thing')
      : t(column === 'name' && kind !== 'person' ? 'fields.resourceName' : `fields.${column}`)
  const savedAs = (each: ReadResource) =>
    withKeptLines(
      each,
      resources.find(resource => resource.name === each.draft.name),
    )
  const report = (each: ReadResource) => ({
    blocks: [
      ...(each.repeats === null ? [] : [t('tableImport.repeats', { row: each.repeats })]),
      ...(rowFields.safeParse(savedAs(each)).error?.issues ?? []).map(issue =>
        issueSentence(issue, nameOf(String(issue.path[0]) as ResourceColumn), t),
      ),
    ],
    remarks: each.doubts.map(doubt => t('tableImport.doubtKept', { field: nameOf(doubt.column), text: doubt.text })),
  })
  const save = async (rows: ReadResource[]) => {
    const saved = await act(() => client.resources.importAll({ kind, rows: rows.map(savedAs) }), {
      done: ({ created, updated }) => t('resources.imported', { created, updated }),
    })
    return saved !== undefined
  }
  return (
    <TableImport<ReadResource, ResourceColumn>
      title={t(`resources.importTitle.${kind}`)}
      hint={t(`resources.importHint.${kind}`)}
      noTable={t(kind === 'vehicle' ? 'resources.noVehicleTable' : 'resources.noTable')}
      template={{
        href: exportAddress({
          what: 'resource-template',
          format: 'xlsx',
          kind,
          language,
        }),
        label: t('resources.template'),
      }}
      read={(rows, chosen) => readResourceTable(rows, kind, chosen)}
      choices={resourceColumns(kind)}
      columnName={nameOf}
      shown={SHOWN[kind].map(field => ({
        title: nameOf(field),
        key: field,
        width: 120,
        render: (_: unknown, each: ReadResource) => {
          const value = each.draft[field]
          return Array.isArray(value) ? value.join(t('mark.list')) : value || '—'
        },
      }))}
      report={report}
      saveLabel={count => t('import.save', { count })}
      onSave={save}
      onClose={onClose}
    />
  )
}
