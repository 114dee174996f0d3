import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../shared/contract/resources.ts'
import { at, type Day, type Span } from '../../shared/domain/time.ts'
import { query } from '../base/client.ts'
import { groupOf } from '../bookings/timelineRows.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'

/** Which rows are looked at. */
export interface ResourceFilter {
  seats: number | null
  equipment: string[]
  groups: string[]
  /** Free in this span. */
  span: Span | null
}

export const NO_FILTER: ResourceFilter = { seats: null, equipment: [], groups: [], span: null }

export const filterCount = (filter: ResourceFilter): number =>
  Number(filter.seats !== null) +
  Number(filter.equipment.length > 0) +
  Number(filter.groups.length > 0) +
  Number(filter.span !== null)

/** Seats, equipment and features, place; being free is asked of the host. */
export function passes(resource: Resource, filter: ResourceFilter): boolean {
  return (
    (filter.seats === null || resource.capacity === null || resource.capacity >= filter.seats) &&
    filter.equipment.every(thing => featuresOf(resource).includes(thing)) &&
    (filter.groups.length === 0 || filter.groups.includes(groupOf(resource)))
  )
}

/** What a resource has: a room's equipment, a person's languages and driving. */
const featuresOf = (resource: Resource): string[] => [
  ...resource.equipment,
  ...resource.languages.split(/[、,，;；/\s]+/u).filter(Boolean),
  ...(resource.licenceClass === '' ? [] : [resource.licenceClass]),
]

interface Props {
  kind: Resource['kind']
  resources: Resource[]
  day: Day
  filter: ResourceFilter
  onChange: (filter: ResourceFilter) => void
}

export function FilterFields({ kind, resources, day, filter, onChange }: Props) {
  const { t } = useTranslation()
  const set = (patch: Partial<ResourceFilter>) => onChange({ ...filter, ...patch })
  const span = filter.span ?? { startsAt: at(day, '09:00'), endsAt: at(day, '10:00') }
  const onDay = span.startsAt.slice(0, 10)
  const options = (values: string[]) =>
    [...new Set(values)]
      .filter(Boolean)
      .sort()
      .map(value => ({ value, label: value }))
  return (
    <div className="filter-fields">
      {kind !== 'person' && (
        <Field label={t('filter.seats')}>
          {id => <InputNumber id={id} min={1} max={5000} value={filter.seats} onChange={seats => set({ seats })} />}
        </Field>
      )}
      {kind !== 'vehicle' && (
        <Field label={t(kind === 'room' ? 'fields.equipment' : 'filter.skills')}>
          {id => (
            <Select
              id={id}
              mode="multiple"
              value={filter.equipment}
              onChange={equipment => set({ equipment })}
              options={options(resources.flatMap(featuresOf))}
            />
          )}
        </Field>
      )}
      <Field label={t(`filter.group.${kind}`)}>
        {id => (
          <Select
            id={id}
            mode="multiple"
            value={filter.groups}
            onChange={groups => set({ groups })}
            options={options(resources.map(groupOf))}
          />
        )}
      </Field>
      <div className="field">
        <span className="soft">{t('filter.free')}</span>
        <div className="filter-span">
          <DayInput
            label={t('fields.day')}
            value={onDay}
            onChange={next =>
              set({ span: { startsAt: at(next, span.startsAt.slice(11)), endsAt: at(next, span.endsAt.slice(11)) } })
            }
          />
          <ClockInput
            label={t('fields.start')}
            value={span.startsAt.slice(11)}
            onChange={clock => set({ span: { ...span, startsAt: at(onDay, clock) } })}
          />
          <ClockInput
            label={t('fields.end')}
            value={span.endsAt.slice(11)}
            onChange={clock => set({ span: { ...span, endsAt: at(onDay, clock) } })}
          />
          <Button disabled={span.startsAt >= span.endsAt} onClick={() => set({ span: filter.span ? null : span })}>
            {t(filter.span ? 'filter.anyTime' : 'filter.apply')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** The resources that pass a filter; those that are free in its span are asked for. */
export function useFiltered(
  kind: Resource['kind'],
  resources: readonly Resource[] | undefined,
  filter: ResourceFilter,
): Resource[] {
  const { data: free } = useQuery({
    ...query.bookings.free.queryOptions({
      input: {
        kind,
        startsAt: filter.span?.startsAt ?? '2000-01-01T00:00',
        endsAt: filter.span?.endsAt ?? '2000-01-01T00:01',
        headcount: filter.seats,
        itemId: null,
      },
    }),
    enabled: filter.span !== null,
  })
  return useMemo(() => {
    const open = new Set((free ?? []).filter(each => each.free).map(each => each.resourceId))
    return (resources ?? []).filter(
      each => passes(each, filter) && (filter.span === null || !free || open.has(each.id)),
    )
  }, [resources, filter, free])
}
