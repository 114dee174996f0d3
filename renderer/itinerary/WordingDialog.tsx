import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemFields } from '../../shared/contract/itinerary.ts'
import { visitFields } from '../../shared/contract/visits.ts'
import { ITEM_ENGLISH, isChinese, VISIT_ENGLISH } from '../../shared/domain/english.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'

/** What a visit, its stops and their places are called in English, proposed where it can be known, saved all together. */
export function WordingDialog({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: visit } = useQuery(query.visits.get.queryOptions({ input: { id: visitId } }))
  const { data: items } = useQuery(query.itinerary.list.queryOptions({ input: { visitId } }))
  const { data: known } = useQuery({
    ...query.itinerary.wordings.queryOptions({ input: { visitId } }),
    // What was worded since it was last looked at counts.
    staleTime: 0,
  })
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const shown = (key: string, proposal: string) => (typed.get(key) ?? proposal).trim()
  // Only what differs is sent: what others word meanwhile stays as they have it.
  const fields = VISIT_ENGLISH.flatMap(field => {
    const name = `${field}Latin` as const
    const now = shown(name, known?.visit[name] ?? '')
    return !visit || !known || now === visit[name] ? [] : [[name, now] as const]
  })
  const stops = (items ?? []).flatMap(item => {
    const proposal = known?.items.find(each => each.id === item.id)
    if (!proposal) return []
    const contentLatin = shown(`${item.id} contentLatin`, proposal.contentLatin)
    const placeLatin = shown(`${item.id} placeLatin`, proposal.placeLatin)
    const same = contentLatin === item.contentLatin && placeLatin === item.placeLatin
    return same ? [] : [{ id: item.id, contentLatin, placeLatin }]
  })
  const changed = fields.length + stops.length > 0
  const save = async () => {
    if (!changed) return
    const done = await act(() => client.itinerary.word({ visitId, visit: Object.fromEntries(fields), items: stops }), {
      done: t('wording.saved'),
    })
    if (done) onClose()
  }
  const cell = (of: {
    key: string
    label: string
    words: string
    now: string
    proposal: string
    most: number | null
  }) =>
    of.words !== '' && (
      <Input
        value={typed.get(of.key) ?? of.proposal}
        {...(of.most === null ? {} : { maxLength: of.most })}
        placeholder={isChinese(of.words) ? '' : of.words}
        className={typed.has(of.key) || of.now !== '' ? '' : 'proposed'}
        aria-label={t('wording.of', { field: of.label, words: of.words })}
        onChange={event => setTyped(new Map(typed).set(of.key, event.target.value))}
      />
    )
  return (
    <Modal
      open
      width={1080}
      title={t('wording.title')}
      okText={t('wording.save')}
      okButtonProps={{ disabled: !changed }}
      cancelText={t('common.cancel')}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {!visit || !items || !known ? (
        <Skeleton active />
      ) : (
        <form
          className="wordings"
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          <p className="soft">{t('wording.hint')}</p>
          {VISIT_ENGLISH.filter(field => visit[field] !== '').map(field => (
            <div key={field} className="wording-row of-visit">
              <span className="soft">{t(`fields.${field}`)}</span>
              <span>{visit[field]}</span>
              {cell({
                key: `${field}Latin`,
                label: t(`fields.${field}`),
                words: visit[field],
                now: visit[`${field}Latin`],
                proposal: known.visit[`${field}Latin`],
                most: visitFields.shape[`${field}Latin`].maxLength,
              })}
            </div>
          ))}
          {items.length > 0 && (
            <div className="grid-head wording-row">
              <span>{t('fields.time')}</span>
              {ITEM_ENGLISH.flatMap(field => [
                <span key={field}>{t(`fields.${field}`)}</span>,
                <span key={`${field}Latin`}>{t(`fields.${field}Latin`)}</span>,
              ])}
            </div>
          )}
          {items.map(item => {
            const proposal = known.items.find(each => each.id === item.id)
            return (
              <div key={item.id} className="wording-row">
                <span className="numeric soft">
                  {dayOf(item.startsAt).slice(5)} {clockOf(item.startsAt)}
                </span>
                {ITEM_ENGLISH.flatMap(field => [
                  <span key={field}>{item[field] || (field === 'content' ? t(`itemKind.${item.kind}`) : '')}</span>,
                  <span key={`${field}Latin`}>
                    {cell({
                      key: `${item.id} ${field}Latin`,
                      label: t(`fields.${field}`),
                      words: item[field],
                      now: item[`${field}Latin`],
                      proposal: proposal?.[`${field}Latin`] ?? '',
                      most: itemFields.shape[`${field}Latin`].maxLength,
                    })}
                  </span>,
                ])}
              </div>
            )
          })}
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        </form>
      )}
    </Modal>
  )
}
