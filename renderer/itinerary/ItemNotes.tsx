import { EllipsisOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BookingConflict } from '../../shared/contract/errors.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { ItineraryFinding } from '../../shared/domain/itinerary.ts'
import type { ReadinessLine } from '../../shared/domain/plan/readiness.ts'
import { clockOf } from '../../shared/domain/time.ts'
import { sentenceOf } from '../base/sentences.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { RowBin, RowButton } from '../ui/RowButton.tsx'
import type { ItemSaver } from './ItemCells.tsx'

interface ActsProps {
  item: Item
  shown: Item
  name: string
  onOpen: () => void
  onRemove: () => void
}

/** The state of a stop's booking, and what can be done with the stop. */
export function ItemActs({ item, shown, name, onOpen, onRemove }: ActsProps) {
  const { t } = useTranslation()
  return (
    <span className="item-acts">
      {item.bookingStatus !== 'none' && (
        <span
          role="img"
          title={t(`bookingStatus.${item.bookingStatus}`)}
          aria-label={t(`bookingStatus.${item.bookingStatus}`)}
          className={`badge-status ${item.bookingStatus}`}
        />
      )}
      <RowButton
        icon={<EllipsisOutlined style={isPrepared(shown) ? { color: 'var(--accent)' } : {}} />}
        label={t('itinerary.more', { name })}
        onClick={onOpen}
      />
      <RowBin label={t('itinerary.remove', { name })} onClick={onRemove} />
    </span>
  )
}

interface FindingsProps {
  findings: ItineraryFinding[]
  short: ReadinessLine[]
  all: Item[]
}

/** What is odd about the time and the seats of a stop, beside the stop that it is about. */
export function ItemFindings({ findings, short, all }: FindingsProps) {
  const { t } = useTranslation()
  if (findings.length === 0 && short.length === 0) return null
  return (
    <div className="item-notes finding">
      {findings.map(finding => {
        const other = all.find(each => each.id === finding.otherId)
        return (
          <span key={`${finding.code}-${finding.otherId}`}>
            {t(`itineraryFinding.${finding.code}`, {
              minutes: finding.minutes,
              other: other ? `${clockOf(other.startsAt)} ${other.content || t(`itemKind.${other.kind}`)}` : '',
            })}
          </span>
        )
      })}
      {short.map(line => (
        <span key={JSON.stringify(line)}>{t(`itineraryFinding.${line.code}`, line.values)}</span>
      ))}
    </div>
  )
}

/** Why a change of a stop was refused, with the ways out: another room or time, or back to what was. */
export function ItemRefusal({ saver, conflicts }: { saver: ItemSaver; conflicts: BookingConflict[] }) {
  const { t } = useTranslation()
  const { shown } = saver
  if (saver.state !== 'refused' || saver.stale) return null
  return (
    <div className="item-refusal">
      {conflicts.length > 0 ? (
        <ConflictNotice
          conflicts={conflicts}
          onTakeResource={(conflict, resourceId) =>
            saver.put(
              conflict.resource.kind === 'room'
                ? { roomId: resourceId }
                : { vehicleIds: shown.vehicleIds.map(id => (id === conflict.resource.id ? resourceId : id)) },
            )
          }
          onTakeTime={(_, span) => saver.put(span)}
          onDismiss={saver.revert}
        />
      ) : (
        <p className="notice blocks" role="alert">
          {sentenceOf(saver.refusal, t)}{' '}
          <Button size="small" onClick={saver.revert}>
            {t('common.revert')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** Is there more to know of a stop than its line shows? */
const isPrepared = (item: Item): boolean =>
  item.phone !== '' ||
  item.notes !== '' ||
  item.planB !== '' ||
  item.setupStyle !== '' ||
  item.equipment.length > 0 ||
  item.route !== '' ||
  item.nameCards
