import { FileExcelOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Tabs, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tableOfText } from '../../shared/domain/lists/pastedCells.ts'
import { exportAddress } from '../base/addresses.ts'
import { client } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { sentenceOf } from '../base/sentences.ts'
import { pastedSheet, type Sheet } from '../ui/tableImport/TableSource.tsx'

interface Props {
  pasted: string
  onPasted: (text: string) => void
  /** Which tab is open: `file` or `text`. */
  tab: string
  onTab: (tab: string) => void
  onRead: (sheets: Sheet[], hiddenSheets: readonly string[]) => void
}

/** Where a list comes from: a file, or pasted text, which stays when one comes back to it. */
export function ImportSource({ pasted, onPasted, tab, onTab, onRead }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [problem, setProblem] = useState('')
  const [reading, setReading] = useState(false)
  const read = async (file: File) => {
    setReading(true)
    setProblem('')
    try {
      const { sheets, hiddenSheets } = await client.exchange.readTable({ file })
      onRead(sheets, hiddenSheets)
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
        activeKey={tab}
        onChange={onTab}
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
                  onChange={event => onPasted(event.target.value)}
                  rows={10}
                  aria-label={t('import.text')}
                  placeholder={t('import.textHint')}
                />
                <Button
                  type="primary"
                  style={{ marginTop: 12 }}
                  disabled={pasted.trim() === ''}
                  onClick={() => onRead([pastedSheet(tableOfText(pasted))], [])}
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
