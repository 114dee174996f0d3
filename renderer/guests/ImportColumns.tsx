import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { headingKey, type Meaning } from '../../shared/domain/lists/guestBlocks.ts'
import { GUEST_COLUMNS } from '../../shared/domain/lists/guestDraft.ts'
import type { GuestList } from './useGuestList.ts'

/** What the columns of a table were taken for: those that are not known first, each to be changed. */
export function ImportColumns({ list }: { list: GuestList }) {
  const { t } = useTranslation()
  const nameOf = (kinds: readonly string[]) =>
    kinds
      .map(kind => GUEST_COLUMNS.find(column => column === kind))
      .map(column => (column ? t(`fields.${column}`) : t('import.keepNote')))
      .join(t('mark.list'))
  if (list.headings.length === 0) return null
  const unknown = list.headings.filter(column => column.unknown)
  return (
    <details className="import-columns" open={unknown.length > 0}>
      <summary>
        {t('import.columns')}
        {unknown.length > 0 && (
          <span className="unknown">
            {' '}
            {t('import.unknownColumns', { headings: unknown.map(each => each.heading).join(t('mark.list')) })}
          </span>
        )}
      </summary>
      <div>
        {[...list.headings]
          .sort((a, b) => Number(b.unknown) - Number(a.unknown))
          .map(column => (
            <div key={column.heading} className={column.unknown ? 'import-column unknown' : 'import-column'}>
              <span title={column.heading}>{column.heading}</span>
              <Select<Meaning | 'automatic'>
                size="small"
                aria-label={t('import.columnOf', { heading: column.heading })}
                value={list.meanings[headingKey(column.heading)] ?? 'automatic'}
                onChange={meaning => list.decide(column.heading, meaning)}
                options={[
                  { value: 'automatic' as const, label: t('import.automatic', { what: nameOf(column.kinds) }) },
                  ...GUEST_COLUMNS.map(field => ({ value: field, label: t(`fields.${field}`) })),
                  { value: 'keep' as const, label: t('import.keepNote') },
                  { value: 'skip' as const, label: t('import.skipColumn') },
                ]}
              />
            </div>
          ))}
      </div>
    </details>
  )
}
