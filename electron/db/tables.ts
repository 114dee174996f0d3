import type { Generated, Insertable, Selectable } from 'kysely'
import type { PlanVersion } from '../../shared/contract/approvals.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import type { Seating } from '../../shared/contract/seating.ts'
import type { PaperLanguage } from '../../shared/domain/language.ts'
import type { BadgeRole } from '../../shared/domain/papers/badgeRole.ts'
import type { CostKind } from '../../shared/domain/plan/budget.ts'
import type { TaskCategory, TaskState } from '../../shared/domain/plan/checklist.ts'
import type { RoomType } from '../../shared/domain/plan/lodging.ts'
import type { CoveredFacts, PlanSnapshot } from '../../shared/domain/plan/plan.ts'
import type { AssignmentRole } from '../../shared/domain/plan/staffing.ts'
import type { SupplyKind } from '../../shared/domain/plan/supplies.ts'
import type { TicketKind } from '../../shared/domain/plan/transport.ts'
import type { BookingRole, Permission, Role } from '../../shared/domain/roles.ts'
import type { SeatingLayout } from '../../shared/domain/seating/room.ts'
import type {
  Gender,
  Grade,
  ItemKind,
  PhotoRule,
  ResourceKind,
  SetupStyle,
  VisitKind,
  VisitStatus,
} from '../../shared/domain/visit.ts'
import {
  type Column,
  day,
  flag,
  given,
  id,
  json,
  moment,
  number,
  oneOf,
  orNull,
  ownedBy,
  ref,
  serial,
  type TableOf,
  text,
} from './columns.ts'

/** By what a row is found, and what is shown of it. */
interface Found<Name> {
  /** What the row is shown as; it is found by it too. */
  title: Name
  /** Further names it is found by. */
  names: readonly Name[]
  /** Phones, plates and codes it is found by. */
  numbers: readonly Name[]
  /** What stands below its title. */
  detail: readonly Name[]
  /** The column that says what kind of entry it is, where its table does not. */
  kind?: Name
}

/** What is true of a table, beside its columns. */
interface TableFacts<Name> {
  /** What a row is called in the history. Only rows that people edit have one: every write to them is recorded and can be undone. */
  label?: Name
  /** What a change of is not worth a line in the history: it follows from others, or is an id. */
  silent?: readonly Name[]
  /** What no paper tells of: a change of it leaves what was printed as it was. */
  unprinted?: readonly Name[]
  /** How the search finds a row. One that is removed is not found. */
  search?: Found<Name>
  /** What one must be allowed to do to take a change back, where it is not `edit`. */
  undoneWith?: Permission
}

interface Table<Columns> extends TableFacts<string> {
  recorded: boolean
  columns: Columns
}

/** A table whose rows people edit. */
const recorded = <Columns extends Record<string, Column>>(
  facts: TableFacts<keyof Columns & string>,
  columns: Columns,
): Table<Columns & { id: ReturnType<typeof id>; revision: ReturnType<typeof number> }> & { recorded: true } => ({
  ...facts,
  recorded: true,
  columns: { id: id(), ...columns, revision: number() },
})

/** A table that the program keeps for itself. */
const kept = <Columns extends Record<string, Column>>(columns: Columns): Table<Columns> & { recorded: false } => ({
  recorded: false,
  columns,
})

/**
 * Every table, said once: what its columns hold and what it is to the rest of the program. SQL says the same to the database, and a
 * test compares the two. A table stands below those that it refers to, so that rows can be made in this order and deleted in the
 * opposite one.
 */
