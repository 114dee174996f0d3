import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attendee, type AttendeeFields, attendeeFields } from '../../shared/contract/briefings.ts'
import { longest } from '../../shared/contract/longest.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { CheckCell, TextCell } from '../ui/cells.tsx'
import { LineRow } from '../ui/LineRow.tsx'
import { useLine } from '../ui/useLine.ts'

export function AttendeeLine({ attendee }: { attendee: Attendee }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useLine<Attendee, AttendeeFields>(attendee, patchOf(attendeeFields), client.attendees.update)
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name: attendee.name })
  return (
    <LineRow
      saver={saver}
      name={attendee.name}
      grid="attendee-grid"
      onRemove={() =>
        void act(() => client.attendees.remove({ ids: [attendee.id] }), {
          done: t('lines.removed', { name: attendee.name }),
        })
      }
    >
      <span style={{ textAlign: 'center' }}>
        <CheckCell saver={saver} name="attended" label={label('attended')} />
      </span>
      <TextCell saver={saver} name="name" label={label('name')} />
      <TextCell saver={saver} name="phone" label={label('phone')} />
      <span className="soft">{dutyText(attendee.duty, t)}</span>
    </LineRow>
  )
}

/** Duties are kept as the roles' codes. */
export const dutyText = (duty: string, t: ReturnType<typeof useTranslation>['t']): string =>
  duty
    .split(' ')
    .filter(Boolean)
    .map(role => t(`assignmentRole.${role}`, { defaultValue: role }))
    .join(t('mark.list'))

export function AddAttendee({ visitId }: { visitId: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const [name, setName] = useState('')
  return (
    <form
      style={{ display: 'flex', gap: 8, maxWidth: 320, marginTop: 8 }}
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() === '') return
        void act(() => client.attendees.add({ visitId, line: { name: name.trim() } })).then(() => setName(''))
      }}
    >
      <Input
        value={name}
        maxLength={longest(attendeeFields.shape.name)}
        placeholder={t('briefing.addHint')}
        aria-label={t('briefing.addHint')}
        onChange={event => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={name.trim() === ''}>
        {t('guests.add')}
      </Button>
    </form>
  )
}
