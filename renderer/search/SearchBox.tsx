import { PrinterOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AutoComplete, Button, Input, type InputRef } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { query } from '../base/client.ts'

/** Ctrl+K: finds visits, guests, organizations, rooms and vehicles by Chinese, pinyin, initials, phone or plate. */
export function SearchBox() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const asked = useDeferredValue(text.trim())
  const { data: found, isFetched } = useQuery({
    ...query.search.query.queryOptions({ input: { text: asked, limit: 12 } }),
    enabled: asked !== '',
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      input.current?.focus({ cursor: 'all' })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const hits = asked === '' ? [] : (found ?? [])
  const leave = () => {
    setText('')
    setOpen(false)
    input.current?.blur()
  }
  const go = (key: string) => {
    const hit = hits.find(each => `${each.kind}:${each.id}` === key)
    if (!hit) return
    leave()
    if (hit.kind === 'room') void navigate({ to: '/rooms' })
    else if (hit.kind === 'vehicle') void navigate({ to: '/vehicles' })
    else if (hit.kind === 'organization') void navigate({ to: '/visits', search: { text: hit.title } })
    else if (hit.visitId)
      void navigate({
        to: '/visits/$visitId/$section',
        params: { visitId: hit.visitId, section: hit.kind === 'guest' ? 'guests' : 'overview' },
      })
  }

  return (
    <AutoComplete
      value={text}
      open={open && asked !== ''}
      onOpenChange={setOpen}
      onChange={value => {
        if (!/^(visit|guest|organization|room|vehicle|person):/.test(value)) {
          setText(value)
          setOpen(true)
        }
      }}
      onSelect={go}
      defaultActiveFirstOption
      popupMatchSelectWidth={440}
      notFoundContent={isFetched && asked !== '' ? t('search.nothing', { text: asked }) : null}
      options={hits.map(hit => ({
        value: `${hit.kind}:${hit.id}`,
        label: (
          <span style={{ display: 'grid', gridTemplateColumns: '64px 1fr auto', gap: 8, alignItems: 'center' }}>
            <span className="soft">{t(`search.kind.${hit.kind}`)}</span>
            <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
              <strong>{hit.title}</strong> <span className="soft">{hit.detail}</span>
            </span>
            {hit.kind === 'guest' && hit.visitId && (
              <Button
                size="small"
                tabIndex={-1}
                icon={<PrinterOutlined />}
                onMouseDown={event => event.preventDefault()}
                onClick={event => {
                  event.stopPropagation()
                  leave()
                  void navigate({
                    to: '/print',
                    search: { visit: hit.visitId ?? '', kind: 'badges', guests: hit.id },
                  })
                }}
              >
                {t('documents.badges')}
              </Button>
            )}
          </span>
        ),
      }))}
    >
      <Input
        ref={input}
        style={{ width: 340 }}
        prefix={<SearchOutlined />}
        suffix={<span className="kbd">Ctrl K</span>}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            setText('')
            input.current?.blur()
          }
        }}
      />
    </AutoComplete>
  )
}
