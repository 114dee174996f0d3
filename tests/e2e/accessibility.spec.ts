import type { Page } from '@playwright/test'
import { VISIT_SECTIONS } from '../../renderer/base/sections.ts'
import { seriousFindings } from '../support/axe.ts'
import { aRoom } from '../support/builders.ts'
import { arrive, expect, type Look, looking, settled, test } from '../support/served.ts'
import { wordsOf } from '../support/words.ts'

/** Contrast depends on the shade and labels on the language, so these two see all there is. */
const LOOKS: Look[] = [
  { language: 'zh-CN', shade: 'light' },
  { language: 'en', shade: 'dark' },
]

const section = (name: (typeof VISIT_SECTIONS)[number]) => `/visits/:visit/${name}`
/** Pages that are looked at in one test: a few, so that a failure says where. */
const PAGES = {
  'Today, the calendar and the visits': ['/', '/calendar', '/visits'],
  'the rooms, vehicles and people': ['/rooms', '/vehicles', '/people'],
  'the supplies and the badge designs': ['/supplies', '/badges'],
  'the pages of printing': ['/print', '/print?visit=:visit&kind=badges'],
  'the papers of a visit': ['/print?visit=:visit'],
  ...Object.fromEntries(
    [0, 3, 6, 9, 12].map(from => {
      const names = VISIT_SECTIONS.slice(from, from + 3)
      return [`a visit’s ${names.join(', ')}`, names.map(section)]
    }),
  ),
}

type Say = ReturnType<typeof wordsOf>
interface Opener {
  name: string
  open: (desk: Page, say: Say) => Promise<unknown>
}
/** What a button or a line says; the name of its icon stands before that. */
const ending = (text: string) => new RegExp(`(^| )${text.replace(/[.()]/g, '\\$&')}$`)

const button = (desk: Page, name: string) =>
  desk
    .locator('.shell')
    .getByRole('button', { name: ending(name) })
    .first()
/** A button by the key of what it says. */
const press = (key: string): Opener['open'] => {
  return (desk, say) => button(desk, say(key)).click()
}
/** A line of the menu that a button opens. */
const choose = (key: string, line: string): Opener['open'] => {
  return async (desk, say) => {
    await desk
      .getByRole('button', { name: new RegExp(`(^| )${say(key)}$`) })
      .first()
      .click()
    await desk.getByRole('menuitem', { name: ending(say(line)) }).click()
  }
}
const part = (key: string, then: string): Opener['open'] => {
  return async (desk, say) => {
    await desk.getByText(say(key), { exact: true }).first().click()
    await button(desk, say(then)).click()
  }
}

/** What opens over a page: menus, drawers and dialogs. */
const OPENED: { over: string; path: string; openers: Opener[] }[] = [
  {
    over: 'Today',
    path: '/',
    openers: [
      { name: 'a new visit', open: desk => desk.keyboard.press('Alt+n') },
      { name: 'who is at the desk', open: desk => button(desk, '前台').click() },
      {
        name: 'what a search found',
        open: async desk => {
          await desk.keyboard.press('Control+k')
          await desk.keyboard.type('zhang')
        },
      },
    ],
  },
  {
    over: 'the visits',
    path: '/visits',
    openers: [{ name: 'a visit file', open: press('visitFile.title') }],
  },
  {
    over: 'the rooms',
    path: '/rooms',
    openers: [
      { name: 'the filter', open: press('filter.title') },
      { name: 'what goes out', open: press('common.export') },
      { name: 'a calendar file', open: choose('resources.bring', 'calendarImport.title') },
    ],
  },
  {
    over: 'the rooms: lists and a booking',
    path: '/rooms',
    openers: [
      { name: 'a list of bookings', open: choose('resources.bring', 'bookingImport.title') },
      { name: 'a list of rooms', open: choose('resources.bring', 'resources.import') },
      { name: 'a new room', open: press('resources.add.room') },
      {
        name: 'a booking',
        open: async desk => {
          await desk.locator('.tl-bar').first().focus()
          await desk.keyboard.press('Enter')
        },
      },
    ],
  },
  {
    over: 'the vehicles',
    path: '/vehicles',
    openers: [{ name: 'a new vehicle', open: press('resources.add.vehicle') }],
  },
  {
    over: 'the people',
    path: '/people',
    openers: [{ name: 'a new person', open: press('resources.add.person') }],
  },
  {
    over: 'the guests',
    path: section('guests'),
    openers: [
      { name: 'a list of guests', open: press('guests.import') },
      {
        name: 'a guest',
        open: (desk, say) =>
          desk
            .getByRole('button', { name: say('guests.open') })
            .first()
            .click(),
      },
    ],
  },
  {
    over: 'a visit',
    path: section('overview'),
    openers: [
      { name: 'its needs form', open: press('needs.excel') },
      { name: 'what can be shared', open: press('share.title') },
      { name: 'what more can be done', open: press('visits.more') },
    ],
  },
  {
    over: 'a visit: its copy, a template and its end',
    path: section('overview'),
    openers: [
      { name: 'its copy', open: choose('visits.more', 'visits.copy') },
      { name: 'a template of it', open: choose('visits.more', 'visits.makeTemplate') },
      { name: 'its end', open: press('visits.step.completed') },
    ],
  },
  {
    over: 'the itinerary',
    path: section('itinerary'),
    openers: [
      { name: 'a pasted agenda', open: press('agenda.paste') },
      { name: 'its wording in English', open: press('wording.open') },
      {
        name: 'a stop',
        open: (desk, say) =>
          desk
            .getByRole('button', { name: say('itinerary.more') })
            .first()
            .click(),
      },
    ],
  },
  {
    over: 'the seats',
    path: section('seating'),
    openers: [{ name: 'what can be seated', open: press('seating.add') }],
  },
  {
    over: 'an approval',
    path: '/visits/:submitted/approval',
    openers: [{ name: 'a decision on paper', open: press('approval.record') }],
  },
  {
    over: 'the badges of a visit',
    path: '/print?visit=:visit&kind=badges',
    openers: [{ name: 'the corrected printers', open: press('print.manage') }],
  },
  {
    over: 'the badge designs',
    path: '/badges',
    openers: [
      { name: 'what can be added', open: press('badges.add') },
      { name: 'its versions', open: press('badges.versions') },
    ],
  },
  {
    over: 'the settings',
    path: '/settings',
    openers: [
      { name: 'the sample’s end', open: press('office.removeSample') },
      { name: 'a new account', open: part('settings.accounts', 'accounts.add') },
      { name: 'the secret of an account', open: part('settings.accounts', 'accounts.setSecret') },
    ],
  },
]
const LAYERS = '.ant-modal, .ant-drawer, .ant-dropdown, .ant-popover, .ant-select-dropdown'

