import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { query } from '../base/client.ts'

/** At a glance: how many, who leads, what they eat, how the days look. */
export function Summary({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const { data: guests = [] } = useQuery(query.guests.list.queryOptions({ input: { visitId: visit.id } }))
  const { data: items = [] } = useQuery(query.itinerary.list.queryOptions({ input: { visitId: visit.id } }))
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  const grade = rules?.grades[visit.grade]
  const brings =
    grade &&
    [
      grade.chain.map(step => step.title).join(' → ') || t('approval.byItself'),
      grade.leadDays === null ? '' : t('overview.leadDays', { count: grade.leadDays }),
    ]
      .filter(Boolean)
      .join(t('mark.clause'))
  const head = guests.find(guest => guest.isHead)
  const diets = [...new Set(guests.map(guest => guest.diet).filter(Boolean))].map(
    diet => `${diet} ${guests.filter(guest => guest.diet === diet).length}`,
  )
  const languages = [...new Set(guests.map(guest => guest.language).filter(Boolean))]
  const cared = guests.filter(guest => guest.hasSensitive).length
  const arrivals = guests
    .filter(guest => guest.arrivalAt !== null)
    .sort((a, b) => ((a.arrivalAt ?? '') < (b.arrivalAt ?? '') ? -1 : 1))
  const section = (name: 'guests' | 'itinerary' | 'documents') => ({
    to: '/visits/$visitId/$section' as const,
    params: { visitId: visit.id, section: name },
  })
  const unprinted = guests.filter(guest => guest.badgePrintedAt === null).length
  return (
    <>
      <h2 className="section-title">{t('overview.glance')}</h2>
      <dl className="facts">
        <dt>{t('section.approval')}</dt>
        <dd>{brings}</dd>
        <dt>{t('section.guests')}</dt>
        <dd>
          <Link {...section('guests')}>
            {t('overview.guestsOf', { count: guests.length, headcount: visit.headcount ?? '—' })}
          </Link>
        </dd>
        <dt>{t('fields.isHead')}</dt>
        <dd>{head ? `${head.name} ${head.title}` : '—'}</dd>
        <dt>{t('fields.diet')}</dt>
        <dd>{diets.join(t('mark.clause')) || '—'}</dd>
        <dt>{t('fields.language')}</dt>
        <dd>{languages.join(t('mark.list')) || '—'}</dd>
        <dt>{t('overview.care')}</dt>
        <dd className="numeric">{cared || '—'}</dd>
        <dt>{t('overview.arrivals')}</dt>
        <dd className="numeric">{arrivalsText(arrivals, t)}</dd>
        <dt>{t('section.itinerary')}</dt>
        <dd>
          <Link {...section('itinerary')}>{t('overview.items', { count: items.length })}</Link>
        </dd>
        <dt>{t('overview.unbooked')}</dt>
        <dd className="numeric">
          {items.filter(item => item.kind === 'meeting' && !item.roomId && !item.place).length}
        </dd>
        <dt>{t('overview.badges')}</dt>
        <dd>
          <Link {...section('documents')}>{t('overview.unprinted', { count: unprinted })}</Link>
        </dd>
      </dl>
    </>
  )
}

/** `11-24 10:30 MU5101 ×3`, the earliest first. */
function arrivalsText(arrivals: readonly Guest[], t: TFunction): string {
  const groups = new Map<string, number>()
  for (const guest of arrivals) {
    const key = [guest.arrivalAt?.slice(5).replace('T', ' '), guest.arrivalNumber].filter(Boolean).join(' ')
    groups.set(key, (groups.get(key) ?? 0) + 1)
  }
  const lines = [...groups].map(([key, count]) => `${key} ×${count}`)
  return lines.length === 0 ? '—' : [...lines.slice(0, 4), ...(lines.length > 4 ? ['…'] : [])].join(t('mark.clause'))
}
