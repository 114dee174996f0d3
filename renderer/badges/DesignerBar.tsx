import {
  CopyOutlined,
  DeleteOutlined,
  DownloadOutlined,
  HistoryOutlined,
  RedoOutlined,
  SaveOutlined,
  UndoOutlined,
  UploadOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NamedDesign } from '../../shared/contract/badges.ts'
import { exportAddress } from '../base/addresses.ts'
import { client, query } from '../base/client.ts'
import { useNamed } from '../base/language.ts'
import { useAct } from '../base/useAct.ts'
import type { Drawing } from './useDesign.ts'

interface Props {
  designs: readonly NamedDesign[]
  chosen: NamedDesign
  drawing: Drawing
  /** There is something to save, and it can be. */
  savable: boolean
  /** What is drawn has a fault: it makes no copy either. */
  faulty: boolean
  onSave: () => void
  /** Leaves what is drawn, after asking where it is not saved. */
  onOpen: (id: string) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** Which design it is, its versions, its way in and out of files, and what is done with all of it. */
export function DesignerBar({ designs, chosen, drawing, ...props }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const named = useNamed()
  const importFile = async (file: File) => {
    const done = await act(() => client.badges.importFile({ file }), {
      done: ({ design: read }) => t('badges.made', { name: read.name }),
    })
    if (done) props.onOpen(done.design.id)
  }
  return (
    <div className="page-head">
      <h1>{t('badges.title')}</h1>
      <Select
        value={chosen.id}
        onChange={props.onOpen}
        aria-label={t('badges.design')}
        style={{ width: 220 }}
        options={designs.map(each => ({ value: each.id, label: named(each) }))}
      />
      <span className="soft numeric">{t('badges.version', { number: chosen.number })}</span>
      <span className="spring" />
      <Button
        icon={<UndoOutlined />}
        disabled={!drawing.canUndo}
        onClick={drawing.undo}
        aria-label={t('common.undo')}
      />
      <Button
        icon={<RedoOutlined />}
        disabled={!drawing.canRedo}
        onClick={drawing.redo}
        aria-label={t('badges.redo')}
      />
      <Versions design={chosen} drawing={drawing} />
      <Button icon={<CopyOutlined />} disabled={props.faulty} onClick={props.onDuplicate}>
        {t('badges.duplicateDesign')}
      </Button>
      <Upload
        accept=".json"
        showUploadList={false}
        beforeUpload={file => {
          void importFile(file)
          return false
        }}
      >
        <Button icon={<UploadOutlined />}>{t('badges.import')}</Button>
      </Upload>
      <a href={exportAddress({ what: 'badge-design', format: 'json', design: chosen.id })} download>
        <Button icon={<DownloadOutlined />}>{t('common.export')}</Button>
      </a>
      <Button
        icon={<DeleteOutlined />}
        aria-label={t('badges.removeDesign')}
        disabled={designs.length === 1}
        onClick={props.onRemove}
      />
      <Button type="primary" icon={<SaveOutlined />} disabled={!props.savable} onClick={props.onSave}>
        {t('common.save')} <span className="kbd">Ctrl S</span>
      </Button>
    </div>
  )
}

/** The versions there were; one that is taken is drawn on, and becomes the next when it is saved. */
function Versions({ design, drawing }: { design: NamedDesign; drawing: Drawing }) {
  const { t } = useTranslation()
  const { data: versions = [] } = useQuery(query.badges.versions.queryOptions({ input: { id: design.id } }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: versions.map(version => ({
          key: String(version.number),
          label: t('badges.versionOf', {
            number: version.number,
            at: version.savedAt.replace('T', ' '),
            by: version.savedBy,
          }),
        })),
        onClick: ({ key }) => {
          const found = versions.find(version => String(version.number) === key)
          if (found) drawing.set(found.design)
        },
      }}
    >
      <Button icon={<HistoryOutlined />}>{t('badges.versions')}</Button>
    </Dropdown>
  )
}
