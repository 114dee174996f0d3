import { LockOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, type RefSelectProps, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, query, queryClient } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { Field } from '../ui/Field.tsx'
import './accounts.css'

/** Who is at the desk? Choosing the name and, where there is one, the PIN or password. */
export function SignIn({ lockedId }: { lockedId: string | null }) {
  const { t } = useTranslation()
  const { data: accounts = [] } = useQuery(query.accounts.list.queryOptions())
  const [chosen, setChosen] = useState<string | null>(lockedId)
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const input = useRef<InputRef>(null)
  const accountId = chosen ?? accounts[0]?.id ?? null
  const account = accounts.find(each => each.id === accountId)
  const who = useRef<RefSelectProps>(null)
  // The keys go where something is to be typed or chosen.
  useEffect(() => {
    if (account?.hasSecret) input.current?.focus()
    else if (account) who.current?.focus()
  }, [account])

  const signIn = async () => {
    if (!account) return
    setBusy(true)
    setProblem('')
    try {
      await client.accounts.signIn({ accountId: account.id, secret })
      await queryClient.invalidateQueries()
    } catch (error) {
      setProblem(sentenceOf(error, t))
      setSecret('')
      input.current?.focus()
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="sign-in">
      <form
        onSubmit={event => {
          event.preventDefault()
          void signIn()
        }}
      >
        <h1>
          <img src="/yingbin.svg" alt="" /> {t('app.name')}
        </h1>
        <p className="soft">{t(lockedId ? 'accounts.lockedText' : 'accounts.signInText')}</p>
        <Field label={t('accounts.who')}>
          {id => (
            <Select
              id={id}
              ref={who}
              value={accountId}
              onChange={next => {
                setChosen(next)
                setProblem('')
              }}
              options={accounts.map(each => ({ value: each.id, label: `${each.name} · ${t(`role.${each.role}`)}` }))}
            />
          )}
        </Field>
        {account?.hasSecret && (
          <Field label={t('accounts.secret')}>
            {id => (
              <Input.Password
                id={id}
                ref={input}
                value={secret}
                autoComplete="off"
                prefix={<LockOutlined />}
                onChange={event => setSecret(event.target.value)}
              />
            )}
          </Field>
        )}
        {problem && (
          <p className="notice blocks" role="alert">
            {problem}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={busy} disabled={!account}>
          {t(lockedId ? 'accounts.unlock' : 'accounts.signIn')}
        </Button>
      </form>
    </main>
  )
}
