import { Segmented } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { VisitFilePreview } from '../../shared/contract/visitFile.ts'
import { useTitle } from '../base/language.ts'
import { valueText } from '../history/valueText.ts'
import { Field } from '../ui/Field.tsx'

export function Shown({
  preview,
  prefer,
  onPrefer,
}: {
  preview: VisitFilePreview
  prefer: 'file' | 'here'
  onPrefer: (prefer: 'file' | 'here') => void
}) {
  const { t } = useTranslation()
  const titleOf = useTitle()
  const days = [preview.startsOn, preview.endsOn === preview.startsOn ? '' : preview.endsOn].filter(Boolean).join(' – ')
  const conflicts = [...preview.guests, ...preview.items, preview].some(each => each.fate === 'conflict')
  const busy = preview.resources.filter(each => each.state !== 'found')
  return (
    <div className="visit-file">
      <h2>{titleOf(preview)}</h2>
      <p>
        <span className="numeric">{days}</span> {preview.organization}
      </p>
      <p className="soft">
        {t('visitFile.made', { by: preview.madeBy, at: dayjs(preview.madeAt).format('YYYY-MM-DD HH:mm') })} ·{' '}
        {t(`visitFile.visit.${preview.fate}`)}
      </p>
      <Differences of="visit" differences={preview.differences} />
      <Fates of="guest" label={t('section.guests')} rows={preview.guests} />
      <Fates
        of="item"
        label={t('section.itinerary')}
        rows={preview.items.map(each => ({
          ...each,
          name: `${each.startsAt.slice(5).replace('T', ' ')} ${each.content || t(`itemKind.${each.kind}`)}`,
        }))}
      />
      {conflicts && (
        <Field label={t('visitFile.prefer')}>
          {() => (
            <Segmented<'file' | 'here'>
              aria-label={t('visitFile.prefer')}
              value={prefer}
              onChange={onPrefer}
              options={[
                { value: 'here', label: t('visitFile.preferHere') },
                { value: 'file', label: t('visitFile.preferFile') },
              ]}
            />
          )}
        </Field>
      )}
      {preview.resources.length > 0 && (
        <p>
          {t('visitFile.resources', {
            found: preview.resources.length - busy.length,
            wanted: preview.resources.length,
          })}
        </p>
      )}
      {busy.length > 0 && (
        <ul className="warns">
          {busy.map(each => (
            <li key={`${each.name} ${each.startsAt}`}>
              <span className="numeric">{each.startsAt.slice(5).replace('T', ' ')}</span>{' '}
              {t(`visitFile.${each.state as 'missing' | 'taken'}`, { name: each.name })}
            </li>
          ))}
        </ul>
      )}
      {preview.staff.some(each => !each.found) && (
        <p className="soft">
          {t('visitFile.strangers')}
          {t('mark.colon')}
          {preview.staff
            .filter(each => !each.found)
            .map(each => each.name)
            .join(t('mark.list'))}
        </p>
      )}
      {preview.attachments > 0 && <p>{t('visitFile.attachments', { count: preview.attachments })}</p>}
    </div>
  )
}

/** What becomes of the guests or the stops: counted, and those that are new or differ one by one. */
function Fates({ of, label, rows }: { of: Of; label: string; rows: readonly Row[] }) {
  const { t } = useTranslation()
  const told = rows.filter(row => row.fate !== 'same')
  const count = (fate: Row['fate']) => rows.filter(row => row.fate === fate).length
  return (
    <details open={told.some(row => row.differences.length > 0)}>
      <summary>
        {label}
        {t('mark.colon')}
        {(['new', 'merged', 'conflict', 'same'] as const)
          .filter(fate => count(fate) > 0)
          .map(fate => t(`visitFile.fates.${fate}`, { count: count(fate) }))
          .join(t('mark.comma')) || t('visitFile.fates.none')}
      </summary>
      <ul>
        {told.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two guests may have one name; the list never changes.
          <li key={index}>
            <b className={row.fate === 'conflict' ? 'blocks' : ''}>{row.name}</b>{' '}
            <span className="soft">{t(`visitFile.fate.${row.fate}`)}</span>
            <Differences of={of} differences={row.differences} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Differences({ of, differences }: { of: Of; differences: VisitFilePreview['differences'] }) {
  const { t } = useTranslation()
  if (differences.length === 0) return null
  return (
    <ul>
      {differences.map(({ field, here, file }) => (
        <li key={field}>
          {t('visitFile.difference', {
            field: t(`fields.${of === 'visit' && field === 'title' ? 'visitTitle' : field}`, { defaultValue: field }),
            here: valueText(field, here, t),
            file: valueText(field, file, t),
          })}
        </li>
      ))}
    </ul>
  )
}

export type Row = { name: string } & Pick<VisitFilePreview, 'fate' | 'differences'>
export type Of = 'visit' | 'guest' | 'item'
