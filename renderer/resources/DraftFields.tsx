import { Input, InputNumber, type InputRef } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { Field } from '../ui/Field.tsx'
import type { DraftProps, FIELDS, MORE_FIELDS } from './resourceDraft.ts'

export interface CheckedProps extends DraftProps {
  /** What is wrong with a field, once one tried to save. */
  problems: ReadonlyMap<string, string>
}

interface TextProps extends CheckedProps {
  kind: Resource['kind']
  field: (typeof FIELDS)[Resource['kind']][number] | (typeof MORE_FIELDS)[Resource['kind']][number]
  /** Of the name, where the keys begin. */
  first?: Ref<InputRef>
  focused?: boolean
}

/** A text of a resource. */
export function DraftText({ kind, field, draft, set, problems, first, focused = false }: TextProps) {
  const { t } = useTranslation()
  return (
    <Field
      label={t(field === 'name' && kind !== 'person' ? 'fields.resourceName' : `fields.${field}`)}
      problem={problems.get(field)}
    >
      {id => (
        <Input
          id={id}
          {...(first ? { ref: first } : {})}
          autoFocus={first !== undefined && focused}
          value={draft[field]}
          {...(problems.has(field) ? { status: 'error' as const } : {})}
          onChange={event => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
}

interface NumberProps extends CheckedProps {
  field: 'capacity' | 'setupMinutes' | 'clearupMinutes'
  min: number
}

/** Seats, or minutes before and after. */
export function DraftNumber({ field, min, draft, set, problems }: NumberProps) {
  const { t } = useTranslation()
  return (
    <Field label={t(`fields.${field}`)} problem={problems.get(field)}>
      {id => (
        <InputNumber
          id={id}
          min={min}
          max={field === 'capacity' ? 5000 : 480}
          style={{ width: '100%' }}
          value={draft[field]}
          onChange={value => set({ [field]: field === 'capacity' ? value : (value ?? 0) })}
        />
      )}
    </Field>
  )
}
