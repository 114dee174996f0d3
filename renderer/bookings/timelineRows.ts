import type { TFunction } from 'i18next'
import type { Booking } from '../../shared/contract/bookings.ts'
import type { Closure, Resource } from '../../shared/contract/resources.ts'
import type { BusyStaff } from '../../shared/contract/staffing.ts'
import { atClock, hoursOn } from '../../shared/domain/booking/booking.ts'
import type { Language } from '../../shared/domain/language.ts'
import { named } from '../../shared/domain/language.ts'
import { addDays, at, clockOf, type Day, dayOf, eachDay } from '../../shared/domain/time.ts'
import { isTentative } from '../../shared/domain/visit.ts'
import { spoken } from '../base/labels.ts'
import { spanText } from '../base/sentences.ts'
import type { TimelineBar, TimelineRow } from '../ui/timeline/rows.ts'
import type { Taken } from './useJudge.ts'

/** Where a resource stands among the others: building and floor, kind of vehicle, department. */
export function groupOf(resource: Resource): string {
  if (resource.kind === 'vehicle') return resource.vehicleKind
  if (resource.kind === 'person') return resource.department
  return [resource.building, resource.floor].filter(Boolean).join(' ')
}

/** Resources as rows of a timeline, groups together, by name. */
export function rowsOf(
  resources: readonly Resource[],
  closures: readonly Closure[],
  range: { first: Day; days: number },
  language: Language,
  t: TFunction,
): TimelineRow[] {
  const days = eachDay(range.first, addDays(range.first, range.days - 1))
  return [...resources]
    .sort(
      (a, b) =>
        groupOf(a).localeCompare(groupOf(b), 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN', { numeric: true }),
    )
    .map(resource => ({
      id: resource.id,
      title: named(resource, language),
      detail: [
        resource.plate,
        resource.title,
        resource.capacity === null ? '' : t('conflict.seats', { count: resource.capacity }),
        resource.kind === 'person' ? resource.languages : resource.equipment.join(t('mark.list')),
      ]
        .filter(Boolean)
        .join(' · '),
      group: groupOf(resource),
      closed: closures.filter(closure => closure.resourceId === resource.id),
      shut: days.flatMap(day => {
        const open = hoursOn(resource, day)
        const midnight = at(addDays(day, 1), '00:00')
        if (!open) return [{ startsAt: at(day, '00:00'), endsAt: midnight }]
        return [
          { startsAt: at(day, '00:00'), endsAt: at(day, open.from) },
          { startsAt: atClock(day, open.until), endsAt: midnight },
        ].filter(span => span.startsAt < span.endsAt)
      }),
    }))
}

/** What staff have to do at stops without being booked for them: it stands in their rows, and leads to its stop. */
export function dutyBars(
  duties: readonly BusyStaff[],
  look: { titleOf: (duty: BusyStaff) => string; t: TFunction },
): TimelineBar[] {
  return duties.map(duty => {
    const { resourceId, startsAt, endsAt, grade } = duty
    const title = look.t('timeline.duty', { title: look.titleOf(duty), content: spoken(duty.content, look.t) })
    return {
      id: dutyId(duty),
      rowId: resourceId,
      startsAt,
      endsAt,
      blockedFrom: startsAt,
      blockedUntil: endsAt,
      title,
      text: () => `${grade}${title} ${clockOf(startsAt)}–${clockOf(endsAt)}`,
      tone: grade,
      tentative: isTentative(duty.status),
      marked: false,
      movable: false,
      sign: grade,
    }
  })
}

export const dutyId = (duty: BusyStaff): string => `duty ${duty.itemId} ${duty.resourceId}`

/** Duties as what is in the way of a booking. */
export const dutiesTaken = (duties: readonly BusyStaff[]): Taken[] =>
  duties.map(duty => ({
    id: dutyId(duty),
    resourceId: duty.resourceId,
    title: duty.title,
    startsAt: duty.startsAt,
    endsAt: duty.endsAt,
    blockedFrom: duty.startsAt,
    blockedUntil: duty.endsAt,
    headcount: null,
    setupStyle: '',
  }))

/** Bookings as bars, and as shadows on the rows that share walls with theirs. */
export function barsOf(
  bookings: readonly Booking[],
  resources: readonly Resource[],
  rivals: Map<string, string[]>,
  look: {
    titleOf: (booking: Booking) => string
    t: TFunction
    may: (booking: Booking) => boolean
    visitId?: string | null
    language: Language
  },
): TimelineBar[] {
  const { t, titleOf } = look
  const names = new Map(resources.map(each => [each.id, named(each, look.language)]))
  return bookings.flatMap(booking => {
    const title = titleOf(booking)
    const series = booking.seriesId === null ? '' : '↻'
    const sign = booking.uid !== '' ? '⇩' : (booking.grade ?? series)
    const shown = booking.noShow ? `${title}（${t('bookings.noShow')}）` : title
    const text = () =>
      [
        `${sign}${shown} ${clockOf(booking.startsAt)}–${clockOf(booking.endsAt)}`,
        dayOf(booking.startsAt).slice(5),
        names.get(booking.resourceId) ?? '',
        booking.blockedFrom === booking.startsAt && booking.blockedUntil === booking.endsAt
          ? ''
          : t('bookings.blocked', { span: spanText(booking.blockedFrom, booking.blockedUntil) }),
        t(`bookingStatus.${booking.status}`),
        booking.expiresAt
          ? t('bookings.heldUntil', { time: spanText(booking.expiresAt, booking.expiresAt).split('–')[0] })
          : '',
        booking.grade ? t('timeline.grade', { grade: booking.grade }) : '',
        booking.headcount === null ? '' : t('timeline.heads', { count: booking.headcount }),
        booking.organizer,
        series && t('timeline.series'),
        booking.uid !== '' ? t('timeline.imported') : '',
      ]
        .filter(Boolean)
        .join(' · ')
    const bar: TimelineBar = {
      id: booking.id,
      rowId: booking.resourceId,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      blockedFrom: booking.blockedFrom,
      blockedUntil: booking.blockedUntil,
      title: shown,
      text,
      tone: booking.grade ?? 'own',
      tentative: booking.status === 'tentative',
      marked: booking.visitId !== null && booking.visitId === look.visitId,
      movable: look.may(booking),
      sign,
    }
    const shadows = (rivals.get(booking.resourceId) ?? []).map(rowId => ({
      ...bar,
      id: `${booking.id}@${rowId}`,
      rowId,
      movable: false,
      sign: '⊞',
      title: t('timeline.shadow', { resource: names.get(booking.resourceId) ?? '', title }),
      text: () =>
        `⊞${t('timeline.shadow', { resource: names.get(booking.resourceId) ?? '', title })} ${clockOf(booking.startsAt)}–${clockOf(booking.endsAt)}`,
    }))
    return [bar, ...shadows]
  })
}
