import { AutoComplete, Checkbox, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import type { Day } from '../../shared/domain/time.ts'
import { MomentInput } from './MomentInput.tsx'
import { PlainInput } from './PlainInput.tsx'
import { Resting } from './Resting.tsx'
import type { Autosave } from './useAutosave.ts'

/** Names of a patch's fields that hold a kind of value. */
export type FieldsOf<Patch, Value> = {
  [Name in keyof Patch]-?: Patch[Name] extends Value ? Name : never
}[keyof Patch] &
  string

interface CellProps<Patch extends object, Name extends string> {
  saver: Autosave<object & Patch, Patch>
  name: Name
  /** Says whose field it is: `Dinner: menu`. */
  label?: string
  id?: string
  placeholder?: string
  disabled?: boolean
}

const shownOf = <Patch extends object>(saver: Autosave<object & Patch, Patch>, name: string): unknown =>
  Object.entries(saver.shown).find(([field]) => field === name)?.[1]

const put = <Patch extends object>(name: string, value: unknown): Partial<Patch> =>
  Object.fromEntries([[name, value]]) as Partial<Patch>

const named = (props: { id?: string | undefined; label?: string | undefined }) => ({
  ...(props.id ? { id: props.id } : {}),
  ...(props.label ? { 'aria-label': props.label } : {}),
})

/** A text, saved when it is left, with Enter or after a pause. */
export function TextCell<Patch extends object>({
  saver,
  name,
  rows,
  placeholder = '',
  disabled = false,
  ...props
}: CellProps<Patch, FieldsOf<Patch, string>> & { rows?: number }) {
  const value = String(shownOf(saver, name) ?? '')
  const change = (event: { target: { value: string } }) => saver.change(put<Patch>(name, event.target.value))
  const wrong = saver.invalid[name] !== undefined
  return rows ? (
    <Input.TextArea
      {...named(props)}
      value={value}
      placeholder={placeholder}
      disabled={disabled}
      {...(wrong ? { status: 'error' as const } : {})}
      autoSize={{ minRows: rows, maxRows: 14 }}
      onChange={change}
      onBlur={saver.flush}
    />
  ) : (
    <PlainInput
      {...named(props)}
      value={value}
      placeholder={placeholder}
      disabled={disabled}
      wrong={wrong}
      onChange={change}
      onLeave={saver.flush}
    />
  )
}

/** A text with suggestions; one's own words are as good. */
export function SuggestCell<Patch extends object>({
  saver,
  name,
  options,
  onChosen,
  placeholder = '',
  ...props
}: CellProps<Patch, FieldsOf<Patch, string>> & {
  options: { value: string; label?: ReactNode }[]
  /** What else is known with the choice. */
  onChosen?: (value: string) => Partial<Patch>
}) {
  const value = String(shownOf(saver, name) ?? '')
  return (
    <Resting text={value} placeholder={placeholder} {...props}>
      {focus => (
        <AutoComplete
          {...named(props)}
          autoFocus={focus}
          value={value}
          placeholder={placeholder}
          options={options}
          showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
          popupMatchSelectWidth={240}
          {...(saver.invalid[name] ? { status: 'error' as const } : {})}
          onChange={next => saver.change(put<Patch>(name, next ?? ''))}
          onSelect={next => saver.put({ ...put<Patch>(name, next), ...onChosen?.(next) })}
          onBlur={saver.flush}
          style={{ width: '100%' }}
        />
      )}
    </Resting>
  )
}

export function NumberCell<Patch extends object>({
  saver,
  name,
  min = 0,
  max = 100_000,
  placeholder = '',
  ...props
}: CellProps<Patch, FieldsOf<Patch, number | null>> & { min?: number; max?: number }) {
  const value = shownOf(saver, name)
  return (
    <Resting
      text={typeof value === 'number' ? String(value) : ''}
      placeholder={placeholder}
      className="numeric"
      {...props}
    >
      {focus => (
        <InputNumber
          {...named(props)}
          autoFocus={focus}
          className="numeric"
          min={min}
          max={max}
          precision={0}
          controls={false}
          placeholder={placeholder}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value : null}
          onChange={next => saver.change(put<Patch>(name, next))}
          onBlur={saver.flush}
          onPressEnter={saver.flush}
        />
      )}
    </Resting>
  )
}

/** Money: typed in the currency, kept in hundredths. */
export function MoneyCell<Patch extends object>({
  saver,
  name,
  placeholder = '',
  required = false,
  ...props
}: CellProps<Patch, FieldsOf<Patch, number | null>> & { required?: boolean }) {
  const value = shownOf(saver, name)
  return (
    <Resting
      text={typeof value === 'number' ? String(value / 100) : ''}
      placeholder={placeholder}
      className="numeric right"
      {...props}
    >
      {focus => (
        <InputNumber
          {...named(props)}
          autoFocus={focus}
          className="numeric money"
          min={0}
          max={100_000_000}
          precision={2}
          controls={false}
          placeholder={placeholder}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value / 100 : null}
          formatter={(shown, { userTyping }) =>
            userTyping || shown === undefined ? String(shown ?? '') : String(shown).replace(/\.00$/, '')
          }
          onChange={next => {
            if (next === null && required) return
            saver.change(put<Patch>(name, next === null ? null : Math.round(next * 100)))
          }}
          onBlur={saver.flush}
          onPressEnter={saver.flush}
        />
      )}
    </Resting>
  )
}

export function ChoiceCell<Patch extends object>({
  saver,
  name,
  options,
  ...props
}: CellProps<Patch, FieldsOf<Patch, string>> & { options: { value: string; label: string }[] }) {
  const value = String(shownOf(saver, name) ?? '')
  return (
    <Resting text={options.find(option => option.value === value)?.label ?? value} {...props}>
      {focus => (
        <Select
          {...named(props)}
          autoFocus={focus}
          value={value}
          suffixIcon={null}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
          onChange={next => saver.put(put<Patch>(name, next))}
          options={options}
        />
      )}
    </Resting>
  )
}

export function CheckCell<Patch extends object>({
  saver,
  name,
  children,
  disabled = false,
  ...props
}: CellProps<Patch, FieldsOf<Patch, boolean>> & { children?: ReactNode }) {
  return (
    <Checkbox
      {...named(props)}
      checked={shownOf(saver, name) === true}
      disabled={disabled}
      onChange={event => saver.put(put<Patch>(name, event.target.checked))}
    >
      {children}
    </Checkbox>
  )
}

/** A day and a time, typed (`12-01 9:30`); a time alone is of `day` as long as nothing stands there. */
export function MomentCell<Patch extends object>({
  saver,
  name,
  placeholder = '',
  day,
  ...props
}: CellProps<Patch, FieldsOf<Patch, string | null>> & { day?: Day }) {
  const value = shownOf(saver, name)
  return (
    <Resting
      text={typeof value === 'string' ? value.replace('T', ' ') : ''}
      placeholder={placeholder}
      className="numeric"
      {...props}
    >
      {focus => (
        <MomentInput
          autoFocus={focus}
          id={props.id}
          label={props.label}
          day={day}
          placeholder={placeholder}
          value={typeof value === 'string' && value !== '' ? value : null}
          onChange={next => saver.put(put<Patch>(name, next))}
        />
      )}
    </Resting>
  )
}

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
