import { skipToken, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attendee, Briefing } from '../../shared/contract/briefings.ts'
import { addDays, at, dayOf, minutesBetween, type Span } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { spanText } from '../base/sentences.ts'

interface Props {
  briefing: Briefing
  attendees: Attendee[]
  onTake: (span: Span) => void
}

/** How many days before the meeting other times are looked for. */
const DAYS_BEFORE = 2

/** When everybody who is known as staff, and the room, are free together. */
export function CommonTimes({ briefing, attendees, onTake }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const { data: people = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'person' } }))
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const known = people.filter(person => attendees.some(attendee => attendee.name === person.name))
  const resourceIds = [...known.map(person => person.id), ...(briefing.roomId ? [briefing.roomId] : [])]
  const day = dayOf(briefing.startsAt)
  const { data: times } = useQuery(
    query.bookings.common.queryOptions({
      input:
        asked && settings && resourceIds.length > 0
          ? {
              resourceIds,
              startsAt: at(addDays(day, -DAYS_BEFORE), settings.opensAt),
              endsAt: at(day, settings.closesAt),
              minutes: minutesBetween(briefing.startsAt, briefing.endsAt),
            }
          : skipToken,
    }),
  )
  if (resourceIds.length === 0) return null
  return (
    <div className="choices" style={{ margin: '8px 0' }}>
      {asked ? (
        <>
          <span className="soft">{t('briefing.common', { count: known.length })}</span>
          {times?.length === 0 && <span className="finding">{t('briefing.noCommon')}</span>}
          {times?.map(span => (
            <Button key={span.startsAt} size="small" onClick={() => onTake(span)}>
              <span className="numeric">{spanText(span.startsAt, span.endsAt)}</span>
            </Button>
          ))}
        </>
      ) : (
        <Button size="small" onClick={() => setAsked(true)}>
          {t('briefing.findCommon')}
        </Button>
      )}
    </div>
  )
}
