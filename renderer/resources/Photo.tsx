import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'

/** A photo of the room, so that nobody books the wrong one. */
export function Photo({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const act = useAct()
  const put = (file: File | null) =>
    act(() => client.resources.setPhoto({ id: resource.id, file }), {
      done: t(file ? 'resources.photoSaved' : 'resources.photoRemoved', { name: resource.name }),
    })
  return (
    <section style={{ marginTop: 20 }}>
      <h3 className="section-title">{t('resources.photo')}</h3>
      {resource.photo !== '' && (
        <img
          className="room-photo"
          src={`/files/${resource.photo}`}
          alt={t('resources.photoOf', { name: resource.name })}
        />
      )}
      <div style={{ display: 'flex', gap: 8 }}>
        <Upload
          accept="image/png,image/jpeg"
          showUploadList={false}
          beforeUpload={file => {
            void put(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined />}>{t('resources.choosePhoto')}</Button>
        </Upload>
        {resource.photo !== '' && (
          <Button icon={<DeleteOutlined />} onClick={() => void put(null)}>
            {t('common.remove')}
          </Button>
        )}
      </div>
    </section>
  )
}
