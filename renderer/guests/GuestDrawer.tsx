import { Drawer, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Guest, type GuestFields, guestFields } from '../../shared/contract/guests.ts'
import { client } from '../app/client.ts'
import { sentenceOf } from '../app/sentences.ts'
import { Field } from '../ui/Field.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { type Autosave, useAutosave } from '../ui/useAutosave.ts'

const ROLES = ['guest', 'vip', 'speaker', 'interpreter', 'press', 'driver'] as const

/** Everything about one guest that the line in the list has no room for. */
export function GuestDrawer({ guest, onClose }: { guest: Guest; onClose: () => void }) {
  const { t } = useTranslation()
  const saver = useAutosave<Guest, GuestFields>({
    row: guest,
    fields: guestFields.partial() as never,
    save: async (revision, patch) => (await client.guests.update({ id: guest.id, revision, patch })).guest,
  })
  return (
    <Drawer
      open
      onClose={() => {
        saver.flush()
        onClose()
      }}
      size={460}
      title={guest.name}
      extra={<SaveStateMark state={saver.state} onRevert={saver.revert} />}
    >
      <div className="form-grid">
        {(['name', 'latinName', 'title', 'organization', 'phone', 'email', 'language', 'diet'] as const).map(field => (
          <DrawerField key={field} saver={saver} field={field} />
        ))}
        <Field label={t('fields.badgeRole')}>
          {id => (
            <Select
              id={id}
              value={saver.shown.badgeRole || null}
              allowClear
              placeholder={t('guests.noRole')}
              onChange={badgeRole => saver.put({ badgeRole: badgeRole ?? '' })}
              options={ROLES.map(role => ({ value: t(`badgeRole.${role}`), label: t(`badgeRole.${role}`) }))}
            />
          )}
        </Field>
        <p className="wide soft">{t('guests.sensitive')}</p>
        {(['religion', 'ethnicity', 'health'] as const).map(field => (
          <DrawerField key={field} saver={saver} field={field} />
        ))}
        <DrawerField saver={saver} field="notes" wide />
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

type TextField = Exclude<keyof GuestFields, 'gender' | 'isHead'>

function DrawerField({
  saver,
  field,
  wide = false,
}: {
  saver: Autosave<Guest, GuestFields>
  field: TextField
  wide?: boolean
}) {
  const { t } = useTranslation()
  const problem = saver.invalid[field]
  const shared = {
    value: saver.shown[field],
    ...(problem ? { status: 'error' as const } : {}),
    onChange: (event: { target: { value: string } }) => saver.change({ [field]: event.target.value }),
    onBlur: saver.flush,
  }
  return (
    <Field label={t(`fields.${field}`)} problem={problem} className={wide ? 'wide' : ''}>
      {id => (wide ? <Input.TextArea id={id} {...shared} autoSize={{ minRows: 2 }} /> : <Input id={id} {...shared} />)}
    </Field>
  )
}
