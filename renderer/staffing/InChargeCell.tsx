import { AutoComplete } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../shared/contract/itinerary.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { staffOptions } from '../ui/peopleCells.tsx'
import { Resting } from '../ui/Resting.tsx'
import { useStaff } from './useStaff.ts'

/** Who is in charge of a stop: one of the staff, with the phone, or any name. */
export function InChargeCell({ item }: { item: Item }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const [typed, setTyped] = useState(item.personInCharge)
  useEffect(() => setTyped(item.personInCharge), [item.personInCharge])
  const save = async (name: string) => {
    const personInCharge = name.trim()
    if (personInCharge === item.personInCharge) return
    const phone = staff.find(person => person.name === personInCharge)?.phone
    const saved = await act(() =>
      client.itinerary.update({
        id: item.id,
        revision: item.revision,
        patch: { personInCharge, ...(phone ? { phone } : {}) },
      }),
    )
    if (!saved) setTyped(item.personInCharge)
  }
  const label = t('itinerary.fieldOf', {
    field: t('fields.personInCharge'),
    name: item.content || t(`itemKind.${item.kind}`),
  })
  return (
    <Resting text={item.personInCharge} placeholder={t('staffing.toBeNamed')} label={label}>
      {focus => (
        <AutoComplete
          autoFocus={focus}
          value={typed}
          aria-label={label}
          options={staffOptions(staff)}
          popupMatchSelectWidth={240}
          showSearch={{ filterOption: (text, option) => String(option?.value ?? '').includes(text) }}
          {...(item.personInCharge === '' ? { status: 'warning' as const } : {})}
          onChange={next => setTyped(next ?? '')}
          onSelect={next => void save(next)}
          onBlur={() => void save(typed)}
        />
      )}
    </Resting>
  )
}
