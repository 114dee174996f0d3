import { DeleteOutlined, PrinterOutlined, ReloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Seating } from '../../shared/contract/seating.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { SEATING_LAYOUTS, type SeatingLayout, type SeatingOptions } from '../../shared/domain/seating/room.ts'
import { swapped } from '../../shared/domain/seating/seating.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { Field } from '../ui/Field.tsx'
import { SeatingBoard } from './SeatingBoard.tsx'
import type { Sitting } from './sitting.ts'

export function OneSeating({
  visit,
  seating,
  sitting,
  guests,
}: {
  visit: Visit
  seating: Seating
  sitting: Sitting
  guests: Parameters<typeof SeatingBoard>[0]['guests']
}) {
  const { t } = useTranslation()
  const act = useAct()
  const save = (patch: Partial<Pick<Seating, 'layout' | 'options' | 'seats'>>, done?: string) =>
    act(() => client.seating.update({ id: seating.id, revision: seating.revision, patch }), done ? { done } : {})
  const option = (patch: Partial<SeatingOptions>) => save({ options: { ...seating.options, ...patch }, seats: null })
  const { layout, options } = seating
  const number = (field: 'tables' | 'seatsPerTable' | 'seatsPerSide' | 'carSeats', min: number, max: number) => (
    <Field label={t(`seating.${field}`)}>
      {id => (
        <InputNumber
          id={id}
          min={min}
          max={max}
          precision={0}
          value={options[field]}
          onChange={value => {
            if (value !== null && value !== options[field]) void option({ [field]: value })
          }}
        />
      )}
    </Field>
  )
  return (
    <div className="seating-one">
      <div className="seating-form">
        {seating.tripId === null && (
          <Field label={t('seating.layoutLabel')}>
            {id => (
              <Select<SeatingLayout>
                id={id}
                value={layout}
                onChange={next => void save({ layout: next, seats: null })}
                options={SEATING_LAYOUTS.filter(each => each !== 'car').map(value => ({
                  value,
                  label: t(`seating.layout.${value}`),
                }))}
                style={{ width: 156 }}
              />
            )}
          </Field>
        )}
        {layout !== 'car' && (
          <Field label={t('seating.first')}>
            {() => (
              <Segmented<'right' | 'left'>
                aria-label={t('seating.first')}
                value={options.first}
                onChange={first => void option({ first })}
                options={[
                  { value: 'right', label: t('seating.rightFirst') },
                  { value: 'left', label: t('seating.leftFirst') },
                ]}
              />
            )}
          </Field>
        )}
        {layout === 'opposite' && (
          <Field label={t('seating.door')}>
            {() => (
              <Segmented<'across' | 'end'>
                aria-label={t('seating.door')}
                value={options.door}
                onChange={door => void option({ door })}
                options={[
                  { value: 'across', label: t('seating.doorAcross') },
                  { value: 'end', label: t('seating.doorEnd') },
                ]}
              />
            )}
          </Field>
        )}
        {(layout === 'opposite' || layout === 'u' || layout === 'board') && number('seatsPerSide', 0, 60)}
        {layout === 'round' && number('tables', 1, 20)}
        {layout === 'round' && number('seatsPerTable', 6, 12)}
        {layout === 'car' && number('carSeats', 1, 60)}
        {layout === 'car' && (
          <Field label={t('seating.whoDrives')}>
            {() => (
              <Segmented<'driver' | 'host'>
                aria-label={t('seating.whoDrives')}
                value={options.hostDrives ? 'host' : 'driver'}
                onChange={value => void option({ hostDrives: value === 'host' })}
                options={[
                  { value: 'driver', label: t('seating.driver') },
                  { value: 'host', label: t('seating.hostDrives') },
                ]}
              />
            )}
          </Field>
        )}
        <span className="spring" />
        {seating.seats !== null && (
          <Button icon={<ReloadOutlined />} onClick={() => void save({ seats: null }, t('seating.restored'))}>
            {t('seating.restore')}
          </Button>
        )}
        <Link to="/print" search={{ visit: visit.id, kind: 'seating-plan' }}>
          <Button icon={<PrinterOutlined />}>{t('documents.seating-plan')}</Button>
        </Link>
        {seating.tripId === null && (
          <Link to="/print" search={{ visit: visit.id, kind: 'table-cards', item: seating.itemId }}>
            <Button icon={<PrinterOutlined />}>{t('documents.table-cards')}</Button>
          </Link>
        )}
        <Button
          icon={<DeleteOutlined />}
          aria-label={t('seating.remove')}
          onClick={() => void act(() => client.seating.remove({ ids: [seating.id] }), { done: t('seating.removed') })}
        />
      </div>
      <SeatingBoard
        plan={sitting.plan}
        guests={guests}
        hostDrives={options.hostDrives}
        onMove={(from, to) =>
          void save({ seats: Object.fromEntries(swapped(sitting.plan.taken, from, to)) }, t('seating.moved'))
        }
      />
    </div>
  )
}
