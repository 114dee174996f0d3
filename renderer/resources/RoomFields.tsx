import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { type Resource, resourceFields } from '../../shared/contract/resources.ts'
import { SETUP_STYLES } from '../../shared/domain/visit.ts'
import { query } from '../base/client.ts'
import { Field } from '../ui/Field.tsx'
import type { DraftProps } from './resourceDraft.ts'

/** Of rooms: seats by set-up, the rooms a hall is made of, where it is. */
export function RoomFields({ resource, draft, set }: DraftProps & { resource: Resource | null }) {
  const { t } = useTranslation()
  const { data: rooms = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const styles = SETUP_STYLES.filter(style => style !== '')
  // A hall is made of rooms that are none themselves.
  const parts = rooms.filter(room => room.id !== resource?.id && room.partIds.length === 0)
  const isPart = rooms.some(room => resource !== null && room.partIds.includes(resource.id))
  return (
    <>
      <fieldset className="wide style-seats">
        <legend>{t('resources.styleCapacity')}</legend>
        {styles.map(style => (
          <Field key={style} label={t(`setupStyle.${style}`)}>
            {id => (
              <InputNumber
                id={id}
                min={1}
                max={5000}
                value={draft.styleCapacity[style] ?? null}
                placeholder={draft.capacity === null ? '' : String(draft.capacity)}
                onChange={seats => {
                  const { [style]: _, ...rest } = draft.styleCapacity
                  set({ styleCapacity: seats === null ? rest : { ...rest, [style]: seats } })
                }}
              />
            )}
          </Field>
        ))}
      </fieldset>
      {!isPart && parts.length > 0 && (
        <Field label={t('resources.parts')} className="wide" hint={t('resources.partsHint')}>
          {id => (
            <Select
              id={id}
              mode="multiple"
              value={draft.partIds}
              placeholder={t('resources.partsHint')}
              onChange={partIds => set({ partIds })}
              options={parts.map(room => ({ value: room.id, label: room.name }))}
            />
          )}
        </Field>
      )}
      <Field label={t('fields.planNote')} className="wide">
        {id => (
          <Input
            id={id}
            value={draft.planNote}
            maxLength={longest(resourceFields.shape.planNote)}
            placeholder={t('resources.planNoteHint')}
            onChange={event => set({ planNote: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
