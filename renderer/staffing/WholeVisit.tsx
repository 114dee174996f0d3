import { UserAddOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patchOf } from '../../shared/contract/procedure.ts'
import { type Assignment, type AssignmentFields, assignmentFields } from '../../shared/contract/staffing.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { ASSIGNMENT_ROLES, type AssignmentRole } from '../../shared/domain/plan/staffing.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ChoiceCell, SuggestCell, TextCell } from '../ui/cells.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { staffOptions } from '../ui/peopleCells.tsx'
import { useLine } from '../ui/useLine.ts'
import { useStaff } from './useStaff.ts'

export function WholeVisit({ visit, lines }: { visit: Visit; lines: Assignment[] }) {
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
  const saver = useLine<Assignment, AssignmentFields>(line, patchOf(assignmentFields), client.staffing.update)
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
