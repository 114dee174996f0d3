import { DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, ConfigProvider, Drawer, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mail } from '../../shared/contract/fields.ts'
import { type Resource, type ResourceFields, resourceFields } from '../../shared/contract/resources.ts'
import { client } from '../base/client.ts'
import { usualEquipment } from '../base/equipment.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { Field } from '../ui/Field.tsx'
import { Closures } from './Closures.tsx'
import { DraftNumber, DraftText } from './DraftFields.tsx'
import { MoreFields } from './MoreFields.tsx'
import { Photo } from './Photo.tsx'
import { DriverFields } from './VehicleFields.tsx'
import './resources.css'
import { blank, FIELDS, MORE_FIELDS } from './resourceDraft.ts'

type Kind = Resource['kind']

const NONE: ReadonlyMap<string, string> = new Map()
const checkedFields = resourceFields.extend({ email: mail() })

/** A room or vehicle: what it is, when it can be booked, when it is closed. */
export function ResourceDrawer({
  kind,
  resource,
  onClose,
}: {
  kind: Kind
  resource: Resource | null
  onClose: () => void
}) {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const [draft, setDraft] = useState<ResourceFields>(() => (resource ? resourceFields.parse(resource) : blank(kind)))
  const checked = checkedFields.safeParse(draft)
  const problems = new Map(
    checked.success
      ? []
      : checked.error.issues.map(issue => [
          String(issue.path[0]),
          /^[a-zA-Z]+$/.test(issue.message) ? issue.message : 'invalid',
        ]),
  )
  const [tried, setTried] = useState(false)
  const set = (patch: Partial<ResourceFields>) => setDraft({ ...draft, ...patch })

  const name = useRef<InputRef>(null)
  const more = useRef<HTMLDetailsElement>(null)
  const save = async (next = false) => {
    setTried(true)
    if (!checked.success) {
      if (more.current && MORE_FIELDS[kind].some(field => problems.has(field))) more.current.open = true
      return
    }
    const saved = await act(
      () =>
        resource
          ? client.resources.update({ id: resource.id, revision: resource.revision, patch: checked.data })
          : client.resources.create({ ...checked.data, kind }),
      { done: t(resource ? 'resources.saved' : 'resources.created', { name: draft.name }) },
    )
    if (!saved) return
    if (!next) return onClose()
    // The next one stands in the same building, usually.
    setDraft({ ...blank(kind), building: draft.building, floor: draft.floor, department: draft.department })
    setTried(false)
    name.current?.focus()
  }
  const remove = async () => {
    if (!resource) return
    const done = await act(() => client.resources.remove({ id: resource.id }), {
      done: ({ released }) => t('resources.removed', { name: resource.name, count: released }),
    })
    if (done) onClose()
  }
  const shared = { draft, set, problems: tried ? problems : NONE }
  return (
    <Drawer
      open
      onClose={onClose}
      size={680}
      title={resource ? resource.name : t(`resources.add.${kind}`)}
      footer={
        may('manage') && (
          <div style={{ display: 'flex', gap: 8 }}>
            {resource && (
              <Button danger icon={<DeleteOutlined />} onClick={() => void remove()}>
                {t('common.remove')}
              </Button>
            )}
            <span style={{ flex: 1 }} />
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            {!resource && <Button onClick={() => void save(true)}>{t('resources.saveNext')}</Button>}
            <Button type="primary" onClick={() => void save()}>
              {t('common.save')}
            </Button>
          </div>
        )
      }
    >
      <ConfigProvider componentDisabled={!may('manage')}>
        <form
          className="form-grid resource-form"
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          {FIELDS[kind].map(field => (
            <DraftText
              key={field}
              kind={kind}
              field={field}
              {...(field === 'name' ? { first: name, focused: !resource } : {})}
              {...shared}
            />
          ))}
          {kind !== 'person' && <DraftNumber field="capacity" min={1} {...shared} />}
          {kind === 'person' && (
            <Checkbox
              className="wide"
              checked={draft.canDrive}
              onChange={event => set({ canDrive: event.target.checked })}
            >
              {t('resources.canDrive')}
            </Checkbox>
          )}
          {kind === 'room' && (
            <Field label={t('fields.equipment')} className="wide">
              {id => (
                <Select
                  id={id}
                  mode="tags"
                  value={draft.equipment}
                  tokenSeparators={[',', '，', '、', ' ']}
                  onChange={equipment => set({ equipment })}
                  options={usualEquipment(t).map(thing => ({ value: thing, label: thing }))}
                />
              )}
            </Field>
          )}
          {kind === 'vehicle' && <DriverFields draft={draft} set={set} />}
          <details className="wide" ref={more} open={resource !== null}>
            <summary>{t('resources.more')}</summary>
            <div className="form-grid resource-form">
              <MoreFields kind={kind} resource={resource} {...shared} />
            </div>
          </details>
          <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        </form>
        {resource && kind === 'room' && <Photo resource={resource} />}
      </ConfigProvider>
      <ConfigProvider componentDisabled={!may('edit')}>{resource && <Closures resource={resource} />}</ConfigProvider>
    </Drawer>
  )
}
