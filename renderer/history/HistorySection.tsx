import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { valueText } from './valueText.ts'
import './history.css'

type Entry = Awaited<ReturnType<typeof client.history.list>>['entries'][number]

/** Who did what to this visit and when, newest first; each deed can be taken back while nothing was built on it. */
export function HistorySection({ visitId }: { visitId: string }) {
  const { t } = useTranslation()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    query.history.list.infiniteOptions({
      input: (before: number | null) => ({ visitId, before }),
      initialPageParam: null,
      getNextPageParam: page => page.next,
    }),
  )
  if (!data) return <Skeleton active style={{ padding: 24 }} />
  const acts = actsOf(data.pages.flatMap(page => page.entries))
  if (acts.length === 0) return <EmptyState title={t('history.none')} text={t('history.noneText')} />
  return (
    <div className="history">
      {acts.map(act => (
        <Deed key={act.actId} entries={act.entries} />
      ))}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </div>
  )
}

function actsOf(entries: readonly Entry[]): { actId: string; entries: Entry[] }[] {
  const acts = new Map<string, Entry[]>()
  for (const entry of entries) acts.set(entry.actId, [...(acts.get(entry.actId) ?? []), entry])
  return [...acts].map(([actId, grouped]) => ({ actId, entries: grouped }))
}

/** How many lines of one deed are shown before the rest is only counted. */
const MOST_LINES = 6

function Deed({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation()
  const act = useAct()
  const first = entries[0]
  if (!first) return null
  return (
    <article className="deed">
      <div className="deed-when">
        <time className="numeric">{first.at.replace('T', ' ')}</time>
        <span className="soft">{first.actor}</span>
      </div>
      <ul>
        {entries.slice(0, MOST_LINES).map(entry => (
          <li key={entry.number}>
            <span className="soft">{t(`history.${entry.action}`, { what: t(`entity.${entry.entity}`) })}</span>{' '}
            <strong>{entry.label}</strong>
            {entry.changes.map(change => (
              <span key={change.field} className="change">
                {t(`fields.${entry.entity === 'visit' && change.field === 'title' ? 'visitTitle' : change.field}`)}:{' '}
                <del>{valueText(change.field, change.before, t)}</del> →{' '}
                <ins>{valueText(change.field, change.after, t)}</ins>
              </span>
            ))}
          </li>
        ))}
        {entries.length > MOST_LINES && (
          <li className="soft">{t('history.andMore', { count: entries.length - MOST_LINES })}</li>
        )}
      </ul>
      {first.undoable && (
        <Button
          size="small"
          onClick={() => void act(() => client.history.undo({ actId: first.actId }), { done: t('notice.undone') })}
        >
          {t('common.undo')}
        </Button>
      )}
    </article>
  )
}
