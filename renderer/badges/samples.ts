import type { Guest } from '../../shared/contract/guests.ts'

type Shown = Pick<Guest, 'name' | 'latinName' | 'title' | 'organization' | 'badgeRole'>

/** Guests to draw with while there is no visit: one as most are, one with everything long. */
export const SAMPLE_GUESTS: Shown[] = [
  { name: '张伟', latinName: 'Zhang Wei', title: '总经理', organization: '华东智能装备有限公司', badgeRole: 'vip' },
  {
    name: '阿卜杜勒·拉赫曼·伊本·穆罕默德',
    latinName: 'Abdul Rahman ibn Muhammad al-Hohenzollern',
    title: '战略合作与公共事务高级副总裁兼首席代表',
    organization: '长三角新能源装备制造产业技术创新战略联盟秘书处',
    badgeRole: 'speaker',
  },
]

/** A visit for them. */
export const SAMPLE_VISIT = {
  title: '新能源产业链考察',
  titleLatin: 'New energy supply chain visit',
  code: 'YB261124-01',
  organization: '',
  organizationLatin: '',
  startsOn: '2026-11-24',
  endsOn: '2026-11-25',
}

/** Somebody with the longest of everything that anybody has: if this badge is right, all are. */
export function longestGuest(guests: readonly Shown[]): Shown {
  const longest = (field: Exclude<keyof Shown, 'badgeRole'>) =>
    guests.map(guest => guest[field]).reduce((a, b) => (width(b) > width(a) ? b : a), '')
  return {
    name: longest('name'),
    latinName: longest('latinName'),
    title: longest('title'),
    organization: longest('organization'),
    badgeRole: 'speaker',
  }
}

/** Chinese counts double. */
const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/u.test(character) ? 2 : 1), 0)
