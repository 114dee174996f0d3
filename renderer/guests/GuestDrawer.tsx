import { EyeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mail } from '../../shared/contract/fields.ts'
import { type Guest, type GuestFields, guestFields } from '../../shared/contract/guests.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { BADGE_ROLES } from '../../shared/domain/papers/badgeRole.ts'
import { SENSITIVE_FIELDS } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import type { FieldsOf } from '../ui/cell.ts'
import { MomentCell, SuggestCell, TextCell } from '../ui/cells.tsx'
import { Field } from '../ui/Field.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { type Autosave, useAutosave } from '../ui/useAutosave.ts'

type Saver = Autosave<Guest, GuestFields>

/** Everything about one guest that the line in the list has no room for. */
export function GuestDrawer({ guest, onClose }: { guest: Guest; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  const saver: Saver = useAutosave<Guest, GuestFields>({
    row: guest,
    fields: patchOf(guestFields.extend({ email: mail() })),
    save: async (revision, patch) => (await client.guests.update({ id: guest.id, revision, patch })).guest,
  })
  const text = (name: FieldsOf<GuestFields, string>, rows?: number) => (
    <Field key={name} label={t(`fields.${name}`)} problem={saver.invalid[name]} className={rows ? 'wide' : ''}>
      {id => <TextCell saver={saver} name={name} id={id} {...(rows ? { rows } : {})} />}
    </Field>
  )
  const moment = (name: 'arrivalAt' | 'departureAt') => (
    <Field label={t(`fields.${name}`)} className="wide">
      {id => <MomentCell saver={saver} name={name} id={id} />}
    </Field>
  )
  return (
    <Drawer
      open
      onClose={() => {
        saver.flush()
        onClose()
      }}
      size={480}
      title={guest.name}
      extra={<SaveStateMark state={saver.state} onRevert={saver.revert} />}
    >
      <div className="form-grid">
        {(['name', 'latinName', 'title', 'organization', 'phone', 'email', 'language'] as const).map(name =>
          text(name),
        )}
        <Field label={t('fields.diet')}>
          {id => (
            <SuggestCell
              saver={saver}
              name="diet"
              id={id}
              options={(rules?.menu ?? []).map(rule => ({ value: rule.name }))}
            />
          )}
        </Field>
        <Field label={t('fields.badgeRole')}>
          {id => (
            <Select
              id={id}
              value={saver.shown.badgeRole || null}
              allowClear
              placeholder={t('guests.noRole')}
              onChange={badgeRole => saver.put({ badgeRole: badgeRole ?? '' })}
              options={BADGE_ROLES.map(value => ({ value, label: t(`badgeRole.${value}`) }))}
            />
          )}
        </Field>
        <h3 className="section-title wide">{t('guests.arrival')}</h3>
        {text('arrivalNumber')}
        {text('arrivalPlace')}
        {moment('arrivalAt')}
        <h3 className="section-title wide">{t('guests.departure')}</h3>
        {text('departureNumber')}
        {text('departurePlace')}
        {moment('departureAt')}
        {text('notes', 2)}
        <Sensitive guest={guest} saver={saver} />
        {saver.state === 'refused' && !saver.stale && (
          <p className="wide notice blocks" role="alert">
            {sentenceOf(saver.refusal, t)}
          </p>
        )}
      </div>
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </Drawer>
  )
}

const NOTHING = { health: '', religion: '', ethnicity: '' }
type Told = typeof NOTHING

/** Health, religion, ethnicity: with a consent, masked until asked for, to whom may know. */
function Sensitive({ guest, saver }: { guest: Guest; saver: Saver }) {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  const { data: state } = useQuery(query.office.state.queryOptions())
  const [told, setTold] = useState<Told | null>(null)
  if (!may('sensitive')) return guest.hasSensitive ? <p className="wide soft">{t('guests.sensitiveHidden')}</p> : null
  const consented = saver.shown.consentOn !== null
  const show = async () => {
    const seen = await act(() => client.guests.sensitive({ id: guest.id }))
    if (seen) setTold(seen)
  }
  const values = told ?? (guest.hasSensitive ? null : NOTHING)
  // The row itself is masked: what was told, and what is typed over it, is remembered here.
  const shown: Saver = {
    ...saver,
    shown: { ...saver.shown, ...values },
    change: patch => {
      setTold({ ...NOTHING, ...values, ...patch })
      saver.change(patch)
    },
  }
  return (
    <section className="wide form-grid" aria-label={t('guests.sensitiveTitle')}>
      <h3 className="section-title wide">{t('guests.sensitiveTitle')}</h3>
      <p className="wide soft">{t('guests.sensitive')}</p>
      <Checkbox
        className="wide"
        checked={consented}
        onChange={event => {
          if (!event.target.checked) setTold(null)
          saver.put(
            event.target.checked
              ? { consentOn: state?.today ?? null, consentBy: desk?.account?.name ?? '' }
              : { consentOn: null },
          )
        }}
      >
        {consented
          ? t('guests.consented', { day: saver.shown.consentOn, by: saver.shown.consentBy })
          : t('guests.consent')}
      </Checkbox>
      {consented && values === null && (
        <Button className="wide" icon={<EyeOutlined />} onClick={() => void show()}>
          {t('guests.reveal')}
        </Button>
      )}
      {consented &&
        values !== null &&
        SENSITIVE_FIELDS.map(name => (
          <Field key={name} label={t(`fields.${name}`)} problem={saver.invalid[name]}>
            {id => <TextCell saver={shown} name={name} id={id} />}
          </Field>
        ))}
    </section>
  )
}
