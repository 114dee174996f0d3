import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ResourceDrawer } from '../resources/ResourceDrawer.tsx'
import { ResourceImport } from '../resources/ResourceImport.tsx'

/** An empty office: two ways on, each one click. */
export function FirstStart() {
  const { t } = useTranslation()
  const act = useAct()
  const [loading, setLoading] = useState(false)
  const [adding, setAdding] = useState<'room' | 'vehicle' | null>(null)
  const [importing, setImporting] = useState<'room' | 'vehicle' | null>(null)
  const load = async () => {
    setLoading(true)
    await act(() => client.sample.load(), { done: ({ visits }) => t('first.loaded', { count: visits }) })
    setLoading(false)
  }
  return (
    <div className="first-start">
      <h1>{t('first.title')}</h1>
      <p className="soft">{t('first.text')}</p>
      <div className="first-ways">
        <section>
          <h2 className="section-title">{t('first.sampleTitle')}</h2>
          <p>{t('first.sampleText')}</p>
          <Button type="primary" size="large" loading={loading} onClick={() => void load()}>
            {t('first.load')}
          </Button>
        </section>
        <section>
          <h2 className="section-title">{t('first.ownTitle')}</h2>
          <p>{t('first.ownText')}</p>
          <div className="acts">
            <Button size="large" onClick={() => setAdding('room')}>
              {t('resources.add.room')}
            </Button>
            <Button size="large" onClick={() => setAdding('vehicle')}>
              {t('resources.add.vehicle')}
            </Button>
            <Button size="large" onClick={() => setImporting('room')}>
              {t('first.importRooms')}
            </Button>
            <Button size="large" onClick={() => setImporting('vehicle')}>
              {t('first.importVehicles')}
            </Button>
          </div>
        </section>
      </div>
      {adding && <ResourceDrawer kind={adding} resource={null} onClose={() => setAdding(null)} />}
      {importing && <ResourceImport kind={importing} onClose={() => setImporting(null)} />}
    </div>
  )
}
