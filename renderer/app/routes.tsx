import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { VISIT_SECTIONS, type VisitSection } from '../base/sections.ts'
import { Shell } from './Shell.tsx'

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const root = createRootRoute({ component: Shell })

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../today/TodayPage.tsx'), 'TodayPage'),
})
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../calendar/CalendarPage.tsx'), 'CalendarPage'),
})
const visits = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  validateSearch: (search): { text?: string } => {
    const text = asText(search.text)
    return text ? { text } : {}
  },
  component: lazyRouteComponent(() => import('../visits/VisitsPage.tsx'), 'VisitsPage'),
})
const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$visitId/$section',
  /** The stop that a readiness line is about; the document that is open. */
  validateSearch: (search): { item?: string; kind?: string } => {
    const item = asText(search.item)
    const kind = asText(search.kind)
    return { ...(item ? { item } : {}), ...(kind ? { kind } : {}) }
  },
  beforeLoad: ({ params }) => {
    if (!VISIT_SECTIONS.includes(params.section as VisitSection))
      throw redirect({ to: '/visits/$visitId/$section', params: { visitId: params.visitId, section: 'overview' } })
  },
  component: lazyRouteComponent(() => import('../visits/VisitPage.tsx'), 'VisitPage'),
})
const rooms = createRoute({
  getParentRoute: () => root,
  path: '/rooms',
  component: lazyRouteComponent(() => import('../resources/ResourcesPage.tsx'), 'RoomsPage'),
})
const vehicles = createRoute({
  getParentRoute: () => root,
  path: '/vehicles',
  component: lazyRouteComponent(() => import('../resources/ResourcesPage.tsx'), 'VehiclesPage'),
})
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../resources/ResourcesPage.tsx'), 'PeoplePage'),
})
const supplies = createRoute({
  getParentRoute: () => root,
  path: '/supplies',
  component: lazyRouteComponent(() => import('../supplies/SuppliesPage.tsx'), 'SuppliesPage'),
})
const print = createRoute({
  getParentRoute: () => root,
  path: '/print',
  validateSearch: (
    search,
  ): {
    visit?: string
    kind?: string
    guests?: string
    person?: string
    trip?: string
    item?: string
    /** The open document is to be printed; it goes from the address as soon as that begins. */
    now?: true
  } => {
    const found = {
      visit: asText(search.visit),
      kind: asText(search.kind),
      guests: asText(search.guests),
      person: asText(search.person),
      trip: asText(search.trip),
      item: asText(search.item),
      now: search.now === true ? true : undefined,
    }
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
  },
  component: lazyRouteComponent(() => import('../print/PrintPage.tsx'), 'PrintPage'),
})
const badges = createRoute({
  getParentRoute: () => root,
  path: '/badges',
  validateSearch: (search): { design?: string } => {
    const design = asText(search.design)
    return design ? { design } : {}
  },
  component: lazyRouteComponent(() => import('../badges/DesignerPage.tsx'), 'DesignerPage'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../office/SettingsPage.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    calendar,
    visits,
    visit,
    rooms,
    vehicles,
    people,
    supplies,
    print,
    badges,
    settings,
  ]),
  history: createHashHistory(),
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