export const TABLES = {
  setting: kept({
    key: given(text('none')),
    /** JSON, as its text: who reads it checks it, and not again where it is the same. */
    value: given(text('none')),
    revision: number(),
  }),
  account: recorded({ label: 'name' }, { name: given(text('identity')), role: given(oneOf<Role>()), removed: flag() }),
  accountSecret: kept({
    accountId: given(ref()),
    salt: given(text('none')),
    hash: given(text('none')),
    wrongTries: number(),
    waitUntil: text('none'),
  }),
  visit: recorded(
    {
      label: 'title',
      silent: ['coveredFacts'],
      search: {
        title: 'title',
        names: ['titleLatin', 'organization', 'organizationLatin', 'contactName'],
        numbers: ['code', 'contactPhone'],
        detail: ['code', 'startsOn', 'organization'],
      },
    },
    {
      code: given(text('none')),
      title: given(text('free')),
      titleLatin: text('free'),
      grade: oneOf<Grade>(),
      kind: oneOf<VisitKind>(),
      status: oneOf<VisitStatus>(),
      startsOn: given(day()),
      endsOn: given(day()),
      headcount: orNull(number()),
      organization: text('none'),
      organizationLatin: text('none'),
      contactName: text('identity'),
      contactPhone: text('contact'),
      contactEmail: text('contact'),
      coordinator: text('identity'),
      coordinatorPhone: text('contact'),
      purpose: text('free'),
      theme: text('free'),
      themeLatin: text('free'),
      dress: text('none'),
      dressLatin: text('none'),
      mapNote: text('none'),
      mapNoteLatin: text('none'),
      notes: text('free'),
      expectations: text('free'),
      topics: text('free'),
      preferences: text('free'),
      taboos: text('free'),
      wishedDates: text('free'),
      stayDays: orNull(number()),
      needsTransport: flag(),
      needsLodging: flag(),
      needsInterpreting: flag(),
      objectives: text('free'),
      enteredOn: orNull(day()),
      hasChecklist: flag(),
      /** What an approval covers, as it was submitted. */
      coveredFacts: orNull(json<CoveredFacts>()),
      isSample: flag(),
    },
  ),
  guest: recorded(
    {
      label: 'name',
      silent: ['position'],
      unprinted: ['badgePrintedAt'],
      search: { title: 'name', names: ['latinName'], numbers: ['phone'], detail: ['title', 'organization'] },
    },
    {
      visitId: given(ownedBy('visit')),
      position: given(number()),
      name: given(text('identity')),
      latinName: text('identity'),
      title: text('identity'),
      organization: text('identity'),
      gender: oneOf<Gender>(),
      phone: text('contact'),
      email: text('contact'),
      language: text('free'),
      diet: text('free'),
      religion: text('sensitive'),
      ethnicity: text('sensitive'),
      health: text('sensitive'),
      notes: text('free'),
      badgeRole: oneOf<BadgeRole | ''>(),
      isHead: flag(),
      arrivalNumber: text('free'),
      arrivalPlace: text('free'),
      arrivalAt: orNull(moment()),
      departureNumber: text('free'),
      departurePlace: text('free'),
      departureAt: orNull(moment()),
      consentOn: orNull(day()),
      consentBy: text('identity'),
      badgePrintedAt: orNull(moment()),
    },
  ),
  itineraryItem: recorded(
    { label: 'content' },
    {
      visitId: given(ownedBy('visit')),
      kind: given(oneOf<ItemKind>()),
      startsAt: given(moment()),
      endsAt: given(moment()),
      content: text('free'),
      place: text('free'),
      contentLatin: text('free'),
      placeLatin: text('free'),
      personInCharge: text('identity'),
      phone: text('contact'),
      notes: text('free'),
      planB: text('free'),
      setupStyle: oneOf<SetupStyle>(),
      equipment: json<string[]>(),
      nameCards: flag(),
      refreshments: text('free'),
      route: text('free'),
      safetyGear: text('free'),
      photoRule: oneOf<PhotoRule>(),
      isFixed: flag(),
      allGuests: flag(),
      /** Who takes part where not all do; ids of removed guests are passed over. */
      guestIds: json<string[]>(),
    },
  ),
  resource: recorded(
    {
      label: 'name',
      undoneWith: 'manage',
      search: {
        kind: 'kind',
        title: 'name',
        names: ['latinName', 'driverName'],
        numbers: ['plate', 'driverPhone', 'phone'],
        detail: ['plate', 'building', 'floor', 'driverName', 'department', 'title'],
      },
    },
    {
      kind: given(oneOf<ResourceKind>()),
      name: given(text('identity')),
      latinName: text('identity'),
      capacity: orNull(number()),
      building: text('none'),
      floor: text('none'),
      equipment: json<string[]>(),
      plate: text('none'),
      vehicleKind: text('none'),
      driverName: text('identity'),
      driverPhone: text('contact'),
      setupMinutes: number(),
      clearupMinutes: number(),
      bookableFrom: text('none'),
      bookableUntil: text('none'),
      strict: flag(),
      /** Two bookings can never overlap; else it is warned of. */
      exclusive: flag(),
      department: text('identity'),
      title: text('identity'),
      phone: text('contact'),
      email: text('contact'),
      languages: text('identity'),
      canDrive: flag(),
      notes: text('free'),
      removed: flag(),
      isSample: flag(),
      weeklyHours: json<Resource['weeklyHours']>(),
      styleCapacity: json<Resource['styleCapacity']>(),
      partIds: json<string[]>(),
      bookedBy: oneOf<BookingRole>(),
      photo: text('none'),
      planNote: text('none'),
      inspectionOn: orNull(day()),
      insuranceOn: orNull(day()),
      homePlace: text('none'),
      licenceClass: text('identity'),
    },
  ),
  roomPart: kept({ hallId: given(ref()), partId: given(ref()) }),
  closure: recorded(
    { label: 'reason' },
    {
      resourceId: given(ownedBy('resource')),
      startsAt: given(moment()),
      endsAt: given(moment()),
      reason: text('free'),
      rrule: text('none'),
    },
  ),
  bookingSeries: recorded({}, { rrule: given(text('none')), startsAt: given(moment()), endsAt: given(moment()) }),
  booking: recorded(
    {
      label: 'title',
      silent: [
        'visitId',
        'itemId',
        'seriesId',
        'blockedFrom',
        'blockedUntil',
        'expiresAt',
        'releasedAt',
        'uid',
        'uidSequence',
        'uidStamp',
        'uidException',
      ],
    },
    {
      resourceId: given(ownedBy('resource')),
      visitId: orNull(ownedBy('visit')),
      itemId: orNull(ownedBy('itineraryItem')),
      title: text('free'),
      startsAt: given(moment()),
      endsAt: given(moment()),
      /** The span with the resource's set-up before and clear-up after, as they were when it was booked. */
      blockedFrom: given(moment()),
      blockedUntil: given(moment()),
      status: oneOf<'tentative' | 'confirmed' | 'cancelled'>(),
      headcount: orNull(number()),
      organizer: text('identity'),
      notes: text('free'),
      isSample: flag(),
      purpose: text('free'),
      equipment: json<string[]>(),
      setupStyle: oneOf<SetupStyle>(),
      expiresAt: orNull(moment()),
      releasedAt: orNull(moment()),
      seriesId: orNull(ownedBy('bookingSeries')),
      uid: text('none'),
      /** Which version of the imported event is known. */
      uidSequence: number(),
      uidStamp: text('none'),
      uidException: flag(),
      fromPlace: text('free'),
      toPlace: text('free'),
      mileageOut: orNull(number()),
      mileageIn: orNull(number()),
      noShow: flag(),
    },
  ),
  movable: recorded(
    { label: 'name', undoneWith: 'manage' },
    {
      name: given(text('none')),
      latinName: text('none'),
      quantity: number(),
      notes: text('free'),
      removed: flag(),
      isSample: flag(),
    },
  ),
  loan: recorded(
    { silent: ['bookingId'] },
    { movableId: given(ownedBy('movable')), bookingId: given(ref()), quantity: given(number()) },
  ),
  assignment: recorded(
    { label: 'name', silent: ['itemId', 'personId'] },
    {
      visitId: given(ownedBy('visit')),
      itemId: orNull(ownedBy('itineraryItem')),
      role: given(oneOf<AssignmentRole>()),
      personId: orNull(ownedBy('resource')),
      name: given(text('identity')),
      phone: text('contact'),
      notes: text('free'),
    },
  ),
  trip: recorded(
    { label: 'vehicleName', silent: ['itemId', 'vehicleId', 'driverId'] },
    {
      visitId: given(ownedBy('visit')),
      itemId: given(ownedBy('itineraryItem')),
      vehicleId: orNull(ownedBy('resource')),
      vehicleName: text('none'),
      plate: text('none'),
      seats: orNull(number()),
      driverId: orNull(ownedBy('resource')),
      driverName: text('identity'),
      driverPhone: text('contact'),
      route: text('free'),
      meetingPoint: text('free'),
      transportNumber: text('none'),
      station: text('none'),
      transportAt: orNull(moment()),
      luggage: text('free'),
      signText: text('free'),
      guestIds: json<string[]>(),
      notes: text('free'),
    },
  ),
  seating: recorded(
    { silent: ['itemId'] },
    {
      visitId: given(ownedBy('visit')),
      itemId: given(ownedBy('itineraryItem')),
      tripId: orNull(ref()),
      layout: given(oneOf<SeatingLayout>()),
      options: json<Partial<Seating['options']>>(),
      /** Who sits where by hand; null follows the proposal. */
      seats: orNull(json<NonNullable<Seating['seats']>>()),
    },
  ),
  ticket: recorded(
    { label: 'number', silent: ['guestId'] },
    {
      visitId: given(ownedBy('visit')),
      guestId: orNull(ref()),
      traveller: text('identity'),
      kind: oneOf<TicketKind>(),
      number: text('none'),
      seatClass: text('none'),
      seat: text('none'),
      fromPlace: text('none'),
      toPlace: text('none'),
      departsAt: orNull(moment()),
      arrivesAt: orNull(moment()),
      cost: orNull(number()),
      notes: text('free'),
    },
  ),
  stay: recorded(
    { label: 'hotel' },
    {
      visitId: given(ownedBy('visit')),
      hotel: text('none'),
      roomType: oneOf<RoomType>(),
      roomNumber: text('none'),
      checkIn: given(day()),
      checkOut: given(day()),
      guestIds: json<string[]>(),
      confirmation: text('none'),
      nightCost: orNull(number()),
      notes: text('free'),
    },
  ),
  meal: recorded(
    { label: 'venue', silent: ['itemId', 'dietsSeen'] },
    {
      visitId: given(ownedBy('visit')),
      itemId: given(ownedBy('itineraryItem')),
      venue: text('none'),
      room: text('none'),
      phone: text('contact'),
      tableCount: orNull(number()),
      seats: orNull(number()),
      headCost: orNull(number()),
      overReason: text('free'),
      menu: text('free'),
      drinks: text('free'),
      /** The diets as somebody has seen them; looked at only as long as they are the same. */
      dietsSeen: text('free'),
      notes: text('free'),
    },
  ),
  supply: recorded(
    { label: 'name', undoneWith: 'manage' },
    {
      kind: oneOf<SupplyKind>(),
      name: given(text('none')),
      latinName: text('none'),
      unit: text('none'),
      unitValue: number(),
      quantity: number(),
      notes: text('free'),
      removed: flag(),
      isSample: flag(),
    },
  ),
  allocation: recorded(
    { silent: ['supplyId'] },
    {
      visitId: given(ownedBy('visit')),
      supplyId: given(ownedBy('supply')),
      amount: given(number()),
      perGuest: flag(),
      /** In all: the amount, times the guests where it is per guest. */
      quantity: given(number()),
      reason: text('free'),
      returned: flag(),
    },
  ),
  cost: recorded(
    { label: 'label' },
    {
      visitId: given(ownedBy('visit')),
      kind: given(oneOf<CostKind>()),
      label: text('free'),
      estimated: orNull(number()),
      actual: orNull(number()),
      notes: text('free'),
    },
  ),
  task: recorded(
    { label: 'title', silent: ['itemId', 'dueByHand'] },
    {
      visitId: given(ownedBy('visit')),
      itemId: orNull(ownedBy('itineraryItem')),
      /** The template's line it was made from; empty for one's own. */
      templateKey: text('none'),
      title: given(text('free')),
      titleLatin: text('free'),
      category: oneOf<TaskCategory>(),
      person: text('identity'),
      dueAt: orNull(moment()),
      /** Somebody set the due time by hand: it does not follow the itinerary. */
      dueByHand: flag(),
      doneAt: orNull(moment()),
      doneBy: text('identity'),
      state: oneOf<TaskState>(),
      notes: text('free'),
    },
  ),
  briefing: recorded(
    { silent: ['bookingId'] },
    {
      visitId: given(ownedBy('visit')),
      startsAt: given(moment()),
      endsAt: given(moment()),
      bookingId: orNull(ref()),
      place: text('none'),
      agenda: text('free'),
    },
  ),
  attendee: recorded(
    { label: 'name' },
    {
      visitId: given(ownedBy('visit')),
      name: given(text('identity')),
      phone: text('contact'),
      duty: text('free'),
      attended: flag(),
    },
  ),
  planVersion: recorded(
    { label: 'number' },
    {
      visitId: given(ownedBy('visit')),
      number: given(number()),
      status: given(oneOf<'submitted' | 'approved' | 'sent_back' | 'withdrawn' | 'superseded'>()),
      /** Who has to decide, in order. */
      chain: given(json<PlanVersion['chain']>()),
      submittedAt: given(moment()),
      submittedBy: given(text('identity')),
      note: text('free'),
    },
  ),
  /** A plan as it was submitted, written once. */
  planSnapshot: kept({ versionId: given(ref()), body: given(json<PlanSnapshot>()) }),
  decision: recorded(
    { label: 'person' },
    {
      visitId: given(ownedBy('visit')),
      versionId: given(ref()),
      step: given(number()),
      verdict: given(oneOf<'approved' | 'sent_back'>()),
      person: given(text('identity')),
      comment: text('free'),
      decidedAt: given(moment()),
      /** Empty: decided here by the person. Else who wrote down a decision taken on paper or by phone. */
      recordedBy: text('identity'),
      means: oneOf<'here' | 'paper' | 'phone'>(),
    },
  ),
  attachment: recorded(
    { label: 'name' },
    {
      visitId: given(ownedBy('visit')),
      taskId: orNull(ownedBy('task')),
      decisionId: orNull(ref()),
      name: given(text('free')),
      /** Name of the copy in the data folder. */
      file: given(text('none')),
      bytes: given(number()),
      addedAt: given(moment()),
      addedBy: given(text('identity')),
    },
  ),
  visitTemplate: recorded(
    { label: 'name', undoneWith: 'submit' },
    {
      name: given(text('none')),
      nameLatin: text('none'),
      kind: given(oneOf<VisitKind>()),
      blueprint: given(json<unknown>()),
    },
  ),
  badgeDesign: recorded(
    { label: 'name', undoneWith: 'manage' },
    {
      name: given(text('none')),
      nameLatin: text('none'),
      design: given(json<unknown>()),
      /** Number of the newest version. */
      number: number(),
      removed: flag(),
    },
  ),
  badgeDesignVersion: kept({
    designId: given(ref()),
    number: given(number()),
    design: given(json<unknown>()),
    savedAt: given(text('none')),
    savedBy: given(text('identity')),
  }),
  /** Lengths in hundredths of a millimetre. */
  labelSheet: recorded(
    { label: 'name' },
    {
      name: given(text('none')),
      paper: oneOf<'a4' | 'letter'>(),
      labelWidth: given(number()),
      labelHeight: given(number()),
      columns: given(number()),
      rows: given(number()),
      leftMargin: given(number()),
      topMargin: given(number()),
      pitchX: given(number()),
      pitchY: given(number()),
      radius: number(),
      source: text('none'),
      used: number(),
      removed: flag(),
    },
  ),
  /** Lengths in tenths of a millimetre. */
  printer: recorded(
    { label: 'name' },
    {
      name: given(text('none')),
      cornerX: number(),
      cornerY: number(),
      across: number(),
      down: number(),
      removed: flag(),
    },
  ),
  printLog: kept({
    number: serial(),
    printedAt: given(text('none')),
    actor: given(text('identity')),
    visitId: orNull(ref()),
    kind: given(text('none')),
    language: given(oneOf<PaperLanguage>()),
    version: text('none'),
    design: text('none'),
    guestIds: json<string[]>(),
    means: given(oneOf<'dialog' | 'printer' | 'pdf'>()),
    printer: text('none'),
  }),
  changeLog: kept({
    number: serial(),
    actId: given(ref()),
    at: given(text('none')),
    actor: given(text('identity')),
    visitId: orNull(ref()),
    entity: given(text('none')),
    entityId: given(ref()),
    action: given(oneOf<'create' | 'update' | 'delete'>()),
    before: orNull(json<Record<string, unknown>>()),
    after: orNull(json<Record<string, unknown>>()),
  }),
  searchEntry: kept({
    number: serial(),
    kind: given(text('none')),
    entityId: given(ref()),
    visitId: orNull(ref()),
    title: given(text('identity')),
    detail: given(text('identity')),
  }),
} satisfies Record<string, Table<Record<string, Column>>>

