import type { Resource, ResourceFields } from '../../shared/contract/resources.ts'

type Kind = Resource['kind']

/** What a part of the form is given: the resource as it is typed so far, how to change it, and what is wrong once one tried to save. */
export interface DraftProps {
  draft: ResourceFields
  set: (patch: Partial<ResourceFields>) => void
}

/** Minutes before and after a booking: a room is set up, a car is driven home, a person walks. */
const MARGIN: Record<Kind, number> = { room: 10, vehicle: 15, person: 0 }

/** What everybody fills in, and what stands below “more”. */
export const FIELDS = {
  room: ['name', 'building', 'floor'],
  vehicle: ['name', 'plate', 'vehicleKind'],
  person: ['name', 'department', 'title', 'phone'],
} as const
export const MORE_FIELDS = {
  room: ['latinName'],
  vehicle: ['latinName', 'homePlace'],
  person: ['latinName', 'email', 'languages', 'licenceClass'],
} as const

export const blank = (kind: Kind): ResourceFields => ({
  name: '',
  latinName: '',
  capacity: kind === 'room' ? 10 : kind === 'vehicle' ? 5 : null,
  building: '',
  floor: '',
  equipment: [],
  plate: '',
  vehicleKind: '',
  driverName: '',
  driverPhone: '',
  setupMinutes: MARGIN[kind],
  clearupMinutes: MARGIN[kind],
  bookableFrom: '00:00',
  bookableUntil: '24:00',
  strict: false,
  department: '',
  title: '',
  phone: '',
  email: '',
  languages: '',
  canDrive: false,
  licenceClass: '',
  weeklyHours: [],
  styleCapacity: {},
  partIds: [],
  bookedBy: 'front_desk',
  planNote: '',
  inspectionOn: null,
  insuranceOn: null,
  homePlace: '',
  notes: '',
})
