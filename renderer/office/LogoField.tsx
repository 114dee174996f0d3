import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { Field } from '../ui/Field.tsx'

/** The logo of the office: seen, chosen, taken away. */
export function LogoField({ logo }: { logo: string }) {
  const { t } = useTranslation()
  const act = useAct()
  return (
    <Field label={t('office.logo')} className="wide">
      {() => (
        <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
          {logo && (
            <img
              src={`/files/${logo}`}
              alt={t('office.logo')}
              style={{ height: 40, maxWidth: 160, objectFit: 'contain', background: '#fff', padding: 2 }}
            />
          )}
          <Upload
            accept=".png,.jpg,.jpeg,.svg"
            showUploadList={false}
            beforeUpload={file => {
              void act(() => client.office.setLogo({ file }), { done: t('office.logoSaved') })
              return false
            }}
          >
            <Button icon={<UploadOutlined />}>{t('office.chooseLogo')}</Button>
          </Upload>
          {logo && (
            <Button
              icon={<DeleteOutlined />}
              onClick={() => void act(() => client.office.setLogo({ file: null }), { done: t('office.logoRemoved') })}
            >
              {t('common.remove')}
            </Button>
          )}
          <span className="soft">{t('office.logoHint')}</span>
        </div>
      )}
    </Field>
  )
}
