import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TravelTime } from '../../shared/domain/booking/travel.ts'
import { RowBin } from '../ui/RowButton.tsx'
import './transport.css'

/** Minutes that cars need between places: a trip that cannot be reached in time is warned of. */
export function TravelPanel({ travel, onChange }: { travel: TravelTime[]; onChange: (travel: TravelTime[]) => void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<TravelTime>({ fromPlace: '', toPlace: '', minutes: 30 })
  const ready = draft.fromPlace.trim() !== '' && draft.toPlace.trim() !== ''
  return (
    <section className="travel">
      <h2 className="section-title">{t('travel.title')}</h2>
      <p className="soft">{t('travel.text')}</p>
      {travel.map((each, index) => (
        <div key={`${each.fromPlace} ${each.toPlace}`} className="travel-line">
          <span>{each.fromPlace}</span>
          <span className="soft">⇄</span>
          <span>{each.toPlace}</span>
          <InputNumber
            size="small"
            min={1}
            max={600}
            style={{ width: '100%' }}
            aria-label={t('travel.minutesOf', { from: each.fromPlace, to: each.toPlace })}
            value={each.minutes}
            onChange={minutes =>
              onChange(
                travel.map((other, at) => (at === index ? { ...other, minutes: minutes ?? other.minutes } : other)),
              )
            }
          />
          <span className="soft">{t('travel.minutes')}</span>
          <RowBin
            label={t('travel.remove', { from: each.fromPlace, to: each.toPlace })}
            onClick={() => onChange(travel.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <form
        className="travel-line"
        onSubmit={event => {
          event.preventDefault()
          if (!ready) return
          onChange([...travel, { ...draft, fromPlace: draft.fromPlace.trim(), toPlace: draft.toPlace.trim() }])
          setDraft({ fromPlace: '', toPlace: '', minutes: 30 })
        }}
      >
        <Input
          size="small"
          maxLength={80}
          aria-label={t('fields.fromPlace')}
          placeholder={t('fields.fromPlace')}
          value={draft.fromPlace}
          onChange={event => setDraft({ ...draft, fromPlace: event.target.value })}
        />
        <span className="soft">⇄</span>
        <Input
          size="small"
          maxLength={80}
          aria-label={t('fields.toPlace')}
          placeholder={t('fields.toPlace')}
          value={draft.toPlace}
          onChange={event => setDraft({ ...draft, toPlace: event.target.value })}
        />
        <InputNumber
          size="small"
          min={1}
          max={600}
          style={{ width: '100%' }}
          aria-label={t('travel.minutes')}
          value={draft.minutes}
          onChange={minutes => setDraft({ ...draft, minutes: minutes ?? 30 })}
        />
        <span className="soft">{t('travel.minutes')}</span>
        <Button size="small" htmlType="submit" icon={<PlusOutlined />} disabled={!ready} aria-label={t('travel.add')} />
      </form>
    </section>
  )
}
