import { VISIT_SECTIONS } from '../../renderer/base/sections.ts'
import { arrive, expect, looking, settled } from '../support/served.ts'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]
const section = (name: string) => `/visits/:visit/${name}`
const GROUPS = {
  'Today, the calendar, the visits and the rooms': ['/', '/calendar', '/visits', '/rooms'],
  'the people, the supplies and the settings': ['/people', '/supplies', '/settings'],
  ...Object.fromEntries(
    [0, 4, 8, 12].map(from => {
      const names = VISIT_SECTIONS.slice(from, from + 4)
      return [`a visit’s ${names.join(', ')}`, names.map(section)]
    }),
  ),
}

for (const language of ['zh-CN', 'en'] as const)
  looking.describe(language, () => {
    looking.use({ look: { language, shade: 'light' } })
    for (const [name, paths] of Object.entries(GROUPS))
      looking(`nothing is cut off or scrolls sideways on ${name}`, async ({ desk, sample }) => {
        for (const path of paths)
          for (const size of SIZES) {
            await desk.setViewportSize(size)
            await arrive(desk, path.replace(':visit', sample.visitId))
            await settled(desk)
            const wide = await desk.evaluate(() => {
              const main = document.querySelector('.shell-main')
              return {
                page: document.documentElement.scrollWidth - window.innerWidth,
                main: main ? main.scrollWidth - main.clientWidth : -1,
              }
            })
            expect([path, size.width, wide]).toEqual([path, size.width, { page: 0, main: 0 }])
          }
      })
  })
