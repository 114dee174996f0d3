import { KeyOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../shared/contract/accounts.ts'
import { ROLES, type Role } from '../../shared/domain/roles.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { Field } from '../ui/Field.tsx'

/** Who may log in at this office, as what, and with which PIN or password. */
export function AccountsPanel() {
  const { t } = useTranslation()
  const act = useAct()
  const { data: accounts = [] } = useQuery(query.accounts.list.queryOptions())
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  const [editing, setEditing] = useState<Account | 'new' | null>(null)
  const [secretOf, setSecretOf] = useState<Account | null>(null)
  return (
    <section aria-label={t('accounts.title')} className="settings-panel">
      {desk?.isOpen && (
        <p className="notice">
          {t('accounts.open', {
            names: accounts
              .filter(account => account.role === 'administrator' && !account.hasSecret)
              .map(account => account.name)
              .join(t('mark.list')),
          })}
        </p>
      )}
      <ul className="plain-list">
        {accounts.map(account => (
          <li key={account.id}>
            <strong>{account.name}</strong>
            <span className="soft">{t(`role.${account.role}`)}</span>
            <span className={account.hasSecret ? 'soft' : 'finding'}>
              {t(account.hasSecret ? 'accounts.hasSecret' : 'accounts.noSecret')}
            </span>
            <span style={{ flex: 1 }} />
            <Button size="small" icon={<KeyOutlined />} onClick={() => setSecretOf(account)}>
              {t('accounts.setSecret')}
            </Button>
            <Button size="small" onClick={() => setEditing(account)}>
              {t('accounts.edit')}
            </Button>
            <Button
              size="small"
              onClick={() =>
                void act(() => client.accounts.remove({ id: account.id }), {
                  done: t('lines.removed', { name: account.name }),
                })
              }
            >
              {t('common.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
        {t('accounts.add')}
      </Button>
      <p className="soft">{t('accounts.rolesText')}</p>
      {editing && <AccountDialog account={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {secretOf && (
        <SecretDialog account={secretOf} own={desk?.account?.id === secretOf.id} onClose={() => setSecretOf(null)} />
      )}
    </section>
  )
}

function AccountDialog({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const [name, setName] = useState(account?.name ?? '')
  const [role, setRole] = useState<Role>(account?.role ?? 'front_desk')
  const [secret, setSecret] = useState('')
  const short = secret !== '' && secret.length < 4
  const ready = name.trim() !== '' && !short
  const save = async () => {
    const done = await act<object>(
      () =>
        account
          ? client.accounts.update({
              id: account.id,
              revision: account.revision,
              patch: { name: name.trim(), role },
            })
          : client.accounts.create({ name: name.trim(), role, secret: secret === '' ? null : secret }),
      { done: t('accounts.saved', { name: name.trim() }) },
    )
    if (done) onClose()
  }
  return (
    <Modal
      open
      title={account ? account.name : t('accounts.add')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <form
        className="form-grid"
        onSubmit={event => {
          event.preventDefault()
          if (ready) void save()
        }}
      >
        <Field label={t('fields.name')}>
          {id => (
            <Input id={id} autoFocus value={name} maxLength={60} onChange={event => setName(event.target.value)} />
          )}
        </Field>
        <Field label={t('accounts.role')}>
          {id => (
            <Select
              id={id}
              value={role}
              onChange={setRole}
              options={ROLES.map(value => ({ value, label: t(`role.${value}`) }))}
            />
          )}
        </Field>
        {!account && (
          <Field label={t('accounts.secret')} className="wide" problem={short ? 'secretTooShort' : undefined}>
            {id => (
              <Input.Password
                id={id}
                autoComplete="new-password"
                value={secret}
                maxLength={100}
                onChange={event => setSecret(event.target.value)}
              />
            )}
          </Field>
        )}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Modal>
  )
}

function SecretDialog({ account, own, onClose }: { account: Account; own: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const [old, setOld] = useState('')
  const [secret, setSecret] = useState('')
  const [again, setAgain] = useState('')
  const problem = secret !== '' && secret.length < 4 ? 'secretTooShort' : secret !== again ? 'notTheSame' : undefined
  const ready = secret !== '' && problem === undefined
  const save = async (next: string | null) => {
    const done = await act(() => client.accounts.setSecret({ id: account.id, old, secret: next }), {
      done: t(next === null ? 'accounts.secretRemoved' : 'accounts.secretSet', { name: account.name }),
    })
    if (done) onClose()
  }
  const field = (label: string, value: string, set: (text: string) => void, wrong?: string) => (
    <Field label={label} className="wide" problem={wrong}>
      {id => (
        <Input.Password
          id={id}
          autoComplete="new-password"
          value={value}
          maxLength={100}
          onChange={event => set(event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <Modal
      open
      title={t('accounts.secretOf', { name: account.name })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={() => void save(secret)}
      onCancel={onClose}
    >
      <form
        className="form-grid"
        onSubmit={event => {
          event.preventDefault()
          if (ready) void save(secret)
        }}
      >
        {own && account.hasSecret && field(t('accounts.old'), old, setOld)}
        {field(t('accounts.secret'), secret, setSecret)}
        {field(t('accounts.again'), again, setAgain, secret === '' ? undefined : problem)}
        {account.hasSecret && (
          <Button className="wide" type="link" onClick={() => void save(null)}>
            {t('accounts.removeSecret')}
          </Button>
        )}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Modal>
  )
}
