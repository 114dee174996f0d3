import { skipToken, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { named } from '../../shared/domain/language.ts'
import type { Span } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { findingWords } from '../base/sentences.ts'

interface Props {
  span: Span
  itemId: string | null
  headcount: number | null
  value: string[]
  label: string
  autoFocus?: boolean
  onChange: (vehicleIds: string[]) => void
}

/** The vehicles of an item, with what is free at its time first. */
export function VehicleSelect({ span, itemId, headcount, value, label, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { data: vehicles = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'vehicle' } }))
  const seats = value.map(id => vehicles.find(vehicle => vehicle.id === id)?.capacity ?? null)
  // The next car takes whoever has no seat in those that are chosen; a car whose seats nobody counted takes all.
  const left =
    headcount === null || seats.includes(null)
      ? null
      : Math.max(0, headcount - seats.reduce<number>((sum, each) => sum + (each ?? 0), 0)) || null
  const { data: free } = useQuery(
    query.bookings.free.queryOptions({
      input:
        open && span.startsAt < span.endsAt
          ? { kind: 'vehicle', startsAt: span.startsAt, endsAt: span.endsAt, headcount: left, itemId }
          : skipToken,
    }),
  )
  const state = new Map(free?.map(each => [each.resourceId, each]))
  const order = free ? free.map(each => each.resourceId) : vehicles.map(vehicle => vehicle.id)
  return (
    <Select
      autoFocus={autoFocus}
      mode="multiple"
      value={value}
      onChange={onChange}
      onOpenChange={setOpen}
      aria-label={label}
      placeholder={t('itinerary.vehicleHint')}
      maxTagCount="responsive"
      popupMatchSelectWidth={300}
      suffixIcon={null}
      showSearch={{ optionFilterProp: 'search' }}
      optionLabelProp="short"
      options={order.flatMap(id => {
        const vehicle = vehicles.find(each => each.id === id)
        if (!vehicle) return []
        const taken = state.get(id)
        const wrong = taken?.free && !value.includes(id) ? findingWords(taken.findings, t) : ''
        const name = named(vehicle, language)
        return [
          {
            value: id,
            short: name,
            search: `${vehicle.name} ${vehicle.latinName} ${vehicle.plate} ${vehicle.driverName}`,
            label: (
              <span style={{ display: 'flex', gap: 8 }}>
                <strong style={taken && !taken.free ? { color: 'var(--ink-soft)', fontWeight: 400 } : {}}>
                  {name}
                </strong>
                <span className="soft">
                  {vehicle.plate} {vehicle.capacity !== null && t('conflict.seats', { count: vehicle.capacity })}
                </span>
                <span style={{ flex: 1 }} />
                <span className={(taken && !taken.free) || wrong ? 'finding' : 'soft'}>
                  {taken && !taken.free
                    ? t('itinerary.takenBy', { title: taken.takenBy })
                    : [t('itinerary.free'), wrong].filter(Boolean).join(' · ')}
                </span>
              </span>
            ),
          },
        ]
      })}
    />
  )
}
