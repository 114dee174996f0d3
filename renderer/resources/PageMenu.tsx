import { CalendarOutlined, DownloadOutlined, ImportOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { Day } from '../../shared/domain/time.ts'
import { documentAddresses, exportAddress } from '../base/addresses.ts'
import { useMay } from '../base/useMay.ts'

export type Importing = 'resources' | 'calendar' | 'bookings' | null

interface MenuProps {
  kind: Resource['kind']
  range: { first: Day; days: number }
  month: { from: Day; until: Day }
  language: Language
  onImport: (what: Importing) => void
}

/** What goes in and out: printed schedules, exports, imports. */
export function PageMenu({ kind, range, month, language, onImport }: MenuProps) {
  const { t } = useTranslation()
  const may = useMay()
  const days = range.days === 1 ? 1 : 7
  const printed = (['a4', 'a3'] as const).map(paper => ({
    key: paper,
    label: (
      <a
        href={
          documentAddresses({ kind: 'resource-schedule', resourceKind: kind, day: range.first, days, paper, language })
            .page
        }
        target="_blank"
        rel="noreferrer"
      >
        {t(days === 1 ? 'resources.printDay' : 'resources.printWeek', { paper: paper.toUpperCase() })}
      </a>
    ),
  }))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...printed,
            { type: 'divider' as const },
            ...(['xlsx', 'csv'] as const).map(format => ({
              key: format,
              label: (
                <a href={exportAddress({ what: 'bookings', format, kind, ...month, language })} download>
                  {t(`exports.bookings.${kind}`)} · {t(`exports.as.${format}`)}
                </a>
              ),
            })),
          ],
        }}
      >
        <Button icon={<DownloadOutlined />}>{t('common.export')}</Button>
      </Dropdown>
      {may('edit') && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(may('manage')
                ? [
                    {
                      key: 'resources',
                      icon: <ImportOutlined />,
                      label: t('resources.import'),
                      onClick: () => onImport('resources'),
                    },
                  ]
                : []),
              {
                key: 'calendar',
                icon: <CalendarOutlined />,
                label: t('calendarImport.title'),
                onClick: () => onImport('calendar'),
              },
              {
                key: 'bookings',
                icon: <ImportOutlined />,
                label: t('bookingImport.title'),
                onClick: () => onImport('bookings'),
              },
            ],
          }}
        >
          <Button icon={<ImportOutlined />}>{t('resources.bring')}</Button>
        </Dropdown>
      )}
    </>
  )
}
