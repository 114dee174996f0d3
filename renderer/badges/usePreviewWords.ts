import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BadgeWords } from '../../shared/domain/papers/badgeDesign.ts'
import { roleColor } from '../../shared/domain/papers/badgeRole.ts'
import { query } from '../base/client.ts'
import { longestGuest, SAMPLE_GUESTS, SAMPLE_VISIT } from './samples.ts'
import { wordsOf } from './words.ts'

/** What the placeholders say in the preview, and in which colour: of the latest visit that has guests, or of somebody usual where none has. */
export function usePreviewWords(who: 'usual' | 'longest'): { words: BadgeWords; roleColor: string } | null {
  const { i18n } = useTranslation()
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: list } = useQuery(
    query.visits.list.queryOptions({
      input: { text: '', statuses: [], grades: [], sort: 'startsOn', descending: true, offset: 0, limit: 20 },
    }),
  )
  const row = list?.rows.find(each => each.guestCount > 0)
  const { data: visit } = useQuery(query.visits.get.queryOptions({ input: row ? { id: row.id } : skipToken }))
  const { data: guests } = useQuery(query.guests.list.queryOptions({ input: row ? { visitId: row.id } : skipToken }))
  if (!settings || !list || (row && (!visit || !guests))) return null
  const people = guests && guests.length > 0 ? guests : SAMPLE_GUESTS
  const [first] = people
  const guest = who === 'longest' ? longestGuest([...people, ...SAMPLE_GUESTS]) : first
  if (!guest) return null
  const t = i18n.getFixedT('zh-CN')
  return {
    words: wordsOf(guest, { settings, visit: visit ?? SAMPLE_VISIT }, 'zh-CN', role => t(`badgeRole.${role}`)),
    roleColor: roleColor(guest.badgeRole),
  }
}
