import { Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import { type CellProps, type FieldsOf, named, put, shownOf } from './cell.ts'
import { Resting } from './Resting.tsx'

/** Some of the guests of a visit. */
export function GuestsCell<Patch extends object>({
  saver,
  name,
  guests,
  placeholder = '',
  ...props
}: CellProps<Patch, FieldsOf<Patch, string[]>> & { guests: readonly Guest[] }) {
  const { t } = useTranslation()
  const value = shownOf(saver, name)
  const known = useMemo(() => new Set(guests.map(guest => guest.id)), [guests])
  const chosen = Array.isArray(value) ? value.map(String).filter(id => known.has(id)) : []
  const names = guests.filter(guest => chosen.includes(guest.id)).map(guest => guest.name)
  return (
    <Resting text={names.join(t('mark.list'))} placeholder={placeholder} {...props}>
      {focus => (
        <Select
          {...named(props)}
          autoFocus={focus}
          mode="multiple"
          value={chosen}
          suffixIcon={null}
          maxTagCount="responsive"
          maxTagPlaceholder={rest => t('itinerary.someGuests', { count: rest.length })}
          placeholder={<span style={{ color: 'var(--ink-soft)' }}>{placeholder}</span>}
          popupMatchSelectWidth={220}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          onChange={next => saver.put(put<Patch>(name, next))}
          options={guests.map(guest => ({ value: guest.id, label: guest.name }))}
        />
      )}
    </Resting>
  )
}

/** Staff as suggestions: name, with department and title to tell namesakes apart. */
export const staffOptions = (staff: readonly Resource[]): { value: string; label: ReactNode }[] =>
  staff.map(person => ({
    value: person.name,
    label: (
      <span>
        {person.name} <span className="soft">{[person.department, person.title].filter(Boolean).join(' · ')}</span>
      </span>
    ),
  }))
