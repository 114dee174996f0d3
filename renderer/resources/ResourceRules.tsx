import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Checkbox, Input, InputNumber, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { type Resource, type ResourceFields, resourceFields } from '../../shared/contract/resources.ts'
import { SETUP_STYLES } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'

interface Props {
  draft: ResourceFields
  set: (patch: Partial<ResourceFields>) => void
}

/** Of rooms: seats by set-up, the rooms a hall is made of, where it is. */
export function RoomFields({ resource, draft, set }: Props & { resource: Resource | null }) {
  const { t } = useTranslation()
  const { data: rooms = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'room' } }))
  const styles = SETUP_STYLES.filter(style => style !== '')
  // A hall is made of rooms that are none themselves.
  const parts = rooms.filter(room => room.id !== resource?.id && room.partIds.length === 0)
  const isPart = rooms.some(room => resource !== null && room.partIds.includes(resource.id))
  return (
    <>
      <fieldset className="wide style-seats">
        <legend>{t('resources.styleCapacity')}</legend>
        {styles.map(style => (
          <Field key={style} label={t(`setupStyle.${style}`)}>
            {id => (
              <InputNumber
                id={id}
                min={1}
                max={5000}
                value={draft.styleCapacity[style] ?? null}
                placeholder={draft.capacity === null ? '' : String(draft.capacity)}
                onChange={seats => {
                  const { [style]: _, ...rest } = draft.styleCapacity
                  set({ styleCapacity: seats === null ? rest : { ...rest, [style]: seats } })
                }}
              />
            )}
          </Field>
        ))}
      </fieldset>
      {!isPart && parts.length > 0 && (
        <Field label={t('resources.parts')} className="wide" hint={t('resources.partsHint')}>
          {id => (
            <Select
              id={id}
              mode="multiple"
              value={draft.partIds}
              placeholder={t('resources.partsHint')}
              onChange={partIds => set({ partIds })}
              options={parts.map(room => ({ value: room.id, label: room.name }))}
            />
          )}
        </Field>
      )}
      <Field label={t('fields.planNote')} className="wide">
        {id => (
          <Input
            id={id}
            value={draft.planNote}
            maxLength={longest(resourceFields.shape.planNote)}
            placeholder={t('resources.planNoteHint')}
            onChange={event => set({ planNote: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** Of vehicles: who usually drives. */
export function DriverFields({ draft, set }: Props) {
  const { t } = useTranslation()
  const { data: people = [] } = useQuery(query.resources.list.queryOptions({ input: { kind: 'person' } }))
  const drivers = people.filter(person => person.canDrive)
  return (
    <>
      <Field label={t('fields.driverName')}>
        {id => (
          <AutoComplete
            id={id}
            value={draft.driverName}
            maxLength={longest(resourceFields.shape.driverName)}
            onChange={driverName => set({ driverName })}
            onSelect={(name: string) => {
              const driver = drivers.find(each => each.name === name)
              set({
                driverName: name,
                ...(driver && driver.phone !== ''
                  ? { driverPhone: driver.phone.slice(0, longest(resourceFields.shape.driverPhone)) }
                  : {}),
              })
            }}
            options={drivers
              .filter(driver => driver.name.includes(draft.driverName))
              .map(driver => ({
                value: driver.name,
                label: [driver.name, driver.licenceClass].filter(Boolean).join(' · '),
              }))}
          />
        )}
      </Field>
      <Field label={t('fields.driverPhone')}>
        {id => (
          <Input
            id={id}
            value={draft.driverPhone}
            maxLength={longest(resourceFields.shape.driverPhone)}
            onChange={event => set({ driverPhone: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** Of vehicles: until when its papers hold. */
export function VehiclePapers({ draft, set }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {(['inspectionOn', 'insuranceOn'] as const).map(field => (
        <div className="field" key={field}>
          <Checkbox
            checked={draft[field] !== null}
            onChange={event => set({ [field]: event.target.checked ? nextYear() : null })}
          >
            {t(`fields.${field}`)}
          </Checkbox>
          {draft[field] !== null && (
            <DayInput label={t(`fields.${field}`)} value={draft[field]} onChange={day => set({ [field]: day })} />
          )}
        </div>
      ))}
    </>
  )
}

/** A year from this computer's day on: a beginning for whoever types the real one. */
const nextYear = (): string => {
  const now = new Date()
  return `${now.getFullYear() + 1}-${String(now.getMonth() + 1).padStart(2, '0')}-01`
}

const WEEK = [1, 2, 3, 4, 5, 6, 0]

/** Hours by weekday, where they are not the same every day: bookable hours of things, working hours of people. */
export function Hours({ kind, draft, set }: Props & { kind: Resource['kind'] }) {
  const { t } = useTranslation()
  const weekly = draft.weeklyHours.length === 7
  const usual = { from: draft.bookableFrom, until: draft.bookableUntil }
  const put = (weekday: number, hours: { from: string; until: string } | null) =>
    set({
      weeklyHours: Array.from({ length: 7 }, (_, index) =>
        index === weekday ? hours : (draft.weeklyHours[index] ?? null),
      ),
    })
  return (
    <fieldset className="wide week-hours">
      <Checkbox
        checked={weekly}
        onChange={event =>
          set({
            weeklyHours: event.target.checked
              ? Array.from({ length: 7 }, (_, weekday) => (weekday % 6 === 0 ? null : workHours(usual)))
              : [],
          })
        }
      >
        {t(kind === 'person' ? 'resources.workingHours' : 'resources.weeklyHours')}
      </Checkbox>
      {weekly &&
        WEEK.map(weekday => {
          const hours = draft.weeklyHours[weekday] ?? null
          return (
            <div key={weekday} className="week-day">
              <Checkbox
                checked={hours !== null}
                onChange={event => put(weekday, event.target.checked ? workHours(usual) : null)}
              >
                {t(`weekday.${weekday}`)}
              </Checkbox>
              {hours ? (
                <>
                  <ClockInput
                    label={t('resources.fromOn', { day: t(`weekday.${weekday}`) })}
                    value={hours.from}
                    onChange={from => put(weekday, { ...hours, from })}
                  />
                  <ClockInput
                    label={t('resources.untilOn', { day: t(`weekday.${weekday}`) })}
                    value={hours.until}
                    ends="day"
                    invalid={hours.until <= hours.from}
                    onChange={until => put(weekday, { ...hours, until: until === '00:00' ? '24:00' : until })}
                  />
                </>
              ) : (
                <span className="soft">{t('resources.notOpen')}</span>
              )}
            </div>
          )
        })}
    </fieldset>
  )
}

/** Round the clock is no working day: then an office's usual one. */
const workHours = (hours: { from: string; until: string }) =>
  hours.from === '00:00' && hours.until === '24:00' ? { from: '08:30', until: '18:00' } : hours

/** A photo of the room, so that nobody books the wrong one. */
export function Photo({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const act = useAct()
  const put = (file: File | null) =>
    act(() => client.resources.setPhoto({ id: resource.id, file }), {
      done: t(file ? 'resources.photoSaved' : 'resources.photoRemoved', { name: resource.name }),
    })
  return (
    <section style={{ marginTop: 20 }}>
      <h3 className="section-title">{t('resources.photo')}</h3>
      {resource.photo !== '' && (
        <img
          className="room-photo"
          src={`/files/${resource.photo}`}
          alt={t('resources.photoOf', { name: resource.name })}
        />
      )}
      <div style={{ display: 'flex', gap: 8 }}>
        <Upload
          accept="image/png,image/jpeg"
          showUploadList={false}
          beforeUpload={file => {
            void put(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined />}>{t('resources.choosePhoto')}</Button>
        </Upload>
        {resource.photo !== '' && (
          <Button icon={<DeleteOutlined />} onClick={() => void put(null)}>
            {t('common.remove')}
          </Button>
        )}
      </div>
    </section>
  )
}
