import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { joinedSheets } from '../../shared/domain/lists/guestTable.ts'
import { HiddenNotice } from '../ui/tableImport/HiddenNotice.tsx'
import type { Sheet } from '../ui/tableImport/TableSource.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportSource } from './ImportSource.tsx'

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
              className="table-import-sheet"
              options={sheets.map((each, index) => ({ value: index, label: `${each.name} (${each.rows.length})` }))}
            />
          )}
          <HiddenNotice {...chosen.hidden} sheets={hiddenSheets} />
          <ImportPreview
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
