import { CheckCircleOutlined, HolderOutlined, MoreOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Select, Tooltip } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Guest, type GuestFields, guestFields } from '../../shared/contract/guests.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { GENDERS } from '../../shared/domain/visit.ts'
import { client } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { PlainInput } from '../ui/PlainInput.tsx'
import { Resting } from '../ui/Resting.tsx'
import { RowBin, RowButton, RowCheck } from '../ui/RowButton.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { useAutosave } from '../ui/useAutosave.ts'
import { useNeighbour } from '../ui/useNeighbour.ts'

interface Props {
  guest: Guest
  index: number
  chosen: boolean
  mark: string
  onChoose: (on: boolean) => void
  onOpen: () => void
  onPrint: () => void
  onRemove: () => void
  onMove: (by: number) => void
  onDragStart: () => void
  onDragOver: () => void
  onDrop: () => void
  onDragEnd: () => void
}

const TEXTS = ['name', 'latinName', 'title', 'organization'] as const

/** One guest as a line of fields, saved as they are left. */
export function GuestRow({ guest, index, chosen, mark, ...on }: Props) {
  const { t } = useTranslation()
  const saver = useAutosave<Guest, GuestFields>({
    row: guest,
    fields: patchOf(guestFields),
    save: async (revision, patch) => (await client.guests.update({ id: guest.id, revision, patch })).guest,
  })
  const { shown } = saver
  const handle = useRef<HTMLButtonElement>(null)
  useNeighbour(handle, 'handle')
  const text = (field: (typeof TEXTS)[number] | 'phone' | 'diet') => {
    const input = (
      <PlainInput
        key={field}
        value={shown[field]}
        aria-label={t('guests.fieldOf', { field: t(`fields.${field}`), name: guest.name })}
        wrong={saver.invalid[field] !== undefined || saver.state === 'refused'}
        onChange={event => saver.change({ [field]: event.target.value })}
        onLeave={saver.flush}
      />
    )
    const problem = saver.invalid[field]
    return problem ? (
      <Tooltip key={field} open title={t(`validation.${problem}`)}>
        {input}
      </Tooltip>
    ) : (
      input
    )
  }
  return (
    <fieldset
      aria-label={guest.name}
      className={`grid-row guests-grid ${mark} ${saver.state}`}
      onDragOver={event => {
        event.preventDefault()
        on.onDragOver()
      }}
      onDrop={event => {
        event.preventDefault()
        on.onDrop()
      }}
    >
      <span className="center">
        <RowCheck checked={chosen} label={t('guests.choose', { name: guest.name })} onChange={on.onChoose} />
      </span>
      <button
        ref={handle}
        type="button"
        data-kind="handle"
        className="handle numeric"
        draggable
        title={t('guests.dragHint')}
        aria-label={t('guests.handle', { name: guest.name, place: index + 1 })}
        onDragStart={on.onDragStart}
        onDragEnd={on.onDragEnd}
        onKeyDown={event => {
          if (event.key === 'Delete') on.onRemove()
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          on.onMove(event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <HolderOutlined aria-hidden />
        {index + 1}
      </button>
      {TEXTS.map(text)}
      <Resting
        text={t(`gender.${shown.gender}`)}
        label={t('guests.fieldOf', { field: t('fields.gender'), name: guest.name })}
      >
        {focus => (
          <Select
            autoFocus={focus}
            value={shown.gender}
            aria-label={t('guests.fieldOf', { field: t('fields.gender'), name: guest.name })}
            onChange={gender => saver.put({ gender })}
            options={GENDERS.map(gender => ({ value: gender, label: t(`gender.${gender}`) }))}
          />
        )}
      </Resting>
      {text('phone')}
      {text('diet')}
      <span className="center">
        <RowCheck
          checked={shown.isHead}
          label={t('guests.fieldOf', { field: t('fields.isHead'), name: guest.name })}
          onChange={isHead => saver.put({ isHead })}
        />
      </span>
      <span className="center soft" title={guest.badgePrintedAt?.replace('T', ' ') ?? ''}>
        {guest.badgePrintedAt ? (
          <>
            <CheckCircleOutlined aria-hidden /> {t('guests.printed')}
          </>
        ) : (
          '—'
        )}
      </span>
      <span style={{ display: 'flex' }}>
        <RowButton
          icon={<PrinterOutlined />}
          label={t('guests.printBadge', { name: guest.name })}
          onClick={on.onPrint}
        />
        <RowButton icon={<MoreOutlined />} label={t('guests.open', { name: guest.name })} onClick={on.onOpen} />
        <RowBin label={t('guests.remove', { name: guest.name })} onClick={on.onRemove} />
      </span>
      {saver.state === 'refused' && !saver.stale && (
        <p role="alert" className="notice blocks" style={{ gridColumn: '1 / -1' }}>
          {sentenceOf(saver.refusal, t)}{' '}
          <Button size="small" onClick={saver.revert}>
            {t('common.revert')}
          </Button>
        </p>
      )}
      <StaleDialog
        stale={saver.stale}
        onChoose={saver.settle}
        format={(field, value) => (field === 'gender' ? t(`gender.${String(value)}`) : String(value ?? ''))}
      />
    </fieldset>
  )
}
