import { ShareAltOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ExportAddress } from '../../shared/contract/exports.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { exportAddress } from '../base/addresses.ts'
import { useLanguage } from '../base/language.ts'
import { fetchFile, saveFile } from '../base/saveFile.ts'
import { sentenceOf } from '../base/sentences.ts'

/** One visit for others: what guests can read, what colleagues work with, and the visit itself for another office. */
export function ShareMenu({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const language = useLanguage()
  const base = { visit: visit.id, language }
  const entries: Record<string, [label: string, address: ExportAddress]> = {
    picture: [t('share.picture'), { what: 'itinerary', format: 'png', ...base }],
    pictures: [t('share.pictures'), { what: 'itinerary-days', format: 'zip', ...base }],
    page: [t('share.page'), { what: 'itinerary', format: 'html', ...base }],
    word: [t('share.word'), { what: 'itinerary', format: 'docx', ...base }],
    calendar: [t('share.calendar'), { what: 'calendar', format: 'ics', method: 'publish', ...base }],
    contact: [t('share.contact'), { what: 'coordinator', format: 'vcf', ...base }],
    invitation: [t('share.invitation'), { what: 'calendar', format: 'ics', method: 'request', ...base }],
    cancellation: [t('share.cancellation'), { what: 'calendar', format: 'ics', method: 'cancel', ...base }],
    scheduleSheet: [t('share.scheduleSheet'), { what: 'schedule', format: 'xlsx', ...base }],
    scheduleText: [t('share.scheduleCsv'), { what: 'schedule', format: 'csv', ...base }],
    guestSheet: [t('share.guestSheet'), { what: 'guests', format: 'xlsx', ...base }],
    guestText: [t('share.guestCsv'), { what: 'guests', format: 'csv', ...base }],
    plan: [t('share.plan'), { what: 'plan', format: 'docx', ...base }],
    report: [t('share.report'), { what: 'closing-report', format: 'docx', ...base }],
    file: [t('share.file'), { what: 'visit', format: 'yingbin', ...base }],
  }
  const item = (key: string) => ({ key, label: entries[key]?.[0] })
  const items: MenuProps['items'] = [
    {
      type: 'group',
      key: 'guests',
      label: t('share.forGuests'),
      children: [
        { key: 'copy', label: t('share.copy') },
        ...['picture', 'pictures', 'page', 'word', 'calendar', 'contact'].map(item),
      ],
    },
    {
      type: 'group',
      key: 'house',
      label: t('share.forHouse'),
      children: [
        'invitation',
        'cancellation',
        'scheduleSheet',
        'scheduleText',
        'guestSheet',
        'guestText',
        'plan',
        'report',
      ].map(item),
    },
    { type: 'group', key: 'whole', label: t('share.forOffice'), children: [item('file')] },
  ]
  const copy = async () => {
    const answer = await fetchFile(exportAddress({ what: 'schedule', format: 'txt', ...base }))
    await navigator.clipboard.writeText(await answer.text())
    notification.success({ title: t('share.copied'), placement: 'bottomRight', role: 'status' })
  }
  const share = async (key: string) => {
    const entry = entries[key]
    if (!entry) return copy()
    await saveFile(exportAddress(entry[1]))
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        style: { maxHeight: '80vh', overflow: 'auto' },
        onClick: ({ key }) =>
          void share(key).catch(error =>
            notification.error({ title: sentenceOf(error, t), placement: 'bottomRight', duration: 10 }),
          ),
      }}
    >
      <Button icon={<ShareAltOutlined />}>{t('share.title')}</Button>
    </Dropdown>
  )
}
