import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'

interface Props {
  value: string[]
  /** What there is in the house. */
  known: string[]
  onChange: (equipment: string[]) => void
}

/** What a room must have: what others of the house have is offered, anything else can be typed. */
export function BookingEquipment({ value, known, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Field label={t('fields.equipment')}>
      {id => (
        <Select
          id={id}
          mode="tags"
          maxTagCount="responsive"
          value={value}
          tokenSeparators={[',', '，', '、']}
          onChange={onChange}
          options={[...new Set(known)].map(thing => ({
            value: thing,
            label: thing,
          }))}
        />
      )}
    </Field>
  )
}
