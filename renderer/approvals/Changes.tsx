import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PLAN_SECTIONS } from '../../shared/domain/plan/plan.ts'
import { query } from '../base/client.ts'
import { spoken } from '../base/labels.ts'
import { valueText } from '../history/valueText.ts'

/** What differs between two versions of a plan, by section, in plain words. */
export function Changes({ visitId, from, to }: { visitId: string; from: number; to: number | null }) {
  const { t } = useTranslation()
  const { data: changes } = useQuery(query.approvals.changes.queryOptions({ input: { visitId, from, to } }))
  if (!changes) return null
  if (changes.length === 0) return <p className="soft">{t('approval.noChanges')}</p>
  return (
    <div className="changes">
      {PLAN_SECTIONS.filter(section => changes.some(change => change.section === section)).map(section => {
        const own = changes.filter(change => change.section === section)
        const added = own.filter(change => change.kind === 'added').length
        const removed = own.filter(change => change.kind === 'removed').length
        return (
          <section key={section} aria-label={t(`section.${section}`)}>
            <h3>
              {t(`section.${section}`)}{' '}
              <span className="soft numeric">
                {[added > 0 && `+${added}`, removed > 0 && `−${removed}`].filter(Boolean).join(' ')}
              </span>
            </h3>
            <ul>
              {own.map(change => (
                <li key={`${change.id}-${change.kind}`} className={change.kind}>
                  <strong>{spoken(change.label, t)}</strong> {change.kind !== 'changed' && t(`approval.${change.kind}`)}
                  {change.fields.map(field => (
                    <span key={field.field} className="change">
                      {t(`fields.${field.field}`)}: <del>{valueText(field.field, field.before, t)}</del> →{' '}
                      <ins>{valueText(field.field, field.after, t)}</ins>
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
