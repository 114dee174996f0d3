import { FileExcelOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pastedTable } from '../../../shared/domain/lists/pastedTable.ts'
import { client } from '../../base/client.ts'
import { sentenceOf } from '../../base/sentences.ts'

/** What was read of a sheet, or of pasted text as one. */
export interface Sheet {
  name: string
  rows: string[][]
  /** How much of it is hidden in its file. */
  hidden: { rows: number; columns: number }
}

/** Pasted text as a sheet: nothing of it is hidden. */
export const pastedSheet = (rows: string[][]): Sheet => ({ name: '', rows, hidden: { rows: 0, columns: 0 } })

interface Props {
  hint: string
  noTable: string
  template: { href: string; label: string }
  pasted: string
  onPasted: (text: string) => void
  /** Takes what was read; false where none of it is the list. */
  onRead: (sheets: Sheet[], hiddenSheets: readonly string[]) => boolean
}

/** Where a list comes from: a file, or text that is pasted, which is read at once where it has headings. */
export function TableSource({ hint, noTable, template, pasted, onPasted, onRead }: Props) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState('')
  const [reading, setReading] = useState(false)
  const open = (sheets: Sheet[], hiddenSheets: readonly string[]) => {
    if (!onRead(sheets, hiddenSheets)) setProblem(noTable)
  }
  const openFile = async (file: File) => {
    setProblem('')
    setReading(true)
    try {
      const read = await client.exchange.readTable({ file })
      open(read.sheets, read.hiddenSheets)
    } catch (error) {
      setProblem(sentenceOf(error, t))
    } finally {
      setReading(false)
    }
  }
  const openText = (text: string) => open([pastedSheet(pastedTable(text))], [])
  return (
    <div className="table-import-source">
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Upload.Dragger
        accept=".xlsx,.xls,.csv,.txt"
        multiple={false}
        showUploadList={false}
        disabled={reading}
        beforeUpload={file => {
          void openFile(file)
          return false
        }}
      >
        <p>
          <InboxOutlined className="table-import-icon" />
        </p>
        <p>{reading ? t('import.reading') : t('import.drop')}</p>
        <p className="soft">{hint}</p>
      </Upload.Dragger>
      <Input.TextArea
        value={pasted}
        rows={5}
        autoFocus
        aria-label={t('import.text')}
        placeholder={t('tableImport.pasteHint')}
        onChange={event => onPasted(event.target.value)}
        onPaste={event => {
          const text = event.clipboardData.getData('text')
          if (pasted !== '' || !onRead([pastedSheet(pastedTable(text))], [])) return
          // What was read is kept for a step back.
          event.preventDefault()
          onPasted(text)
        }}
      />
      <div className="table-import-acts">
        <a href={template.href} download>
          <FileExcelOutlined /> {template.label}
        </a>
        <Button disabled={pasted.trim() === ''} onClick={() => openText(pasted)}>
          {t('import.preview')}
        </Button>
      </div>
    </div>
  )
}
