import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type Item, type ItemFields, itemFields } from '../../shared/contract/itinerary.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import type { ItineraryFinding } from '../../shared/domain/itinerary.ts'
import type { ReadinessLine } from '../../shared/domain/plan/readiness.ts'
import { clockOf } from '../../shared/domain/time.ts'
import { client } from '../base/client.ts'
import { conflictsOf } from '../base/sentences.ts'
import { PlainInput } from '../ui/PlainInput.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { useAutosave } from '../ui/useAutosave.ts'
import { ItemHandle, KindCell, ParticipantsCell, PersonCell, PlaceCell, TimeCells, VehicleCell } from './ItemCells.tsx'
import { ItemDrawer } from './ItemDrawer.tsx'
import { ItemActs, ItemFindings, ItemRefusal } from './ItemNotes.tsx'
import { useHeads } from './useHeads.ts'

const fields = itemFields
  .pick({ content: true, place: true, personInCharge: true, phone: true, notes: true })
  .partial()
  .loose()

interface Props {
  item: Item
  index: number
  visit: Visit
  findings: ItineraryFinding[]
  /** What is short of seats here. */
  short: ReadinessLine[]
  all: Item[]
  mark: string
  onMove: (by: number) => void
  onRemove: () => void
  onDragStart: () => void
  onDragOver: () => void
  onDragEnd: () => void
  onDrop: () => void
}

/** One stop of the itinerary, edited where it stands; what its room or vehicle refuses is told below it with a way out. */
export function ItemRow({ item, index, visit, findings, short, all, mark, ...on }: Props) {
  const { t } = useTranslation()
  const saver = useAutosave<Item, ItemFields>({
    row: item,
    fields: fields as z.ZodType<Partial<ItemFields>>,
    save: async (revision, patch) => (await client.itinerary.update({ id: item.id, revision, patch })).item,
  })
  const [open, setOpen] = useState(false)
  const { shown } = saver
  const heads = useHeads(visit, shown)
  const conflicts = conflictsOf(saver.refusal)
  const name = item.content || t(`itemKind.${item.kind}`)
  return (
    <fieldset
      aria-label={`${clockOf(shown.startsAt)} ${name}`}
      className={`grid-row itinerary-grid ${mark} ${saver.state}`}
      onDragOver={event => {
        event.preventDefault()
        on.onDragOver()
      }}
      onDrop={event => {
        event.preventDefault()
        on.onDrop()
      }}
    >
      <ItemHandle
        name={name}
        place={index + 1}
        isFixed={shown.isFixed}
        onMove={on.onMove}
        onRemove={on.onRemove}
        onDragStart={on.onDragStart}
        onDragEnd={on.onDragEnd}
      />
      <TimeCells item={item} saver={saver} invalid={conflicts.length > 0} />
      <KindCell item={item} saver={saver} />
      <PlainInput
        value={shown.content}
        aria-label={t('itinerary.fieldOf', { field: t('fields.content'), name })}
        placeholder={t('itinerary.contentHint')}
        wrong={saver.invalid.content !== undefined}
        onChange={event => saver.change({ content: event.target.value })}
        onLeave={saver.flush}
      />
      <PlaceCell
        item={item}
        saver={saver}
        heads={heads}
        invalid={conflicts.some(conflict => conflict.resource.kind === 'room')}
      />
      <VehicleCell item={item} saver={saver} heads={heads} />
      <PersonCell item={item} saver={saver} />
      <ParticipantsCell item={item} saver={saver} />
      <ItemActs item={item} shown={shown} name={name} onOpen={() => setOpen(true)} onRemove={on.onRemove} />
      <ItemFindings findings={findings} short={short} all={all} />
      <ItemRefusal saver={saver} conflicts={conflicts} />
      {open && <ItemDrawer headcount={heads} saver={saver} name={name} onClose={() => setOpen(false)} />}
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </fieldset>
  )
}
