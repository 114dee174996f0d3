import { UserAddOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Segmented, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../shared/contract/itinerary.ts'
import { type Assignment, type AssignmentFields, assignmentFields } from '../../shared/contract/staffing.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { ASSIGNMENT_ROLES, type AssignmentRole } from '../../shared/domain/plan/staffing.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ChoiceCell, SuggestCell, staffOptions, TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { Resting } from '../ui/Resting.tsx'
import { useLine } from '../ui/useLine.ts'
import { Clashes } from './Clashes.tsx'
import { InChargeCell } from './InChargeCell.tsx'
import { PeopleMatrix } from './PeopleMatrix.tsx'
import { useStaff } from './useStaff.ts'
import './staffing.css'

/** Roles that stand as columns beside each stop; the others are given for the whole visit. */
const STOP_ROLES = ['leader', 'interpreter', 'guide', 'escort', 'venue'] as const

/** Who does what: at each stop, and for the whole visit; the same as a matrix of people. */
export function StaffingSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const [view, setView] = useState<'stops' | 'people'>('stops')
  const input = { visitId: visit.id }
  const { data: lines } = useQuery(query.staffing.list.queryOptions({ input }))
  const { data: items } = useQuery(query.itinerary.list.queryOptions({ input }))
  if (!lines || !items) return <Skeleton active style={{ padding: 24 }} />
  return (
    <div className="lines-section">
      <Clashes visitId={visit.id} />
      <section aria-label={t('staffing.atStops')}>
        <div className="section-head">
          <h2 className="section-title">{t('staffing.atStops')}</h2>
          <Segmented
            aria-label={t('staffing.view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'stops', label: t('staffing.byStop') },
              { value: 'people', label: t('staffing.byPerson') },
            ]}
          />
        </div>
        {items.length === 0 ? (
          <EmptyState title={t('staffing.noStops')} text={t('staffing.noStopsText')} />
        ) : view === 'stops' ? (
          <Stops items={items} lines={lines} />
        ) : (
          <PeopleMatrix visit={visit} items={items} />
        )}
      </section>
      <WholeVisit visit={visit} lines={lines.filter(line => line.itemId === null)} />
    </div>
  )
}