type Described = typeof TABLES

/** The database as Kysely sees it: the tables, their views, and the full-text index. */
export type Tables = { [Name in keyof Described]: TableOf<Described[Name]['columns']> } & {
  rival: { resourceId: string; rivalId: string }
  loanSpan: { movableId: string; bookingId: string; quantity: number; blockedFrom: string; blockedUntil: string }
  search: { rowid: number; body: string; rank: Generated<number> }
}

export type TableName = keyof Described

/** Tables whose rows people edit: every write to them is recorded and can be undone. */
export type RecordedTable = { [Name in TableName]: Described[Name]['recorded'] extends true ? Name : never }[TableName]

/** A row as it is read. */
export type Row<Name extends TableName> = Rows[Name]
type Selected = { [Name in TableName]: Selectable<Tables[Name]> }
/** An interface, so that what all rows have is known of a row of any table. */
interface Rows extends Selected {}
/** A row as it is made: SQL fills what is not said. */
export type NewRow<Name extends TableName> = Insertable<Tables[Name]>
/** What is to change of a row; what is undefined stays. */
export type Patch<Name extends TableName> = { [Field in keyof Row<Name>]?: Row<Name>[Field] | undefined }

/** A table's description, whichever it is. */
export const descriptionOf = (name: TableName): Table<Record<string, Column>> => TABLES[name]

