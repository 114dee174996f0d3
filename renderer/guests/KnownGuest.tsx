import { UserSwitchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Guest, NewGuest } from '../../shared/contract/guests.ts'

/** What a guest brings along from an earlier visit. */
const KEPT = [
  'latinName',
  'title',
  'organization',
  'gender',
  'phone',
  'email',
  'language',
  'diet',
  'badgeRole',
] as const

interface Props {
  known: Guest & { visitTitle: string; visitedOn: string }
  draft: NewGuest
  onTake: (guest: NewGuest) => void
}

/** Somebody who was here before, with what is different now; taken over with one click, what is typed winning. */
export function KnownGuest({ known, draft, onTake }: Props) {
  const { t } = useTranslation()
  const changed = (['title', 'organization', 'phone'] as const).filter(
    field => draft[field] && known[field] && draft[field] !== known[field],
  )
  const typed = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''))
  const merged: NewGuest = {
    ...Object.fromEntries(KEPT.map(field => [field, known[field]])),
    name: known.name,
    ...typed,
  }
  return (
    <div className="notice known-guest" role="status">
      <UserSwitchOutlined aria-hidden /> <strong>{known.name}</strong>{' '}
      {[known.title, known.organization, known.phone, known.diet].filter(Boolean).join(' · ')}{' '}
      <span className="soft">{t('guests.knownFrom', { day: known.visitedOn, title: known.visitTitle })}</span>{' '}
      {changed.length > 0 && (
        <span className="finding">
          {t('guests.changed', {
            fields: changed
              .map(field => `${t(`fields.${field}`)} ${known[field]} → ${draft[field]}`)
              .join(t('mark.clause')),
          })}
        </span>
      )}
      <Button size="small" onClick={() => onTake(merged)}>
        {t('guests.takeOver')}
      </Button>
    </div>
  )
}
