import { DeleteOutlined } from '@ant-design/icons'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, ConfigProvider, Drawer, Input, InputNumber, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mail } from '../../shared/contract/fields.ts'
import { type Closure, type Resource, type ResourceFields, resourceFields } from '../../shared/contract/resources.ts'
import { REPEATS, type Repeat, repeatOf, ruleText } from '../../shared/domain/booking/recurrence.ts'
import { BOOKING_ROLES } from '../../shared/domain/roles.ts'
import { addDays, at, later } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { usualEquipment } from '../base/equipment.ts'
import { spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import { DriverFields, Hours, Photo, RoomFields, VehiclePapers } from './ResourceRules.tsx'
import './resources.css'

type Kind = Resource['kind']

/** Minutes before and after a booking: a room is set up, a car is driven home, a person walks. */
const MARGIN: Record<Kind, number> = { room: 10, vehicle: 15, person: 0 }

/** What everybody fills in, and what stands below “more”. */
const FIELDS = {
  room: ['name', 'building', 'floor'],
  vehicle: ['name', 'plate', 'vehicleKind'],
  person: ['name', 'department', 'title', 'phone'],
} as const
const MORE_FIELDS = {
  room: ['latinName'],
  vehicle: ['latinName', 'homePlace'],
  person: ['latinName', 'email', 'languages', 'licenceClass'],
} as const

const checkedFields = resourceFields.extend({ email: mail() })

const blank = (kind: Kind): ResourceFields => ({
  name: '',
  latinName: '',
  capacity: kind === 'room' ? 10 : kind === 'vehicle' ? 5 : null,
  building: '',
  floor: '',
  equipment: [],
  plate: '',
  vehicleKind: '',
  driverName: '',
  driverPhone: '',
  setupMinutes: MARGIN[kind],
  clearupMinutes: MARGIN[kind],
  bookableFrom: '00:00',
  bookableUntil: '24:00',
  strict: false,
  department: '',
  title: '',
  phone: '',
  email: '',
  languages: '',
  canDrive: false,
  licenceClass: '',
  weeklyHours: [],
  styleCapacity: {},
  partIds: [],
  bookedBy: 'front_desk',
  planNote: '',
  inspectionOn: null,
  insuranceOn: null,
  homePlace: '',
  notes: '',
})

/** A room or vehicle: what it is, when it can be booked, when it is closed. */
export function ResourceDrawer({
  kind,
  resource,
  onClose,
}: {
  kind: Kind
  resource: Resource | null
  onClose: () => void
}) {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const [draft, setDraft] = useState<ResourceFields>(() => (resource ? resourceFields.parse(resource) : blank(kind)))
  const checked = checkedFields.safeParse(draft)
  const problems = new Map(
    checked.success
      ? []
      : checked.error.issues.map(issue => [
          String(issue.path[0]),
          /^[a-zA-Z]+$/.test(issue.message) ? issue.message : 'invalid',
        ]),
  )
  const [tried, setTried] = useState(false)
  const set = (patch: Partial<ResourceFields>) => setDraft({ ...draft, ...patch })

  const name = useRef<InputRef>(null)
  const more = useRef<HTMLDetailsElement>(null)
  const save = async (next = false) => {
    setTried(true)
    if (!checked.success) {
      if (more.current && MORE_FIELDS[kind].some(field => problems.has(field))) more.current.open = true
      return
    }
    const saved = await act(
      () =>
        resource
          ? client.resources.update({ id: resource.id, revision: resource.revision, patch: checked.data })
          : client.resources.create({ ...checked.data, kind }),
      { done: t(resource ? 'resources.saved' : 'resources.created', { name: draft.name }) },
    )
    if (!saved) return
    if (!next) return onClose()
    // The next one stands in the same building, usually.
    setDraft({ ...blank(kind), building: draft.building, floor: draft.floor, department: draft.department })
    setTried(false)
    name.current?.focus()
  }
  const remove = async () => {
    if (!resource) return
    const done = await act(() => client.resources.remove({ id: resource.id }), {
      done: ({ released }) => t('resources.removed', { name: resource.name, count: released }),
    })
    if (done) onClose()
  }
  const text = (field: (typeof FIELDS)[Kind][number] | (typeof MORE_FIELDS)[Kind][number]) => (
    <Field
      key={field}
      label={t(field === 'name' && kind !== 'person' ? 'fields.resourceName' : `fields.${field}`)}
      problem={tried ? problems.get(field) : undefined}
    >
      {id => (
        <Input
          id={id}
          {...(field === 'name' ? { ref: name } : {})}
          autoFocus={field === 'name' && !resource}
          value={draft[field]}
          {...(tried && problems.has(field) ? { status: 'error' as const } : {})}
          onChange={event => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  const number = (field: 'capacity' | 'setupMinutes' | 'clearupMinutes', min: number) => (
    <Field label={t(`fields.${field}`)} problem={tried ? problems.get(field) : undefined}>
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
  return (
    <Drawer
      open
      onClose={onClose}
      size={680}
      title={resource ? resource.name : t(`resources.add.${kind}`)}
      footer={
        may('manage') && (
          <div style={{ display: 'flex', gap: 8 }}>
            {resource && (
              <Button danger icon={<DeleteOutlined />} onClick={() => void remove()}>
                {t('common.remove')}
              </Button>
            )}
            <span style={{ flex: 1 }} />
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            {!resource && <Button onClick={() => void save(true)}>{t('resources.saveNext')}</Button>}
            <Button type="primary" onClick={() => void save()}>
              {t('common.save')}
            </Button>
          </div>
        )
      }
    >
      <ConfigProvider componentDisabled={!may('manage')}>
        <form
          className="form-grid resource-form"
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          {FIELDS[kind].map(text)}
          {kind !== 'person' && number('capacity', 1)}
          {kind === 'person' && (
            <Checkbox
              className="wide"
              checked={draft.canDrive}
              onChange={event => set({ canDrive: event.target.checked })}
            >
              {t('resources.canDrive')}
            </Checkbox>
          )}
          {kind === 'room' && (
            <Field label={t('fields.equipment')} className="wide">
              {id => (
                <Select
                  id={id}
                  mode="tags"
                  value={draft.equipment}
                  tokenSeparators={[',', '，', '、', ' ']}
                  onChange={equipment => set({ equipment })}
                  options={usualEquipment(t).map(thing => ({ value: thing, label: thing }))}
                />
              )}
            </Field>
          )}
          {kind === 'vehicle' && <DriverFields draft={draft} set={set} />}
          <details className="wide" ref={more} open={resource !== null}>
            <summary>{t('resources.more')}</summary>
            <div className="form-grid resource-form">
              {MORE_FIELDS[kind].map(text)}
              {kind === 'room' && <RoomFields resource={resource} draft={draft} set={set} />}
              {kind === 'vehicle' && <VehiclePapers draft={draft} set={set} />}
              {kind !== 'person' && number('setupMinutes', 0)}
              {kind !== 'person' && number('clearupMinutes', 0)}
              <Hours kind={kind} draft={draft} set={set} />
              <Field label={t('resources.bookedBy')} className="wide">
                {id => (
                  <Select
                    id={id}
                    value={draft.bookedBy}
                    onChange={bookedBy => set({ bookedBy })}
                    options={BOOKING_ROLES.map(role => ({ value: role, label: t(`resources.bookedByRole.${role}`) }))}
                  />
                )}
              </Field>
              {draft.weeklyHours.length === 0 && (
                <>
                  <Field label={t('fields.bookableFrom')}>
                    {id => (
                      <ClockInput
                        id={id}
                        label={t('fields.bookableFrom')}
                        value={draft.bookableFrom}
                        onChange={bookableFrom => set({ bookableFrom })}
                      />
                    )}
                  </Field>
                  <Field label={t('fields.bookableUntil')}>
                    {id => (
                      <ClockInput
                        id={id}
                        label={t('fields.bookableUntil')}
                        value={draft.bookableUntil}
                        ends="day"
                        onChange={clock => set({ bookableUntil: clock === '00:00' ? '24:00' : clock })}
                      />
                    )}
                  </Field>
                </>
              )}
              {kind !== 'person' && (
                <Checkbox
                  className="wide"
                  checked={draft.strict}
                  onChange={event => set({ strict: event.target.checked })}
                >
                  {t('resources.strict')}
                </Checkbox>
              )}
              <Field label={t('fields.notes')} className="wide">
                {id => (
                  <Input.TextArea
                    id={id}
                    value={draft.notes}
                    autoSize={{ minRows: 2 }}
                    onChange={event => set({ notes: event.target.value })}
                  />
                )}
              </Field>
            </div>
          </details>
          <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        </form>
        {resource && kind === 'room' && <Photo resource={resource} />}
      </ConfigProvider>
      <ConfigProvider componentDisabled={!may('edit')}>{resource && <Closures resource={resource} />}</ConfigProvider>
    </Drawer>
  )
}

/** Closed periods from today on, also those that come again, and a line to add one; a person's are leave. */
function Closures({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: state } = useQuery(query.office.state.queryOptions())
  const today = state?.today
  const { data: closures = [] } = useQuery(
    query.resources.closures.queryOptions({
      input: today
        ? { resourceId: resource.id, from: at(today, '00:00'), until: at(addDays(today, 730), '00:00') }
        : skipToken,
    }),
  )
  const [again, setAgain] = useState<'' | Repeat>('')
  const [draft, setDraft] = useState<{
    first: string
    from: string
    last: string
    until: string
    reason: string
  } | null>(null)
  if (!today) return null
  const shown = draft ?? { first: today, from: '08:00', last: today, until: '18:00', reason: '' }
  const set = (patch: Partial<typeof shown>) => setDraft({ ...shown, ...patch })
  const close = async () => {
    const saved = await act(
      () =>
        client.resources.close({
          resourceId: resource.id,
          startsAt: at(shown.first, shown.from),
          endsAt: at(shown.last, shown.until),
          reason: shown.reason.trim(),
          rrule: again === '' ? '' : ruleText({ repeat: again, weekdays: [], until: null, count: null }, shown.first),
        }),
      { done: ({ booked }) => t('resources.closedFor', { name: resource.name, count: booked }) },
    )
    if (saved) {
      setDraft(null)
      setAgain('')
    }
  }
  return (
    <section style={{ marginTop: 20 }}>
      <h3 className="section-title">{t(resource.kind === 'person' ? 'resources.leave' : 'resources.closures')}</h3>
      {closures.length === 0 && <p className="soft">{t('resources.noClosures')}</p>}
      {firstOfEach(closures).map(closure => (
        <p key={closure.id} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <span className="numeric">{spanText(closure.startsAt, closure.endsAt)}</span>
          <span style={{ flex: 1 }}>
            {closure.reason}
            {closure.rrule !== '' && (
              <span className="soft"> ↻ {t(`series.every.${repeatOf(closure.rrule) ?? 'daily'}`)}</span>
            )}
          </span>
          <Button
            size="small"
            onClick={() =>
              void act(() => client.resources.reopen({ closureId: closure.id }), {
                done: t('resources.reopened', { name: resource.name }),
              })
            }
          >
            {t('resources.reopen')}
          </Button>
        </p>
      ))}
      <form
        className="form-grid"
        style={{ marginTop: 8 }}
        onSubmit={event => {
          event.preventDefault()
          void close()
        }}
      >
        <DayInput
          label={t('resources.closeFrom')}
          value={shown.first}
          onChange={first => set({ first, last: later(first, shown.last) })}
        />
        <ClockInput label={t('resources.closeFromTime')} value={shown.from} onChange={from => set({ from })} />
        <DayInput
          label={t('resources.closeUntil')}
          value={shown.last}
          min={shown.first}
          onChange={last => set({ last })}
        />
        <ClockInput label={t('resources.closeUntilTime')} value={shown.until} onChange={until => set({ until })} />
        <Input
          value={shown.reason}
          aria-label={t('resources.closeReason')}
          placeholder={t('resources.closeReason')}
          onChange={event => set({ reason: event.target.value })}
        />
        <Select<'' | Repeat>
          aria-label={t('series.repeat')}
          value={again}
          onChange={setAgain}
          options={[
            { value: '' as const, label: t('series.every.never') },
            ...REPEATS.map(each => ({ value: each, label: t(`series.every.${each}`) })),
          ]}
        />
        <Button htmlType="submit" disabled={at(shown.first, shown.from) >= at(shown.last, shown.until)}>
          {t('resources.close')}
        </Button>
      </form>
    </section>
  )
}

/** A closure that comes again stands in the list once an occurrence: here only its next. */
function firstOfEach(closures: readonly Closure[]): Closure[] {
  const seen = new Set<string>()
  return closures.filter(closure => !seen.has(closure.id) && Boolean(seen.add(closure.id)))
}