export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** Is it one of the tables whose rows people edit? */
export const isRecorded = (name: TableName): name is RecordedTable => TABLES[name].recorded

/** Which columns of a table belong to rows of another. */
export const ownersIn = (name: TableName): { column: string; owner: string }[] =>
  Object.entries(descriptionOf(name).columns).flatMap(([column, { owner }]) => (owner ? [{ column, owner }] : []))

/** Which columns of which tables refer to rows of a table. */
export const referencesTo = (table: TableName): { table: RecordedTable; column: string }[] =>
  TABLE_NAMES.filter(isRecorded).flatMap(name =>
    ownersIn(name).flatMap(({ column, owner }) => (owner === table ? [{ table: name, column }] : [])),
  )

/** Tables of what belongs to one visit, in an order in which rows can be deleted: what refers to another stands before it. */
export const VISIT_TABLES = TABLE_NAMES.filter(
  (name): name is VisitTable => isRecorded(name) && ownersIn(name).some(({ column }) => column === 'visitId'),
).reverse()

/** Tables whose rows belong to a visit. */
export type VisitTable = {
  [Name in RecordedTable]: 'visitId' extends keyof Described[Name]['columns'] ? Name : never
}[RecordedTable]

/** Tables whose rows can be those of the sample office. */
type SampleTable = {
  [Name in RecordedTable]: 'isSample' extends keyof Described[Name]['columns'] ? Name : never
}[RecordedTable]