function Stops({ items, lines }: { items: Item[]; lines: Assignment[] }) {
  const { t } = useTranslation()
  return (
    <div className="staffing-scroll">
      <div className="grid-head staffing-grid">
        <span>{t('fields.time')}</span>
        <span>{t('fields.content')}</span>
        <span>{t('fields.personInCharge')}</span>
        {STOP_ROLES.map(role => (
          <span key={role}>{t(`assignmentRole.${role}`)}</span>
        ))}
      </div>
      {items.map((item, index) => {
        const name = item.content || t(`itemKind.${item.kind}`)
        const newDay = index === 0 || dayOf(items[index - 1]?.startsAt ?? '') !== dayOf(item.startsAt)
        return (
          <fieldset
            key={item.id}
            data-item={item.id}
            className={`grid-row staffing-grid ${newDay && index > 0 ? 'new-day' : ''}`}
            aria-label={name}
          >
            <span className="numeric when">
              {newDay && <strong>{dayOf(item.startsAt).slice(5)} </strong>}
              {clockOf(item.startsAt)}
            </span>
            <span className="what" title={name}>
              {name}
            </span>
            <InChargeCell item={item} />
            {STOP_ROLES.map(role => (
              <RoleCell
                key={role}
                item={item}
                role={role}
                lines={lines.filter(line => line.itemId === item.id && line.role === role)}
              />
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}

/** The people of one role at one stop: chosen from the staff or typed. */
function RoleCell({ item, role, lines }: { item: Item; role: AssignmentRole; lines: Assignment[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const change = (names: string[]) => {
    const wanted = [...new Set(names.map(name => name.trim()).filter(name => name !== ''))]
    return act(() =>
      client.staffing.assign({
        itemId: item.id,
        role,
        remove: lines.filter(line => !wanted.includes(line.name)).map(line => line.id),
        add: wanted
          .filter(name => !lines.some(line => line.name === name))
          .map(name => ({ name, personId: staff.find(each => each.name === name)?.id ?? null })),
      }),
    )
  }
  const label = t('itinerary.fieldOf', {
    field: t(`assignmentRole.${role}`),
    name: item.content || t(`itemKind.${item.kind}`),
  })
  return (
    <Resting text={lines.map(line => line.name).join(t('mark.list'))} label={label}>
      {focus => (
        <Select
          mode="tags"
          autoFocus={focus}
          optionLabelProp="value"
          value={lines.map(line => line.name)}
          suffixIcon={null}
          maxTagCount="responsive"
          popupMatchSelectWidth={240}
          tokenSeparators={['、', '，', ',']}
          aria-label={label}
          onChange={names => void change(names)}
          options={staffOptions(staff)}
        />
      )}
    </Resting>
  )
}

function WholeVisit({ visit, lines }: { visit: Visit; lines: Assignment[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const add = (role: AssignmentRole, name: string) => {
    const person = staff.find(each => each.name === name)
    return act(() =>
      client.staffing.add({
        visitId: visit.id,
        line: { role, name, personId: person?.id ?? null, phone: person?.phone ?? '' },
      }),
    )
  }
  const { data: rules } = useQuery(query.rules.get.queryOptions())
  const suggested = (rules?.grades[visit.grade].leaders ?? []).flatMap(
    id => staff.find(person => person.id === id) ?? [],
  )
  const missing = suggested.filter(person => !lines.some(line => line.name === person.name))
  return (
    <section aria-label={t('staffing.wholeVisit')}>
      <div className="section-head">
        <h2 className="section-title">{t('staffing.wholeVisit')}</h2>
        {missing.length > 0 && (
          <>
            <span className="soft">{t('staffing.suggested', { grade: t(`grade.${visit.grade}`) })}</span>
            {missing.map(person => (
              <Button
                key={person.id}
                size="small"
                icon={<UserAddOutlined />}
                onClick={() => void add('leader', person.name)}
              >
                {person.name} {person.title}
              </Button>
            ))}
          </>
        )}
      </div>
      {lines.length > 0 && (
        <LineHead
          grid="whole-grid"
          titles={[t('staffing.role'), t('fields.name'), t('fields.phone'), t('fields.notes')]}
        />
      )}
      {lines.map(line => (
        <WholeLine key={line.id} line={line} />
      ))}
      <AddWholeLine onAdd={(role, name) => void add(role, name)} />
    </section>
  )
}

/** A role first, then who has it: nobody is entered who is not named, so that a leader is somebody. */
function AddWholeLine({ onAdd }: { onAdd: (role: AssignmentRole, name: string) => void }) {
  const { t } = useTranslation()
  const staff = useStaff()
  const [role, setRole] = useState<AssignmentRole | null>(null)
  const [name, setName] = useState('')
  const add = (who: string) => {
    if (role && who.trim() !== '') onAdd(role, who.trim())
    setRole(null)
    setName('')
  }
  return (
    <form
      className="add-line"
      style={{ display: 'flex', gap: 8 }}
      onSubmit={event => {
        event.preventDefault()
        add(name)
      }}
    >
      <Select<AssignmentRole | null>
        style={{ width: 220 }}
        value={role}
        placeholder={t('staffing.addRole')}
        aria-label={t('staffing.addRole')}
        onChange={setRole}
        options={ASSIGNMENT_ROLES.map(each => ({ value: each, label: t(`assignmentRole.${each}`) }))}
      />
      {role && (
        <>
          <AutoComplete
            autoFocus
            style={{ width: 200 }}
            value={name}
            maxLength={80}
            aria-label={t('staffing.newName')}
            placeholder={t('staffing.newName')}
            onChange={setName}
            onSelect={add}
            options={staffOptions(staff).filter(option => option.value.includes(name))}
          />
          <Button htmlType="submit" disabled={name.trim() === ''}>
            {t('guests.add')}
          </Button>
        </>
      )}
    </form>
  )
}

function WholeLine({ line }: { line: Assignment }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const saver = useLine<Assignment, AssignmentFields>(line, assignmentFields.partial() as never, client.staffing.update)
  const label = (field: string) => t('itinerary.fieldOf', { field, name: line.name })
  return (
    <LineRow
      saver={saver}
      name={line.name}
      grid="whole-grid"
      onRemove={() =>
        void act(() => client.staffing.remove({ ids: [line.id] }), { done: t('lines.removed', { name: line.name }) })
      }
    >
      <ChoiceCell
        saver={saver}
        name="role"
        label={label(t('staffing.role'))}
        options={ASSIGNMENT_ROLES.map(role => ({ value: role, label: t(`assignmentRole.${role}`) }))}
      />
      <SuggestCell
        saver={saver}
        name="name"
        label={label(t('fields.name'))}
        options={staffOptions(staff)}
        onChosen={name => {
          const person = staff.find(each => each.name === name)
          return { personId: person?.id ?? null, ...(person?.phone ? { phone: person.phone } : {}) }
        }}
      />
      <TextCell saver={saver} name="phone" label={label(t('fields.phone'))} />
      <TextCell saver={saver} name="notes" label={label(t('fields.notes'))} />
    </LineRow>
  )
}
