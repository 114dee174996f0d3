import { UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { client, query, queryClient } from '../base/client.ts'

/** Who is at the desk, with the way to lock it or to let somebody else sit down. */
export function DeskMenu() {
  const { t } = useTranslation()
  const { data: desk } = useQuery(query.accounts.desk.queryOptions())
  if (!desk?.account) return null
  const leave = async (how: 'lock' | 'signOut') => {
    await client.accounts[how]()
    await queryClient.invalidateQueries()
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'role', label: t(`role.${desk.account.role}`), disabled: true },
          ...(desk.account.hasSecret ? [{ key: 'lock', label: t('accounts.lock') }] : []),
          { key: 'signOut', label: t('accounts.change') },
        ],
        onClick: ({ key }) => void leave(key as 'lock' | 'signOut'),
      }}
    >
      <Button type="text" icon={<UserOutlined />}>
        {desk.account.name}
      </Button>
    </Dropdown>
  )
}
