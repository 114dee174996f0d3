import {
  BulbOutlined,
  CalendarOutlined,
  CarOutlined,
  GiftOutlined,
  HomeOutlined,
  IdcardOutlined,
  PlusOutlined,
  PrinterOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useMatch, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Segmented, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, worded } from '../../shared/domain/language.ts'
import { DeskMenu } from '../accounts/DeskMenu.tsx'
import { query } from '../base/client.ts'
import { speak } from '../base/i18n.ts'
import { useLanguage } from '../base/language.ts'
import { useShade } from '../base/theme.ts'
import { forgetActs } from '../base/undoing.ts'
import { useUndoKeys } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { PrintQueue } from '../print/PrintQueue.tsx'
import { SearchBox } from '../search/SearchBox.tsx'
import { NewVisitDialog } from '../visits/NewVisitDialog.tsx'

const PLACES = [
  { to: '/', name: 'today', icon: <HomeOutlined /> },
  { to: '/calendar', name: 'calendar', icon: <CalendarOutlined /> },
  { to: '/visits', name: 'visits', icon: <TeamOutlined /> },
  { to: '/rooms', name: 'rooms', icon: <SolutionOutlined /> },
  { to: '/vehicles', name: 'vehicles', icon: <CarOutlined /> },
  { to: '/people', name: 'persons', icon: <IdcardOutlined /> },
  { to: '/supplies', name: 'supplies', icon: <GiftOutlined /> },
  { to: '/print', name: 'print', icon: <PrinterOutlined /> },
] as const

/** Navigation, search and language around every page; the keys that work everywhere. */
export function Shell() {
  const { t } = useTranslation()
  const language = useLanguage()
  const may = useMay()
  const mayEdit = may('edit')
  const { shade, setShade } = useShade()
  const [entering, setEntering] = useState(false)
  const navigate = useNavigate()
  const { visitId } = useParams({ strict: false })
  const printing = useMatch({ from: '/print', shouldThrow: false })?.search
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  const who = desk?.account?.id

  useUndoKeys()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person at the desk is what empties the list.
  useEffect(() => forgetActs, [who])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey
      // Browsers keep Ctrl+N for themselves, so Alt+N does the same.
      if ((plain || (event.altKey && !event.ctrlKey)) && key === 'n') {
        event.preventDefault()
        setEntering(mayEdit)
      } else if (plain && key === 'p') {
        event.preventDefault()
        if (printing) void navigate({ to: '/print', search: { ...printing, now: true }, replace: true })
        else void navigate({ to: '/print', search: visitId ? { visit: visitId } : {} })
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate, mayEdit, printing, visitId])

  return (
    <div className="shell">
      <div className="shell-brand">
        <img src="/yingbin.svg" alt="" />
        {t('app.name')}
      </div>
      <header className="shell-head">
        <SearchBox />
        <span style={{ flex: 1 }} />
        <span className="soft">{settings && worded(language, settings.companyName, settings.companyLatin)}</span>
        {may('edit') && (
          <Tooltip title="Alt+N">
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEntering(true)}>
              {t('visits.new')}
            </Button>
          </Tooltip>
        )}
        <Tooltip title={t(shade === 'dark' ? 'shell.light' : 'shell.dark')}>
          <Button
            type="text"
            icon={<BulbOutlined />}
            aria-label={t(shade === 'dark' ? 'shell.light' : 'shell.dark')}
            onClick={() => setShade(shade === 'dark' ? 'light' : 'dark')}
          />
        </Tooltip>
        <Segmented
          aria-label={t('shell.language')}
          value={language}
          onChange={(chosen: Language) => speak(chosen)}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <DeskMenu />
      </header>
      <nav className="shell-nav" aria-label={t('shell.navigation')}>
        {PLACES.map(place => (
          <Link key={place.to} to={place.to} activeOptions={{ exact: place.to === '/', includeSearch: false }}>
            {place.icon}
            {t(`nav.${place.name}`)}
          </Link>
        ))}
        <span className="spring" />
        <Link to="/settings">
          <SettingOutlined />
          {t('nav.settings')}
        </Link>
      </nav>
      <main className="shell-main">
        <Outlet />
      </main>
      <PrintQueue />
      <NewVisitDialog open={entering} onClose={() => setEntering(false)} />
    </div>
  )
}
