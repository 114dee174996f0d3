/** What a badge may say that its wearer is at the visit, by its key; each language has its word in the locales. */
export const BADGE_ROLES = ['guest', 'vip', 'speaker', 'interpreter', 'press', 'driver'] as const
export type BadgeRole = (typeof BADGE_ROLES)[number]

/** Role colours that differ in grey too: dark enough to print on any machine. */
const COLORS: Record<BadgeRole, string> = {
  guest: '#0E6B66',
  vip: '#9E2A1C',
  speaker: '#2C5AA0',
  press: '#6B4E16',
  interpreter: '#3B4246',
  driver: '#3B4246',
}

/** The colour of a role, `#rrggbb`; of no role, the guests'. */
export const roleColor = (role: BadgeRole | ''): string => COLORS[role || 'guest']

/** Words that programs before 0.2 kept instead of keys, in files and databases (migration 0007 has the same list). */
const WORDS: Record<string, BadgeRole> = {
  来宾: 'guest',
  Guest: 'guest',
  贵宾: 'vip',
  VIP: 'vip',
  演讲嘉宾: 'speaker',
  Speaker: 'speaker',
  翻译: 'interpreter',
  Interpreter: 'interpreter',
  媒体: 'press',
  Press: 'press',
  司机: 'driver',
  Driver: 'driver',
}

/** A role as it is kept now: the key of an older word; what is neither word nor key is given back as it is. */
export const roleKept = (role: unknown): unknown => (typeof role === 'string' ? (WORDS[role] ?? role) : role)
