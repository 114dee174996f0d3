import { ORPCError } from '@orpc/client'
import type { TFunction } from 'i18next'
import { type BookingConflict, type Refusal, refusalOf } from '../../shared/contract/errors.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'

/** The one place that turns what went wrong into a sentence in the user's language. */
export function sentenceOf(error: unknown, t: TFunction): string {
  if (!(error instanceof ORPCError)) return t('errors.unreachable')
  const refusal = refusalOf(error)
  return refusal ? sentence(refusal, t) : t('errors.unexpected', { id: error.code })
}

function sentence({ code, data }: Refusal, t: TFunction): string {
  switch (code) {
    case 'NOT_FOUND':
      return t('errors.notFound', { what: t(`entity.${data.entity}`) })
    case 'STALE':
      return t('errors.stale', { what: t(`entity.${data.entity}`) })
    case 'NOT_ALLOWED':
      return t(`errors.notAllowed.${data.reason}`)
    case 'BAD_FILE':
      return t(`errors.badFile.${data.reason}`, { detail: data.detail })
    case 'CONFLICT':
      return data.conflicts.map(conflict => conflictSentence(conflict, t)).join(' ')
    case 'NOT_READY':
      return t('errors.notReady', { codes: data.codes.map(each => t(`readinessShort.${each}`)).join(t('mark.list')) })
    case 'REAPPROVAL':
      return t('errors.reapproval', { changes: data.changes.map(each => t(`covered.${each}`)).join(t('mark.list')) })
    case 'FORBIDDEN':
      return t('errors.forbidden')
    case 'LOCKED':
      return t('errors.locked')
    case 'WRONG_SECRET':
      return t('errors.wrongSecret', { count: data.triesLeft })
    case 'WAIT':
      return t('errors.wait', { count: data.seconds })
    case 'BAD_REQUEST':
      return t('errors.badInput', { fields: invalidFields(data.issues, t) })
    case 'BUSY':
      return t('errors.busy')
    case 'DISK_FULL':
      return t('errors.diskFull')
    case 'UNWRITABLE':
      return t('errors.unwritable', { id: data.id ?? '—' })
    case 'TOO_LARGE':
      return t('errors.tooLarge')
    case 'NO_PRINTER':
      return t('errors.notAllowed.noPrinter')
    case 'DOCUMENT_FAILED':
    case 'INTERNAL_SERVER_ERROR':
      return t('errors.unexpected', { id: data.id ?? '—' })
  }
}

/** The conflicts of a refusal; none where it was refused for another reason. */
export function conflictsOf(error: unknown): BookingConflict[] {
  const refusal = error instanceof ORPCError ? refusalOf(error) : null
  return refusal?.code === 'CONFLICT' ? refusal.data.conflicts : []
}

/** The row as it is now, where somebody was faster. */
export function currentOf(error: unknown): Record<string, unknown> | null {
  const refusal = error instanceof ORPCError ? refusalOf(error) : null
  return refusal?.code === 'STALE' ? refusal.data.current : null
}

/** "Room 301 is taken 10:15–12:00 by …": with what, whose, when. */
export function conflictSentence(conflict: BookingConflict, t: TFunction): string {
  const first = conflict.inTheWay[0]
  if (first)
    return t('conflict.taken', {
      resource: conflict.resource.name,
      title: first.title,
      span: spanText(first.startsAt, first.endsAt),
      blocked:
        first.blockedFrom === first.startsAt && first.blockedUntil === first.endsAt
          ? ''
          : t('conflict.blocked', { span: spanText(first.blockedFrom, first.blockedUntil) }),
    })
  return conflict.findings.map(finding => findingSentence(conflict.resource.name, finding, t)).join(' ')
}

export function findingSentence(resource: string, finding: BookingConflict['findings'][number], t: TFunction): string {
  switch (finding.code) {
    case 'capacity':
      return t('finding.capacity', { resource, capacity: finding.capacity, headcount: finding.headcount })
    case 'equipment':
      return t('finding.equipment', { resource, missing: finding.missing.join(t('mark.list')) })
    case 'hours':
      if (finding.bookableFrom === '') return t('finding.closedDay', { resource })
      return t('finding.hours', { resource, from: finding.bookableFrom, until: finding.bookableUntil })
    case 'closed':
      return t('finding.closed', {
        resource,
        span: spanText(finding.startsAt, finding.endsAt),
        reason: finding.reason || '—',
      })
    case 'equipmentOut':
      return t('finding.equipmentOut', { thing: finding.name, count: finding.wanted, free: finding.free })
    case 'unreachable':
      return t('finding.unreachable', {
        resource,
        title: finding.title,
        from: finding.fromPlace,
        to: finding.toPlace,
        minutes: finding.minutes,
        gap: finding.gap,
      })
    case 'papers':
      return t(`finding.${finding.paper}`, { resource, day: finding.day })
  }
}

/** What is not quite right with something free, in a few words beside its name: `too small (20 for 24)`. */
export function findingWords(findings: BookingConflict['findings'], t: TFunction): string {
  return findings.map(finding => shortFinding(finding, t)).join(t('mark.list'))
}

function shortFinding(finding: BookingConflict['findings'][number], t: TFunction): string {
  switch (finding.code) {
    case 'equipment':
      return t('findingShort.equipment', { missing: finding.missing.join(t('mark.list')) })
    case 'hours':
      if (finding.bookableFrom === '') return t('findingShort.closedDay')
      return t('findingShort.hours', { from: finding.bookableFrom, until: finding.bookableUntil })
    case 'equipmentOut':
      return t('findingShort.equipmentOut', { thing: finding.name, free: finding.free })
    case 'capacity':
      return t('findingShort.capacity', { capacity: finding.capacity, headcount: finding.headcount })
    case 'papers':
      return t(`findingShort.${finding.paper}`)
    case 'closed':
    case 'unreachable':
      return t(`findingShort.${finding.code}`)
  }
}

/** `11-23 10:15–12:00`, with both days where they differ. */
export function spanText(startsAt: string, endsAt: string): string {
  const start = `${dayOf(startsAt).slice(5)} ${clockOf(startsAt)}`
  return dayOf(startsAt) === dayOf(endsAt)
    ? `${start}–${clockOf(endsAt)}`
    : `${start}–${dayOf(endsAt).slice(5)} ${clockOf(endsAt)}`
}

function invalidFields(issues: readonly { path?: unknown[] | undefined }[], t: TFunction): string {
  const names = issues.map(issue => String(issue.path?.at(-1) ?? '')).filter(Boolean)
  return names.length > 0
    ? [...new Set(names)].map(name => t(`fields.${name}`, { defaultValue: name })).join(t('mark.list'))
    : '—'
}
