import { CarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Trip } from '../../shared/contract/transport.ts'
import { query } from '../base/client.ts'
import { findingWords } from '../base/sentences.ts'

interface ChoiceProps {
  item: Item
  taken: Trip[]
  /** How many have no seat yet. */
  headcount: number | null
  onChoose: (id: string) => void
}

/** Our vehicles for this stop, the free ones that fit first. */
export function VehicleChoice({ item, taken, headcount, onChoose }: ChoiceProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data: vehicles = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'vehicle' } }))
  const { data: free = [] } = useQuery({
    ...query.bookings.free.queryOptions({
      input: { kind: 'vehicle', startsAt: item.startsAt, endsAt: item.endsAt, headcount, itemId: item.id },
    }),
    enabled: open,
  })
  return (
    <Select
      value={null}
      placeholder={
        <>
          <CarOutlined /> {t('transport.add')}
        </>
      }
      aria-label={t('transport.add')}
      style={{ width: 190 }}
      popupMatchSelectWidth={300}
      onOpenChange={setOpen}
      notFoundContent={t('transport.noVehicles')}
      onChange={(id: string | null) => id && onChoose(id)}
      options={(free.length > 0
        ? free
        : vehicles.map(each => ({ resourceId: each.id, free: true, findings: [], takenBy: '' }))
      )
        .filter(each => !taken.some(trip => trip.vehicleId === each.resourceId))
        .flatMap(each => {
          const vehicle = vehicles.find(one => one.id === each.resourceId)
          if (!vehicle) return []
          const seats = vehicle.capacity === null ? '' : t('conflict.seats', { count: vehicle.capacity })
          return [
            {
              value: vehicle.id,
              label: [
                vehicle.name,
                vehicle.plate,
                seats,
                each.free ? findingWords(each.findings, t) : t('transport.taken', { title: each.takenBy }),
              ]
                .filter(Boolean)
                .join(' · '),
            },
          ]
        })}
    />
  )
}
