import { Alert, Button, Modal, Select, type TableColumnType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Chosen, ReadTable, Use } from '../../../shared/domain/lists/headings.ts'
import { HiddenNotice } from './HiddenNotice.tsx'
import { TableColumns } from './TableColumns.tsx'
import { TableRows } from './TableRows.tsx'
import { type Sheet, TableSource } from './TableSource.tsx'
import './tableImport.css'

/** What is said of a row: `blocks` keeps it from being saved, `remarks` does not. */
export interface RowReport {
  blocks: string[]
  remarks: string[]
}

interface Props<Row, Column extends string> {
  title: string
  /** What the list must have, and what becomes of entries that are there already. */
  hint: string
  /** Said where no row of headings is found. */
  noTable: string
  template: { href: string; label: string }
  /** Reads the cells of a sheet as the list; null where it has no headings. */
  read: (rows: string[][], chosen: Chosen<Column>) => ReadTable<Row, Column> | null
  /** What a column may be used for, in the order in which it is offered. */
  choices: readonly Column[]
  columnName: (column: Column) => string
  /** What is shown of each row before it is saved. */
  shown: TableColumnType<Row>[]
  report: (row: Row) => RowReport
  saveLabel: (count: number) => string
  /** Why the last try to save was refused; empty where it was not. */
  notice?: string
  /** Saves the rows, all or none; false where it was refused, and the list stays. */
  onSave: (rows: Row[]) => Promise<boolean>
  onClose: () => void
}

/**
 * A list from Excel, CSV or pasted text: seen first, with what each column was taken for and what is not understood at its row; then
 * all rows that are ticked are saved, or none. What was pasted is still there after a step back.
 */
export function TableImport<Row extends { row: number }, Column extends string>(props: Props<Row, Column>) {
  const { t } = useTranslation()
  const [pasted, setPasted] = useState('')
  const [sheets, setSheets] = useState<Sheet[] | null>(null)
  const [hiddenSheets, setHiddenSheets] = useState<readonly string[]>([])
  const [chosenSheet, setChosenSheet] = useState<number | null>(null)
  const [chosen, setChosen] = useState<Chosen<Column>>(new Map())
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set())
  const [saving, setSaving] = useState(false)
  const isList = (sheet: Sheet) => (props.read(sheet.rows, new Map())?.rows.length ?? 0) > 0
  const openSheet = (index: number | null) => {
    setChosenSheet(index)
    setChosen(new Map())
    setLeftOut(new Set())
  }
  const open = (read: Sheet[], hidden: readonly string[]) => {
    if (!read.some(isList)) return false
    setSheets(read)
    setHiddenSheets(hidden)
    openSheet(null)
    return true
  }
  const index = chosenSheet ?? Math.max(0, sheets?.findIndex(isList) ?? 0)
  const table = sheets ? props.read(sheets[index]?.rows ?? [], chosen) : null
  const rows = (table?.rows ?? []).map(row => ({ row, report: props.report(row) }))
  const blocked = rows.filter(each => each.report.blocks.length > 0).length
  const taken = rows.filter(each => each.report.blocks.length === 0 && !leftOut.has(each.row.row)).map(each => each.row)
  const save = async () => {
    setSaving(true)
    const isSaved = await props.onSave(taken)
    setSaving(false)
    if (isSaved) props.onClose()
  }
  return (
    <Modal
      open
      width={960}
      onCancel={props.onClose}
      title={props.title}
      mask={{ closable: false }}
      footer={
        sheets && [
          <Button key="back" onClick={() => setSheets(null)}>
            {t('common.back')}
          </Button>,
          <Button key="save" type="primary" loading={saving} disabled={taken.length === 0} onClick={() => void save()}>
            {props.saveLabel(taken.length)}
          </Button>,
        ]
      }
    >
      {sheets ? (
        <>
          {sheets.length > 1 && (
            <Select
              className="table-import-sheet"
              aria-label={t('import.sheet')}
              value={index}
              onChange={openSheet}
              options={sheets.map((sheet, at) => ({ value: at, label: `${sheet.name} (${sheet.rows.length})` }))}
            />
          )}
          {props.notice && <Alert type="warning" showIcon title={props.notice} role="alert" />}
          <HiddenNotice {...(sheets[index]?.hidden ?? { rows: 0, columns: 0 })} sheets={hiddenSheets} />
          {table ? (
            <>
              <p>
                {t('import.header', { row: table.headerRow })} {t('tableImport.found', { count: table.rows.length })}{' '}
                {blocked > 0 && <strong>{t('tableImport.blocked', { count: blocked })}</strong>}
              </p>
              <TableColumns
                columns={table.columns}
                choices={props.choices}
                name={props.columnName}
                onUse={(at, use) => setChosen(chosenAnew(table.columns, chosen, at, use))}
              />
              <TableRows
                rows={rows}
                shown={props.shown}
                leftOut={leftOut}
                onLeave={(row, out) => setLeftOut(out ? new Set([...leftOut, row]) : without(leftOut, row))}
              />
              {table.skipped.length > 0 && (
                <details className="table-import-skipped">
                  <summary>{t('tableImport.skipped', { count: table.skipped.length })}</summary>
                  {table.skipped.map(each => (
                    <p key={each.row} className="soft">
                      {each.row}: {each.text}
                    </p>
                  ))}
                </details>
              )}
            </>
          ) : (
            <Alert type="error" showIcon title={props.noTable} role="alert" />
          )}
        </>
      ) : (
        <TableSource
          hint={props.hint}
          noTable={props.noTable}
          template={props.template}
          pasted={pasted}
          onPasted={setPasted}
          onRead={open}
        />
      )}
    </Modal>
  )
}

const without = (rows: ReadonlySet<number>, row: number): ReadonlySet<number> =>
  new Set([...rows].filter(each => each !== row))

/** A field is read from one column: whoever had it before goes into the notes. */
function chosenAnew<Column extends string>(
  columns: readonly { index: number; use: Use<Column> }[],
  chosen: Chosen<Column>,
  at: number,
  use: Use<Column>,
): Chosen<Column> {
  const next = new Map(chosen)
  if (use !== 'kept' && use !== 'left')
    for (const column of columns) if (column.use === use) next.set(column.index, 'kept')
  return next.set(at, use)
}
