import { CloseOutlined } from '@ant-design/icons'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeSettings } from '../../shared/contract/office.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import { named } from '../../shared/domain/language.ts'
import { addDays, at, type Day, MINUTES_PER_DAY, type Span } from '../../shared/domain/time.ts'
import { SETUP_STYLES, type SetupStyle } from '../../shared/domain/visit.ts'
import { query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { findingSentence, spanText } from '../base/sentences.ts'
import { ClockInput } from '../ui/ClockInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import { BookingDialog } from './BookingDialog.tsx'
import type { BookingTarget } from './bookingDraft.ts'

interface Props {
  kind: Resource['kind']
  day: Day
  resources: Resource[]
  settings: OfficeSettings
  onClose: () => void
}

/** "A room for 12 with a projector, Thursday between 9 and 12, 90 minutes": answered best fit first, one press from booked. */
export function FindPlace({ kind, day, resources, settings, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [wish, setWish] = useState({
    headcount: null as number | null,
    equipment: [] as string[],
    setupStyle: '' as SetupStyle,
    first: day,
    days: 1,
    from: settings.opensAt,
    until: settings.closesAt,
    minutes: 60,
  })
  const [target, setTarget] = useState<BookingTarget | null>(null)
  const set = (patch: Partial<typeof wish>) => setWish({ ...wish, ...patch })
  const windows: Span[] = Array.from({ length: wish.days }, (_, index) => ({
    startsAt: at(addDays(wish.first, index), wish.from),
    endsAt: at(addDays(wish.first, index), wish.until),
  }))
  const { data: found } = useQuery(
    query.bookings.find.queryOptions({
      input:
        wish.from < wish.until
          ? {
              kind,
              headcount: wish.headcount,
              equipment: wish.equipment,
              setupStyle: wish.setupStyle,
              minutes: wish.minutes,
              windows,
            }
          : skipToken,
    }),
  )
  const resourceOf = (id: string) => resources.find(each => each.id === id)
  const nameOf = (id: string) => {
    const resource = resourceOf(id)
    return resource ? named(resource, language) : ''
  }
  const take = (resourceId: string, span: Span) =>
    setTarget({ resourceId, span: { startsAt: span.startsAt, endsAt: span.endsAt }, headcount: wish.headcount })
  return (
    <section className="find-place" aria-label={t(`find.title.${kind}`)}>
      <form onSubmit={event => event.preventDefault()}>
        {kind !== 'person' && (
          <Field label={t('find.heads')}>
            {id => (
              <InputNumber
                id={id}
                autoFocus
                min={1}
                max={5000}
                style={{ width: 80 }}
                value={wish.headcount}
                onChange={headcount => set({ headcount })}
              />
            )}
          </Field>
        )}
        {kind === 'room' && (
          <>
            <Field label={t('fields.equipment')}>
              {id => (
                <Select
                  id={id}
                  mode="multiple"
                  style={{ minWidth: 170 }}
                  maxTagCount={2}
                  value={wish.equipment}
                  onChange={equipment => set({ equipment })}
                  options={[...new Set(resources.flatMap(each => each.equipment))].map(thing => ({
                    value: thing,
                    label: thing,
                  }))}
                />
              )}
            </Field>
            <Field label={t('fields.setupStyle')}>
              {id => (
                <Select
                  id={id}
                  style={{ width: 104 }}
                  value={wish.setupStyle}
                  onChange={setupStyle => set({ setupStyle })}
                  options={SETUP_STYLES.map(style => ({ value: style, label: t(`setupStyle.${style || 'none'}`) }))}
                />
              )}
            </Field>
          </>
        )}
        <div className="field" style={{ width: 130 }}>
          <span className="soft">{t('find.day')}</span>
          <DayInput label={t('find.day')} value={wish.first} onChange={first => set({ first })} />
        </div>
        <Field label={t('find.days')}>
          {id => (
            <Select
              id={id}
              style={{ width: 96 }}
              value={wish.days}
              onChange={days => set({ days })}
              options={[1, 3, 7, 14].map(days => ({ value: days, label: t('find.daysCount', { count: days }) }))}
            />
          )}
        </Field>
        <div className="field" style={{ width: 72 }}>
          <span className="soft">{t('find.from')}</span>
          <ClockInput label={t('find.from')} value={wish.from} onChange={from => set({ from })} />
        </div>
        <div className="field" style={{ width: 72 }}>
          <span className="soft">{t('find.until')}</span>
          <ClockInput label={t('find.until')} value={wish.until} onChange={until => set({ until })} />
        </div>
        <Field label={t('find.minutes')}>
          {id => (
            <InputNumber
              id={id}
              min={5}
              max={MINUTES_PER_DAY}
              step={15}
              style={{ width: 84 }}
              value={wish.minutes}
              onChange={minutes => set({ minutes: minutes ?? 60 })}
            />
          )}
        </Field>
        <span style={{ flex: 1 }} />
        <Button type="text" icon={<CloseOutlined />} aria-label={t('common.close')} onClick={onClose} />
      </form>
      <div aria-live="polite">
        {found && found.offers.length > 0 && (
          <ul>
            {found.offers.map((offer, index) => {
              const resource = resourceOf(offer.resourceId)
              return (
                <li key={offer.resourceId}>
                  <button
                    type="button"
                    className={`offer${index === 0 ? ' best' : ''}`}
                    onClick={() => take(offer.resourceId, offer)}
                  >
                    <strong>{nameOf(offer.resourceId)}</strong>
                    <span className="numeric">{spanText(offer.startsAt, offer.endsAt)}</span>
                    <span className="soft">
                      {[
                        index === 0 ? t('find.best') : '',
                        resource?.building ?? '',
                        resource?.capacity ? t('conflict.seats', { count: resource.capacity }) : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        )}
        {found && found.offers.length === 0 && (
          <>
            <p className="finding">{t(found.misses.length > 0 ? 'find.noneBut' : 'find.none')}</p>
            <ul>
              {found.misses.map(miss => (
                <li key={`${miss.kind} ${miss.resourceId} ${miss.startsAt}`}>
                  <button type="button" className="offer" onClick={() => take(miss.resourceId, miss)}>
                    <strong>
                      {miss.kind === 'split'
                        ? `${nameOf(miss.resourceId)} + ${nameOf(miss.secondId)}`
                        : nameOf(miss.resourceId)}
                    </strong>
                    <span className="numeric">{spanText(miss.startsAt, miss.endsAt)}</span>
                    <span className="soft">
                      {t(`find.miss.${miss.kind}`)}{' '}
                      {miss.findings.map(each => findingSentence(nameOf(miss.resourceId), each, t)).join(' ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <BookingDialog kind={kind} target={target} onClose={() => setTarget(null)} />
    </section>
  )
}
