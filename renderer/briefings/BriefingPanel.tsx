import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Briefing } from '../../shared/contract/briefings.ts'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { client, query } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { LineHead } from '../ui/LineRow.tsx'
import { AddAttendee, AttendeeLine } from './Attendees.tsx'
import { When } from './BriefingWhen.tsx'
import { CommonTimes } from './CommonTimes.tsx'

/** The internal meeting where everybody learns the plan: when, where, who came. */
export function BriefingPanel({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const input = { visitId: visit.id }
  const { data: briefing } = useQuery(query.briefings.get.queryOptions({ input }))
  const { data: attendees = [] } = useQuery(query.attendees.list.queryOptions({ input }))
  const [refused, setRefused] = useState<BookingConflict[]>([])
  const put = (patch: Partial<Pick<Briefing, 'startsAt' | 'endsAt' | 'roomId' | 'place' | 'agenda'>>) => {
    setRefused([])
    return act(() => client.briefings.put({ ...patch, visitId: visit.id, revision: briefing?.revision ?? null }), {
      refused: error => {
        setRefused(conflictsOf(error))
        return conflictsOf(error).length > 0
      },
    })
  }
  const begin = async () => {
    if (await put({})) await act(() => client.briefings.invite({ visitId: visit.id }))
  }
  return (
    <section aria-label={t('briefing.title')}>
      <div className="section-head">
        <h2 className="section-title">{t('briefing.title')}</h2>
        {briefing && (
          <>
            <Button
              size="small"
              onClick={() =>
                void act(() => client.briefings.invite({ visitId: visit.id }), {
                  done: ({ added }) => t('briefing.invited', { count: added }),
                })
              }
            >
              {t('briefing.invite')}
            </Button>
            <Button
              size="small"
              onClick={() =>
                void act(() => client.briefings.remove({ visitId: visit.id }), { done: t('briefing.removed') })
              }
            >
              {t('briefing.remove')}
            </Button>
            <span style={{ flex: 1 }} />
            <Link to="/print" search={{ visit: visit.id, kind: 'briefing' }}>
              <PrinterOutlined /> {t('documents.briefing')}
            </Link>
            <Link to="/print" search={{ visit: visit.id, kind: 'run-sheet' }}>
              <PrinterOutlined /> {t('documents.run-sheet')}
            </Link>
          </>
        )}
      </div>
      {briefing ? (
        <>
          <When briefing={briefing} onPut={patch => void put(patch)} />
          <CommonTimes briefing={briefing} attendees={attendees} onTake={span => void put(span)} />
          <ConflictNotice
            conflicts={refused}
            onTakeResource={(_, roomId) => void put({ roomId })}
            onTakeTime={(conflict, span) => void put({ ...span, roomId: conflict.resource.id })}
            onDismiss={() => setRefused([])}
          />
          {attendees.length > 0 && (
            <LineHead
              grid="attendee-grid"
              titles={[t('fields.attended'), t('fields.name'), t('fields.phone'), t('fields.duty')]}
            />
          )}
          {attendees.map(attendee => (
            <AttendeeLine key={attendee.id} attendee={attendee} />
          ))}
          <AddAttendee visitId={visit.id} />
        </>
      ) : (
        <div>
          <p className="soft">{t('briefing.text')}</p>
          <Button className="add-line" icon={<PlusOutlined />} onClick={() => void begin()}>
            {t('briefing.plan')}
          </Button>
        </div>
      )}
    </section>
  )
}