/** What of the sample office stands outside its visits, in an order in which rows can be deleted. */
export const SAMPLE_TABLES = TABLE_NAMES.filter(
  (name): name is Exclude<SampleTable, VisitTable | 'visit'> =>
    isRecorded(name) && 'isSample' in TABLES[name].columns && name !== 'visit' && !('visitId' in TABLES[name].columns),
).reverse()

export type VisitRow = Row<'visit'>
export type GuestRow = Row<'guest'>
export type ItemRow = Row<'itineraryItem'>
export type ResourceRow = Row<'resource'>
export type ClosureRow = Row<'closure'>
export type BookingRow = Row<'booking'>
export type MovableRow = Row<'movable'>
export type MealRow = Row<'meal'>
export type SupplyRow = Row<'supply'>
export type AllocationRow = Row<'allocation'>
export type TaskRow = Row<'task'>
export type PlanVersionRow = Row<'planVersion'>
export type DecisionRow = Row<'decision'>
export type AttachmentRow = Row<'attachment'>
export type BriefingRow = Row<'briefing'>
export type VisitTemplateRow = Row<'visitTemplate'>
export type AccountRow = Row<'account'>
export type BadgeDesignRow = Row<'badgeDesign'>
export type LabelSheetRow = Row<'labelSheet'>
export type PrinterRow = Row<'printer'>
