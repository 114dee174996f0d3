import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitTemplate } from '../../shared/contract/templates.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

/** The visit templates: made from visits, renamed and removed here. */
export function TemplatesPanel() {
  const { t } = useTranslation()
  const { data: templates = [] } = useQuery(query.templates.list.queryOptions())
  return (
    <section aria-label={t('templates.title')} className="settings-panel">
      <p className="soft">{t('templates.howTo')}</p>
      {templates.length === 0 && <EmptyState title={t('templates.empty')} text={t('templates.howTo')} />}
      <ul className="plain-list">
        {templates.map(template => (
          <TemplateLine key={template.id} template={template} />
        ))}
      </ul>
    </section>
  )
}

function TemplateLine({ template }: { template: VisitTemplate }) {
  const { t } = useTranslation()
  const act = useAct()
  const [name, setName] = useState(template.name)
  const [latin, setLatin] = useState(template.nameLatin)
  const save = () => {
    if (name.trim() === '' || (name === template.name && latin === template.nameLatin)) return
    void act(() =>
      client.templates.rename({
        id: template.id,
        revision: template.revision,
        name: name.trim(),
        nameLatin: latin.trim(),
      }),
    )
  }
  return (
    <li>
      <Input
        value={name}
        maxLength={80}
        style={{ width: 240 }}
        aria-label={t('templates.name')}
        onChange={event => setName(event.target.value)}
        onBlur={save}
      />
      <Input
        value={latin}
        maxLength={120}
        style={{ width: 240 }}
        aria-label={t('fields.latinName')}
        onChange={event => setLatin(event.target.value)}
        onBlur={save}
      />
      <span className="soft">{t(`visitKind.${template.kind}`)}</span>
      <span className="soft">{t('templates.size', { days: template.days, items: template.items })}</span>
      <span style={{ flex: 1 }} />
      <Button
        size="small"
        onClick={() =>
          void act(() => client.templates.remove({ id: template.id }), {
            done: t('lines.removed', { name: template.name }),
          })
        }
      >
        {t('common.remove')}
      </Button>
    </li>
  )
}
