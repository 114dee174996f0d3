import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import { Field } from '../ui/Field.tsx'
import type { Choosing, Only } from './choices.ts'
import { PersonChoice, SeatedChoice, SeatingChoice, TripChoice } from './PaperOf.tsx'

interface Props {
  visitId: string
  kind: DocumentKind
  choosing: Choosing
  only: Only
  onOnly: (only: Only) => void
}

/** What there is to choose about a document that is no badge: its paper, and of what it is. */
export function PaperChoice({ visitId, kind, choosing: { choice, set }, only, onOnly }: Props) {
  const { t } = useTranslation()
  switch (kind) {
    case 'itinerary':
      return (
        <Either
          label={t('print.paper')}
          value={choice.paper}
          values={{ a4: 'A4', a5: 'A5' }}
          onChange={paper => set({ paper })}
        />
      )
    case 'needs':
      return (
        <Either
          label={t('print.filled')}
          value={choice.filled}
          values={{ no: t('print.filledNo'), yes: t('print.filledYes') }}
          onChange={filled => set({ filled })}
        />
      )
    case 'run-sheet':
      return (
        <PersonChoice visitId={visitId} value={only.person ?? ''} onChange={person => onOnly({ ...only, person })} />
      )
    case 'dispatch':
      return <TripChoice visitId={visitId} value={only.trip ?? ''} onChange={trip => onOnly({ ...only, trip })} />
    case 'pickup-sign':
      return (
        <>
          <Either
            label={t('print.paper')}
            value={choice.sign}
            values={{ a4: 'A4', a3: 'A3' }}
            onChange={sign => set({ sign })}
          />
          <TripChoice visitId={visitId} value={only.trip ?? ''} onChange={trip => onOnly({ ...only, trip })} />
        </>
      )
    case 'table-cards':
      return (
        <>
          <Either
            label={t('print.card')}
            value={choice.card}
            values={{ '200x100': '200 × 100', '210x140': '210 × 140' }}
            onChange={card => set({ card })}
          />
          <SeatedChoice visitId={visitId} value={only.item ?? ''} onChange={item => onOnly({ ...only, item })} />
          {only.item && (
            <Either
              label={t('print.staffCards')}
              value={choice.staff}
              values={{ yes: t('common.yes'), no: t('common.no') }}
              onChange={staff => set({ staff })}
            />
          )}
        </>
      )
    case 'seating-plan':
      return (
        <SeatingChoice
          visitId={visitId}
          value={only.seating ?? ''}
          onChange={seating => onOnly({ ...only, seating })}
        />
      )
    default:
      return null
  }
}

function Either<V extends string>({
  label,
  value,
  values,
  onChange,
}: {
  label: string
  value: V
  values: Record<V, string>
  onChange: (value: V) => void
}) {
  return (
    <Field label={label}>
      {() => (
        <Segmented<V>
          block
          aria-label={label}
          value={value}
          onChange={onChange}
          options={(Object.entries(values) as [V, string][]).map(([key, text]) => ({ value: key, label: text }))}
        />
      )}
    </Field>
  )
}
