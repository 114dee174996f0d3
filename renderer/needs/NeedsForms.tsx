import { FileExcelOutlined, PrinterOutlined, UploadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { exportAddress } from '../base/addresses.ts'
import { client } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useMay } from '../base/useMay.ts'
import { NeedsImport } from './NeedsImport.tsx'

/** The needs sheet: printed or as an Excel form for the other side, and its filled copy back. */
export function NeedsForms({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const may = useMay()
  const { notification } = App.useApp()
  const [rows, setRows] = useState<string[][] | null>(null)
  const language = useLanguage()
  const read = async (file: File) => {
    try {
      const { sheets } = await client.exchange.readTable({ file })
      setRows(sheets[0]?.rows ?? [])
    } catch (error) {
      notification.error({ title: sentenceOf(error, t) })
    }
  }
  const form = (filled: 'yes' | 'no') =>
    exportAddress({ what: 'needs', format: 'xlsx', visit: visit.id, filled, language })
  return (
    <>
      <Link to="/print" search={{ visit: visit.id, kind: 'needs' }}>
        <Button size="small" icon={<PrinterOutlined />}>
          {t('documents.needs')}
        </Button>
      </Link>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['no', 'yes'] as const).map(filled => ({
            key: filled,
            label: (
              <a href={form(filled)} download>
                {t(`needs.form.${filled}`)}
              </a>
            ),
          })),
        }}
      >
        <Button size="small" icon={<FileExcelOutlined />}>
          {t('needs.excel')}
        </Button>
      </Dropdown>
      {may('edit') && (
        <Upload
          accept=".xlsx,.csv"
          showUploadList={false}
          beforeUpload={file => {
            void read(file)
            return false
          }}
        >
          <Button size="small" icon={<UploadOutlined />}>
            {t('needs.import')}
          </Button>
        </Upload>
      )}
      {rows && <NeedsImport visit={visit} rows={rows} onClose={() => setRows(null)} />}
    </>
  )
}
