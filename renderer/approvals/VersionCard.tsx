import { useTranslation } from 'react-i18next'
import type { PlanVersion } from '../../shared/contract/approvals.ts'

/** One version of the plan: who handed it in, who decided what, who is still to decide. */
export function VersionCard({ version }: { version: PlanVersion }) {
  const { t } = useTranslation()
  return (
    <article
      className={`version version-${version.status}`}
      aria-label={t('approval.version', { number: version.number })}
    >
      <header>
        <strong>{t('approval.version', { number: version.number })}</strong>
        <span className={`plan-status ${version.status}`}>{t(`planStatus.${version.status}`)}</span>
        <span className="soft numeric">
          {version.submittedAt.replace('T', ' ')} {version.submittedBy}
        </span>
      </header>
      {version.note && <p>{version.note}</p>}
      <ol>
        {version.chain.map((step, index) => {
          const decision = version.decisions.find(each => each.step === index)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name than its place in the chain.
            <li key={index}>
              {step.title}
              {step.accountName && ` (${step.accountName})`}
              {t('mark.colon')}
              {decision ? (
                <>
                  <span className={`verdict ${decision.verdict}`}>{t(`verdict.${decision.verdict}`)}</span>{' '}
                  {decision.person} <span className="numeric">{decision.decidedAt.replace('T', ' ')}</span>
                  {decision.means !== 'here' && (
                    <span className="soft">
                      {' '}
                      {t('approval.recorded', { means: t(`means.${decision.means}`), by: decision.recordedBy })}
                    </span>
                  )}
                  {decision.comment && <q>{decision.comment}</q>}
                  {decision.attachments.map(file => (
                    <a key={file.id} href={`/attachments/${file.id}`} download>
                      {file.name}
                    </a>
                  ))}
                </>
              ) : (
                <span className="soft">{index === version.waitsFor ? t('approval.waits') : '—'}</span>
              )}
            </li>
          )
        })}
        {version.chain.length === 0 && <li className="soft">{t('approval.byItself')}</li>}
      </ol>
    </article>
  )
}
