import { InputNumber } from 'antd'
import { type CellProps, type FieldsOf, named, put, shownOf } from './cell.ts'
import { Resting } from './Resting.tsx'

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
