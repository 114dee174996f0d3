import type { contract } from '../../../shared/contract/contract.ts'
import type { Permission } from '../../../shared/domain/roles.ts'

type Contract = typeof contract
type Table = { [Feature in keyof Contract]: { [Procedure in keyof Contract[Feature]]: Permission } }

const LINES = { list: 'read', add: 'edit', update: 'edit', remove: 'edit' } as const

/** What each procedure of the contract asks of whoever calls it: one that is not named here does not compile. */
const NEEDED: Table = {
  accounts: {
    desk: 'open',
    list: 'open',
    signIn: 'open',
    signOut: 'open',
    lock: 'read',
    touch: 'read',
    create: 'manage',
    update: 'manage',
    // One's own by anybody; the handler asks for more where it is another's.
    setSecret: 'read',
    remove: 'manage',
  },
  visits: {
    range: 'read',
    list: 'read',
    get: 'read',
    create: 'edit',
    update: 'edit',
    move: 'edit',
    // Cancelling, and taking up what was cancelled, asks for more: the handler does.
    setStatus: 'edit',
  },
  needs: { organization: 'read', organizations: 'read', knownGuests: 'read', take: 'edit' },
  guests: {
    list: 'read',
    sensitive: 'sensitive',
    add: 'edit',
    update: 'edit',
    reorder: 'edit',
    remove: 'edit',
    importAll: 'edit',
  },
  itinerary: {
    list: 'read',
    add: 'edit',
    addAll: 'edit',
    update: 'edit',
    assign: 'edit',
    reorder: 'edit',
    remove: 'edit',
    conflicts: 'read',
    wordings: 'read',
    word: 'edit',
  },
  staffing: { ...LINES, duties: 'read', clashes: 'read' },
  trips: LINES,
  tickets: LINES,
  lodging: { ...LINES, house: 'edit' },
  dining: { list: 'read', update: 'edit', seeDiets: 'edit' },
  supplies: { list: 'read', create: 'manage', update: 'manage', remove: 'manage' },
  allocations: LINES,
  costs: LINES,
  checklists: { ...LINES, make: 'edit', tick: 'edit', attach: 'edit', detach: 'edit' },
  approvals: {
    readiness: 'read',
    versions: 'read',
    submit: 'submit',
    withdraw: 'submit',
    decide: 'decide',
    record: 'submit',
    changes: 'read',
  },
  briefings: { get: 'read', put: 'edit', remove: 'edit', invite: 'edit' },
  attendees: LINES,
  templates: { list: 'read', make: 'submit', rename: 'submit', remove: 'manage', use: 'edit', copy: 'edit' },
  rules: { get: 'read', update: 'manage' },
  seating: LINES,
  badges: {
    list: 'read',
    create: 'manage',
    update: 'manage',
    remove: 'manage',
    versions: 'read',
    importFile: 'manage',
  },
  print: {
    gallery: 'read',
    version: 'read',
    printed: 'read',
    log: 'read',
    make: 'read',
    dayPapers: 'read',
    weekPapers: 'read',
    labelSheets: 'read',
    createLabelSheet: 'edit',
    updateLabelSheet: 'edit',
    removeLabelSheet: 'manage',
    printers: 'read',
    putPrinter: 'edit',
    removePrinter: 'manage',
  },
  resources: {
    list: 'read',
    create: 'manage',
    update: 'manage',
    remove: 'manage',
    importAll: 'manage',
    close: 'edit',
    setPhoto: 'manage',
    reopen: 'edit',
    closures: 'read',
  },
  equipment: { list: 'read', create: 'manage', update: 'manage', remove: 'manage', left: 'read' },
  bookings: {
    list: 'read',
    create: 'edit',
    preview: 'read',
    createSeries: 'edit',
    update: 'edit',
    cancel: 'edit',
    restore: 'edit',
    check: 'read',
    free: 'read',
    find: 'read',
    proposeRooms: 'read',
    takeRooms: 'edit',
    common: 'read',
    utilisation: 'read',
    readCalendar: 'edit',
    importCalendar: 'edit',
    importRows: 'edit',
  },
  office: {
    settings: 'open',
    update: 'manage',
    setLogo: 'manage',
    state: 'open',
    loadSample: 'manage',
    removeSample: 'manage',
    changes: 'read',
    today: 'read',
  },
  search: { query: 'read' },
  history: { list: 'read', undo: 'edit' },
  exchange: { readTable: 'edit', readVisitFile: 'edit', importVisitFile: 'edit' },
}

/** What a procedure asks for, by its path; an unknown one asks for the most. */
export function permissionOf(path: readonly string[]): Permission {
  const [feature = '', procedure = ''] = path
  const table: Record<string, Record<string, Permission> | undefined> = NEEDED
  return table[feature]?.[procedure] ?? 'manage'
}
