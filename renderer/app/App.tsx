import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useState } from 'react'
import { DeskGate } from '../accounts/DeskGate.tsx'
import { query, queryClient } from '../base/client.ts'
import { keptLanguage, speak } from '../base/i18n.ts'
import { useLanguage } from '../base/language.ts'
import { keepShade, keptShade, type Shade, ShadeContext, themeOf } from '../base/theme.ts'
import { tabLeavesLists } from '../ui/tabLeaves.ts'
import { ReapprovalDialog } from './ReapprovalDialog.tsx'
import { router } from './routes.tsx'

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Dressed />
    </QueryClientProvider>
  )
}

/** How far above the lower edge a notice stands, px: over what is docked there, such as the line that adds a guest. */
const NOTICE_BOTTOM = 64

/** Language and look around the pages. */
function Dressed() {
  const language = useLanguage()
  const [shade, setShade] = useState(keptShade)
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  useEffect(() => tabLeavesLists(window), [])
  useEffect(() => {
    document.documentElement.dataset.shade = shade
  }, [shade])
  useEffect(() => {
    if (settings && keptLanguage() === null) speak(settings.language, false)
  }, [settings])
  const shadeContext = useMemo(
    () => ({
      shade,
      setShade: (next: Shade) => {
        keepShade(next)
        setShade(next)
      },
    }),
    [shade],
  )
  return (
    <ShadeContext value={shadeContext}>
      <ConfigProvider
        locale={language === 'en' ? enUS : zhCN}
        theme={themeOf(shade)}
        button={{ autoInsertSpace: false }}
      >
        <AntApp style={{ height: '100%' }} notification={{ maxCount: 1, placement: 'bottom', bottom: NOTICE_BOTTOM }}>
          <DeskGate>
            <RouterProvider router={router} />
          </DeskGate>
          <ReapprovalDialog />
        </AntApp>
      </ConfigProvider>
    </ShadeContext>
  )
}
