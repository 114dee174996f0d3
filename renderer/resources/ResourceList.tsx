import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import type { Day } from '../../shared/domain/time.ts'
import { documentAddresses, exportAddress } from '../base/addresses.ts'
import { useLanguage } from '../base/language.ts'

interface ListProps {
  kind: Resource['kind']
  resources: Resource[]
  month: { from: Day; until: Day }
  onEdit: (id: string) => void
}

/** The resources themselves, with what they are and where their papers lie. */
export function ResourceList({ kind, resources, month, onEdit }: ListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const text = (
    field:
      | 'latinName'
      | 'building'
      | 'floor'
      | 'plate'
      | 'vehicleKind'
      | 'driverName'
      | 'driverPhone'
      | 'department'
      | 'title'
      | 'phone'
      | 'languages',
  ) => ({
    title: t(`fields.${field}`),
    dataIndex: field,
    ellipsis: true,
  })
  return (
    <Table<Resource>
      size="small"
      rowKey="id"
      dataSource={resources}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: t(kind === 'person' ? 'fields.name' : 'fields.resourceName'),
          dataIndex: 'name',
          render: (name: string, row) => (
            <Button type="link" style={{ padding: 0 }} onClick={() => onEdit(row.id)}>
              {name}
            </Button>
          ),
        },
        ...{
          room: [text('latinName'), text('building'), text('floor')],
          vehicle: [text('plate'), text('vehicleKind'), text('driverName'), text('driverPhone')],
          person: [text('department'), text('title'), text('phone'), text('languages')],
        }[kind],
        ...(kind === 'person'
          ? [
              {
                title: t('fields.canDrive'),
                dataIndex: 'canDrive',
                width: 90,
                render: (drives: boolean) => (drives ? t('common.yes') : ''),
              },
            ]
          : [{ title: t('fields.capacity'), dataIndex: 'capacity', align: 'right' as const, width: 90 }]),
        ...(kind === 'room'
          ? [
              {
                title: t('fields.equipment'),
                dataIndex: 'equipment',
                render: (equipment: string[]) => equipment.join(t('mark.list')),
              },
            ]
          : []),
        {
          title: t('fields.margins'),
          render: (_, row) => (
            <span className="numeric">
              {t('resources.margins', { setup: row.setupMinutes, clearup: row.clearupMinutes })}
            </span>
          ),
        },
        {
          title: '',
          width: 130,
          render: (_, row) => (
            <span className="row-links">
              <a
                href={exportAddress({ what: 'resource', format: 'ics', resource: row.id, ...month, language })}
                download
              >
                .ics ↓
              </a>
              {kind === 'room' && (
                <a
                  href={documentAddresses({ kind: 'room-sign', resource: row.id, day: month.from, language }).page}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('resources.sign')}
                </a>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
