import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type PaperNeed, SECTION_OF_NEED } from '../../shared/domain/papers/kinds.ts'

/** What a paper still misses, each with the way to where it is entered. */
export function Misses({ visitId, misses }: { visitId: string; misses: readonly PaperNeed[] }) {
  const { t } = useTranslation()
  return (
    <p className="warns misses">
      {t('print.misses')}
      {misses.map(need => (
        <Link key={need} to="/visits/$visitId/$section" params={{ visitId, section: SECTION_OF_NEED[need] }}>
          {t(`print.need.${need}`)}
        </Link>
      ))}
    </p>
  )
}
