import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { resourceFields } from '../../shared/contract/resources.ts'
import { query } from '../base/client.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import type { DraftProps } from './resourceDraft.ts'

/** Of vehicles: who usually drives. */
export function DriverFields({ draft, set }: DraftProps) {
  const { t } = useTranslation()
  const { data: people = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'person' } }))
  const drivers = people.filter(person => person.canDrive)
  return (
    <>
      <Field label={t('fields.driverName')}>
        {id => (
          <AutoComplete
            id={id}
            value={draft.driverName}
            maxLength={longest(resourceFields.shape.driverName)}
            onChange={driverName => set({ driverName })}
            onSelect={(name: string) => {
              const driver = drivers.find(each => each.name === name)
              set({
                driverName: name,
                ...(driver && driver.phone !== ''
                  ? { driverPhone: driver.phone.slice(0, longest(resourceFields.shape.driverPhone)) }
                  : {}),
              })
            }}
            options={drivers
              .filter(driver => driver.name.includes(draft.driverName))
              .map(driver => ({
                value: driver.name,
                label: [driver.name, driver.licenceClass].filter(Boolean).join(' · '),
              }))}
          />
        )}
      </Field>
      <Field label={t('fields.driverPhone')}>
        {id => (
          <Input
            id={id}
            value={draft.driverPhone}
            maxLength={longest(resourceFields.shape.driverPhone)}
            onChange={event => set({ driverPhone: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** Of vehicles: until when its papers hold. */
export function VehiclePapers({ draft, set }: DraftProps) {
  const { t } = useTranslation()
  return (
    <>
      {(['inspectionOn', 'insuranceOn'] as const).map(field => (
        <div className="field" key={field}>
          <Checkbox
            checked={draft[field] !== null}
            onChange={event => set({ [field]: event.target.checked ? nextYear() : null })}
          >
            {t(`fields.${field}`)}
          </Checkbox>
          {draft[field] !== null && (
            <DayInput label={t(`fields.${field}`)} value={draft[field]} onChange={day => set({ [field]: day })} />
          )}
        </div>
      ))}
    </>
  )
}

/** A year from this computer's day on: a beginning for whoever types the real one. */
const nextYear = (): string => {
  const now = new Date()
  return `${now.getFullYear() + 1}-${String(now.getMonth() + 1).padStart(2, '0')}-01`
}
