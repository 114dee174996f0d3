import { AutoComplete, Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../shared/domain/time.ts'
import { type CellProps, type FieldsOf, named, put, shownOf } from './cell.ts'
import { MomentInput } from './MomentInput.tsx'
import { PlainInput } from './PlainInput.tsx'
import { Resting } from './Resting.tsx'

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