for (const look of LOOKS)
  looking.describe(`${look.language}, ${look.shade}`, () => {
    looking.use({ look })
    const say = wordsOf(look.language)

    for (const [name, paths] of Object.entries(PAGES))
      looking(`axe finds nothing serious on ${name}`, async ({ desk, sample }) => {
        for (const path of paths) {
          await arrive(desk, path.replace(':visit', sample.visitId))
          expect([path, await seriousFindings(desk)]).toEqual([path, []])
        }
      })

    for (const half of ['first', 'second'] as const)
      looking(`axe finds nothing serious on the ${half} half of the settings`, async ({ desk }) => {
        await arrive(desk, '/settings')
        const parts = await desk.locator('.page .ant-segmented').first().locator('.ant-segmented-item').all()
        expect(parts.length).toBeGreaterThan(3)
        const middle = Math.ceil(parts.length / 2)
        for (const each of half === 'first' ? parts.slice(0, middle) : parts.slice(middle)) {
          await each.click()
          await settled(desk)
          expect([await each.textContent(), await seriousFindings(desk)]).toEqual([await each.textContent(), []])
        }
      })

    for (const { over, path, openers } of OPENED)
      looking(`axe finds nothing serious on what opens over ${over}`, async ({ desk, sample }) => {
        await arrive(desk, path.replace(':visit', sample.visitId).replace(':submitted', sample.submittedId))
        const layers = desk.locator(LAYERS).filter({ visible: true })
        for (const { name, open } of openers) {
          await open(desk, say)
          await expect(layers.first()).toBeVisible()
          await settled(desk)
          expect([name, await seriousFindings(desk)]).toEqual([name, []])
          await desk.keyboard.press('Escape')
          // A menu closes when one presses beside it.
          await desk.locator('.shell-brand').click({ force: true })
          await expect(layers).toHaveCount(0)
        }
      })

    test(`axe finds nothing serious on an empty office, in ${look.language}, ${look.shade}`, async ({ desk }) => {
      await dressed(desk, look)
      await expect(desk.getByRole('heading', { name: say('first.title') })).toBeVisible()
      await settled(desk)
      expect(await seriousFindings(desk)).toEqual([])
    })

    test(`axe finds nothing serious on the page for signing in, in ${look.language}, ${look.shade}`, async ({
      desk,
      client,
    }) => {
      await aRoom(client, { name: '301' })
      await client.accounts.signOut()
      await dressed(desk, look)
      await expect(desk.getByRole('button', { name: say('accounts.signIn') })).toBeVisible()
      await settled(desk)
      expect(await seriousFindings(desk)).toEqual([])
    })
  })

/** Loads the page anew in a language and a shade. */
async function dressed(desk: Page, look: Look): Promise<void> {
  await desk.evaluate(({ language, shade }) => {
    localStorage.setItem('yingbin.language', language)
    localStorage.setItem('yingbin.shade', shade)
  }, look)
  await desk.reload()
}
