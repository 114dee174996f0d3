import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { type Ticket, type TicketFields, ticketFields } from '../../shared/contract/transport.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { TICKET_KINDS } from '../../shared/domain/plan/transport.ts'
import type { Day } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { ChoiceCell, MomentCell, TextCell } from '../ui/cells.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { MoneyCell } from '../ui/numberCells.tsx'
import { useLine } from '../ui/useLine.ts'

const FIELDS = [
  'traveller',
  'kind',
  'number',
  'seatClass',
  'fromPlace',
  'toPlace',
  'departsAt',
  'arrivesAt',
  'cost',
] as const

/** Flights and trains that the office has bought. */
export function Tickets({ visit, guests }: { visit: Visit; guests: Guest[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: tickets = [] } = useQuery(query.tickets.list.queryOptions({ input: { visitId: visit.id } }))
  return (
    <section aria-label={t('transport.tickets')}>
      <div className="section-head">
        <h2 className="section-title">{t('transport.tickets')}</h2>
        <span className="soft">{t('transport.ticketsText')}</span>
      </div>
      {tickets.length > 0 && (
        <div style={{ overflowX: 'auto' }}>
          <LineHead grid="ticket-grid" titles={FIELDS.map(field => t(`fields.${field}`))} />
          {tickets.map(ticket => (
            <TicketLine key={ticket.id} ticket={ticket} guests={guests} day={visit.startsOn} />
          ))}
        </div>
      )}
      <Button
        className="add-line"
        icon={<PlusOutlined />}
        onClick={() => void act(() => client.tickets.add({ visitId: visit.id, line: {} }))}
      >
        {t('transport.addTicket')}
      </Button>
    </section>
  )
}

function TicketLine({ ticket, guests, day }: { ticket: Ticket; guests: Guest[]; day: Day }) {
  const { t } = useTranslation()
  const act = useAct()
  const saver = useLine<Ticket, TicketFields>(ticket, patchOf(ticketFields), client.tickets.update)
  const name = ticket.number || t('transport.tickets')
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name })
  const text = (field: 'number' | 'seatClass' | 'fromPlace' | 'toPlace') => (
    <TextCell saver={saver} name={field} label={label(field)} />
  )
  return (
    <LineRow
      saver={saver}
      name={name}
      grid="ticket-grid"
      onRemove={() =>
        void act(() => client.tickets.remove({ ids: [ticket.id] }), { done: t('lines.removed', { name }) })
      }
    >
      <Select
        mode="tags"
        maxCount={1}
        aria-label={label('traveller')}
        value={ticket.guestId ? [ticket.guestId] : ticket.traveller ? [ticket.traveller] : []}
        suffixIcon={null}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={180}
        onChange={([chosen = '']) => {
          const guest = guests.find(each => each.id === chosen)
          saver.put(guest ? { guestId: guest.id, traveller: '' } : { guestId: null, traveller: chosen })
        }}
        options={guests.map(guest => ({ value: guest.id, label: guest.name }))}
      />
      <ChoiceCell
        saver={saver}
        name="kind"
        label={label('kind')}
        options={TICKET_KINDS.map(kind => ({ value: kind, label: t(`ticketKind.${kind}`) }))}
      />
      {text('number')}
      {text('seatClass')}
      {text('fromPlace')}
      {text('toPlace')}
      <MomentCell saver={saver} day={day} name="departsAt" label={label('departsAt')} />
      <MomentCell saver={saver} day={day} name="arrivesAt" label={label('arrivesAt')} />
      <MoneyCell saver={saver} name="cost" label={label('cost')} />
    </LineRow>
  )
}
