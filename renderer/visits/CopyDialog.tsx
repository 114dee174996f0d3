import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { addDays } from '../../shared/domain/time.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'

/** The same visit again on other days, or kept as a template. */
export function CopyDialog({ visit, as, onClose }: { visit: Visit; as: 'copy' | 'template'; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const navigate = useNavigate()
  const [title, setTitle] = useState(visit.title)
  const [latin, setLatin] = useState(visit.titleLatin)
  const [startsOn, setStartsOn] = useState(addDays(visit.endsOn, 7))
  const [keepGuests, setKeepGuests] = useState(false)
  const save = async () => {
    if (as === 'template') {
      const made = await act(
        () => client.templates.make({ visitId: visit.id, name: title.trim(), nameLatin: latin.trim() }),
        { done: t('templates.made', { name: title }) },
      )
      if (made) onClose()
      return
    }
    const copied = await act(
      () => client.templates.copy({ visitId: visit.id, title: title.trim(), startsOn, keepGuests }),
      {
        done: ({ notBooked }) =>
          notBooked.length > 0
            ? t('templates.notBooked', { names: notBooked.join(t('mark.list')) })
            : t('visits.created'),
      },
    )
    if (!copied) return
    onClose()
    void navigate({ to: '/visits/$visitId/$section', params: { visitId: copied.visit.id, section: 'overview' } })
  }
  return (
    <Modal
      open
      title={t(as === 'copy' ? 'visits.copy' : 'visits.makeTemplate')}
      okText={t(as === 'copy' ? 'visits.create' : 'common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: title.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="form-grid">
        <Field label={t(as === 'copy' ? 'fields.visitTitle' : 'templates.name')} className="wide">
          {id => <Input id={id} value={title} maxLength={80} onChange={event => setTitle(event.target.value)} />}
        </Field>
        {as === 'template' ? (
          <Field label={t('fields.latinName')} className="wide">
            {id => <Input id={id} value={latin} maxLength={120} onChange={event => setLatin(event.target.value)} />}
          </Field>
        ) : (
          <>
            <Field label={t('fields.startsOn')}>
              {id => <DayInput id={id} label={t('fields.startsOn')} value={startsOn} onChange={setStartsOn} />}
            </Field>
            <Checkbox
              style={{ alignSelf: 'end', height: 32 }}
              checked={keepGuests}
              onChange={event => setKeepGuests(event.target.checked)}
            >
              {t('visits.keepGuests', { count: visit.guestCount })}
            </Checkbox>
          </>
        )}
        <p className="wide soft">{t(as === 'copy' ? 'visits.copyText' : 'templates.text')}</p>
      </div>
    </Modal>
  )
}
