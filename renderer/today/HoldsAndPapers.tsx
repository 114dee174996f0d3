import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { worded } from '../../shared/domain/language.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client, type query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { spanText } from '../base/sentences.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'

type Day = Awaited<ReturnType<typeof query.today.get.call>>

const PATHS = { room: '/rooms', vehicle: '/vehicles', person: '/people' } as const

/** Holds that were released by themselves or soon will be, and papers of cars that run out; nothing where there is none. */
export function HoldsAndPapers({ holds, papers, now }: Pick<Day, 'holds' | 'papers'> & { now: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const may = useMay()
  if (holds.length === 0 && papers.length === 0) return null
  const nameOf = (hold: Day['holds'][number]) => worded(language, hold.resource, hold.resourceLatin)
  const confirm = (hold: Day['holds'][number]) =>
    act(() => client.bookings.update({ id: hold.id, revision: hold.revision, patch: { status: 'confirmed' } }), {
      done: t('today.holdConfirmed', { title: hold.title }),
    })
  return (
    <section aria-label={t('today.holds')}>
      <h2 className="section-title">{t('today.holds')}</h2>
      {holds.map(hold => (
        <div key={hold.id} className="today-hold">
          <Link className="link-plain" to={PATHS[hold.kind]}>
            <strong>{hold.title}</strong>
            <span className="soft">
              {' '}
              {[nameOf(hold), spanText(hold.startsAt, hold.endsAt), hold.organizer].filter(Boolean).join(' · ')}
            </span>
            <br />
            <span className={hold.released ? 'finding' : 'soft'}>
              {t(hold.released ? 'today.holdReleased' : 'today.holdRuns', {
                time:
                  dayOf(hold.at) === dayOf(now) ? clockOf(hold.at) : `${dayOf(hold.at).slice(5)} ${clockOf(hold.at)}`,
              })}
            </span>
          </Link>
          {may('edit') &&
            (hold.released ? (
              <Button
                size="small"
                onClick={() =>
                  void act(() => client.bookings.restore({ id: hold.id }), {
                    done: t('today.holdRestored', { title: hold.title }),
                  })
                }
              >
                {t('today.holdAgain')}
              </Button>
            ) : (
              <Button size="small" onClick={() => void confirm(hold)}>
                {t('today.holdConfirm')}
              </Button>
            ))}
        </div>
      ))}
      {papers.map(paper => (
        <Link key={`${paper.resourceId} ${paper.paper}`} className="today-line" to="/vehicles">
          <strong>{paper.name}</strong>
          <span className="finding">{t(`today.paper.${paper.paper}`, { day: paper.day })}</span>
        </Link>
      ))}
    </section>
  )
}
