import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { English } from '../../shared/contract/itinerary.ts'
import { ITEM_ENGLISH, isChinese, VISIT_ENGLISH } from '../../shared/domain/english.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../app/client.ts'
import { useAct } from '../app/useAct.ts'

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
  const saved: English | null = known
    ? {
        visit: {
          organizationLatin: shown('organizationLatin', known.visit.organizationLatin),
          themeLatin: shown('themeLatin', known.visit.themeLatin),
          dressLatin: shown('dressLatin', known.visit.dressLatin),
          mapNoteLatin: shown('mapNoteLatin', known.visit.mapNoteLatin),
        },
        items: known.items.map(({ id, contentLatin, placeLatin }) => ({
          id,
          contentLatin: shown(`${id} contentLatin`, contentLatin),
          placeLatin: shown(`${id} placeLatin`, placeLatin),
        })),
      }
    : null
  const save = async () => {
    if (!saved) return
    const done = await act(() => client.itinerary.word({ visitId, ...saved }), { done: t('wording.saved') })
    if (done) onClose()
  }
  const cell = (of: { key: string; label: string; words: string; now: string; proposal: string; most: number }) =>
    of.words !== '' && (
      <Input
        value={typed.get(of.key) ?? of.proposal}
        maxLength={of.most}
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
      okButtonProps={{ disabled: !saved }}
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
                most: field === 'dress' ? 120 : field === 'organization' ? 160 : 300,
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
                      most: field === 'content' ? 500 : 160,
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
