import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { Assignment } from '../../shared/contract/staffing.ts'
import type { AssignmentRole } from '../../shared/domain/plan/staffing.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { staffOptions } from '../ui/peopleCells.tsx'
import { Resting } from '../ui/Resting.tsx'
import { InChargeCell } from './InChargeCell.tsx'
import { useStaff } from './useStaff.ts'

/** Roles that stand as columns beside each stop; the others are given for the whole visit. */
const STOP_ROLES = ['leader', 'interpreter', 'guide', 'escort', 'venue'] as const

export function Stops({ items, lines }: { items: Item[]; lines: Assignment[] }) {
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
