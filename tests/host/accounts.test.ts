import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/domain/roles.ts'
import { aGuest, aRoom, aVisit, readyPlan, refusal, submitted } from '../support/builders.ts'
import { type Client, TEST_NOW, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
let now = TEST_NOW
beforeEach(() => {
  now = TEST_NOW
  office = testOffice({ clock: () => now })
  client = office.client
})
afterEach(() => office.close())

const DAY = '2026-12-01'
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

const versions = (visitId: string) => client.approvals.versions({ visitId })
const decide = async (visitId: string, verdict: 'approved' | 'sent_back', comment = '') => {
  const [version] = await versions(visitId)
  return client.approvals.decide({ versionId: version?.id ?? '', step: version?.waitsFor ?? -1, verdict, comment })
}

async function aPlan(grade: 'A' | 'B' | 'C', roomName?: string) {
  const visit = await aVisit(client, { startsOn: DAY, grade })
  await readyPlan(client, visit.id)
  if (grade === 'A') await client.staffing.add({ visitId: visit.id, line: { role: 'leader', name: '陈立' } })
  if (!roomName) return { visit, room: null, item: (await client.itinerary.list({ visitId: visit.id }))[0] }
  const room = await aRoom(client, { name: roomName })
  const [item] = await client.itinerary.list({ visitId: visit.id })
  await client.itinerary.update({ id: item?.id ?? '', revision: item?.revision ?? 0, patch: { roomId: room.id } })
  return { visit, room, item: (await client.itinerary.list({ visitId: visit.id }))[0] }
}

describe('accounts', () => {
  const signIn = (accountId: string, secret = '') => client.accounts.signIn({ accountId, secret })

  const make = async (name: string, role: Role, secret: string | null = null) =>
    (await client.accounts.create({ name, role, secret })).account

  it('begin with one administrator without a password, who is at the desk', async () => {
    expect(await client.accounts.desk()).toMatchObject({
      account: { name: '测试员', role: 'administrator', hasSecret: false },
      locked: false,
      isOpen: true,
    })
  })

  it('warn as long as one administrator can be taken by anybody, whoever else has a PIN', async () => {
    const isOpen = async () => (await client.accounts.desk()).isOpen
    const deputy = await make('周敏', 'administrator', '2468')
    await make('前台', 'front_desk')
    expect(await isOpen()).toBe(true)
    const root = (await client.accounts.list()).find(account => account.name === '测试员')
    await client.accounts.setSecret({ id: root?.id ?? '', old: '', secret: '1357' })
    expect(await isOpen()).toBe(false)
    await client.accounts.setSecret({ id: deputy.id, old: '', secret: null })
    expect(await isOpen()).toBe(true)
  })

  it('let each role do what it may, in the host', async () => {
    const { visit } = await aPlan('B')
    const roles = {
      front_desk: await make('前台', 'front_desk'),
      coordinator: await make('协调', 'coordinator'),
      approver: await make('审批', 'approver'),
      administrator: await make('管理', 'administrator'),
    }
    const guest = await aGuest(client, visit.id, { name: '张伟', health: '高血压', consentOn: DAY })
    const attempts: Record<string, () => Promise<unknown>> = {
      read: () => client.visits.get({ id: visit.id }),
      edit: () => client.checklists.add({ visitId: visit.id, line: { title: '订花' } }),
      sensitive: () => client.guests.sensitive({ id: guest.id }),
      decide: () => decide(visit.id, 'sent_back', '再想想'),
      submit: () => submitted(client, visit.id),
      manage: () => client.supplies.create({ name: crypto.randomUUID() }),
    }
    const may: Record<Role, string[]> = {
      front_desk: ['read', 'edit'],
      coordinator: ['read', 'edit', 'sensitive', 'submit'],
      approver: ['read', 'decide'],
      administrator: ['read', 'edit', 'sensitive', 'submit', 'decide', 'manage'],
    }
    for (const [role, account] of Object.entries(roles) as [Role, { id: string }][]) {
      if (role === 'administrator') {
        await signIn(roles.coordinator.id)
        await submitted(client, visit.id)
      }
      await signIn(account.id)
      for (const [what, attempt] of Object.entries(attempts)) {
        const outcome = await attempt().then(
          () => 'done',
          (error: { code: string }) => error.code,
        )
        expect([role, what, outcome]).toEqual([role, what, may[role].includes(what) ? 'done' : 'FORBIDDEN'])
      }
    }
    await client.accounts.signOut()
    for (const attempt of Object.values(attempts)) expect((await refusal(attempt())).code).toBe('LOCKED')
    expect((await office.get(`/documents/itinerary.pdf?visit=${visit.id}`)).status).toBe(401)
    expect((await office.get(`/exports/guests.csv?visit=${visit.id}`)).status).toBe(401)
  })

  it('hide what is sensitive until it is asked for by who may, and write the look down', async () => {
    const visit = await aVisit(client)
    expect(
      (await refusal(client.guests.add({ visitId: visit.id, guest: { name: '乙', religion: '伊斯兰教' } }))).data,
    ).toEqual({ reason: 'consentMissing' })
    const guest = await aGuest(client, visit.id, {
      name: '张伟',
      health: '高血压',
      consentOn: DAY,
      consentBy: '王晓燕',
    })
    expect(guest).toMatchObject({ health: '', hasSensitive: true, consentBy: '王晓燕' })
    expect(await client.guests.sensitive({ id: guest.id })).toEqual({ health: '高血压', religion: '', ethnicity: '' })
    const [look, entered] = (await client.history.list({ visitId: visit.id, before: null })).entries
    expect(look).toMatchObject({ changes: [{ field: 'sensitive', before: '', after: '' }], undoable: false })
    expect(entered?.undoable).toBe(true)
    const desk = await make('前台', 'front_desk')
    await signIn(desk.id)
    const patch = { health: '无' }
    expect((await refusal(client.guests.update({ id: guest.id, revision: 1, patch }))).code).toBe('FORBIDDEN')
    const { guest: taken } = await client.guests.update({ id: guest.id, revision: 1, patch: { consentOn: null } })
    expect(taken).toMatchObject({ hasSensitive: false, consentBy: '' })
  })

  it('make wrong tries wait, longer each time, and a right one in time forgets them', async () => {
    const { id } = await make('协调', 'coordinator', '1357')
    expect((await refusal(signIn(id, '0000'))).data).toEqual({ triesLeft: 2 })
    expect((await refusal(signIn(id, '0000'))).data).toEqual({ triesLeft: 1 })
    await signIn(id, '1357')
    for (const tries of [2, 1]) expect((await refusal(signIn(id, 'x'))).data).toEqual({ triesLeft: tries })
    expect(await refusal(signIn(id, 'x'))).toEqual({ code: 'WAIT', data: { seconds: 30 } })
    expect((await refusal(signIn(id, '1357'))).code).toBe('WAIT')
    later(31)
    expect(await refusal(signIn(id, 'x'))).toEqual({ code: 'WAIT', data: { seconds: 60 } })
    later(61)
    expect((await signIn(id, '1357')).account.name).toBe('协调')
  })

  it('lock after the set minutes without a touch, and by hand; a desk without a secret does not', async () => {
    later(3600)
    expect((await client.accounts.desk()).locked).toBe(false)
    const { id } = await make('协调', 'coordinator', '1357')
    await signIn(id, '1357')
    later(9 * 60)
    await client.accounts.touch()
    later(9 * 60)
    expect((await client.accounts.desk()).locked).toBe(false)
    later(61)
    expect(await client.accounts.desk()).toMatchObject({ locked: true, account: { name: '协调' } })
    expect((await refusal(client.today.get({ day: DAY }))).code).toBe('LOCKED')
    await signIn(id, '1357')
    await client.accounts.lock()
    expect(
      (
        await refusal(
          client.visits.list({
            text: '',
            statuses: [],
            grades: [],
            sort: 'title',
            descending: false,
            offset: 0,
            limit: 1,
          }),
        )
      ).code,
    ).toBe('LOCKED')
  })

  it('keep no secret in the file, in no list and in no history', async () => {
    const { id } = await make('协调', 'coordinator', 'geheim-1357')
    await client.accounts.setSecret({ id, old: '', secret: 'anders-2468' })
    const { db } = office.host.context
    const everything = JSON.stringify([
      await db.selectFrom('account').selectAll().execute(),
      await db.selectFrom('accountSecret').selectAll().execute(),
      await db.selectFrom('changeLog').selectAll().execute(),
      await client.accounts.list(),
    ])
    expect(everything).not.toMatch(/geheim|anders/)
    await signIn(id, 'anders-2468')
    expect((await refusal(client.accounts.setSecret({ id, old: 'falsch', secret: null }))).code).toBe('WRONG_SECRET')
    await client.accounts.setSecret({ id, old: 'anders-2468', secret: null })
    expect((await client.accounts.desk()).account?.hasSecret).toBe(false)
  })

  it('keep one administrator, and no two of one name', async () => {
    const [first] = await client.accounts.list()
    const id = first?.id ?? ''
    expect((await refusal(client.accounts.remove({ id }))).data).toEqual({ reason: 'lastAdministrator' })
    expect((await refusal(client.accounts.update({ id, revision: 1, patch: { role: 'approver' } }))).data).toEqual({
      reason: 'lastAdministrator',
    })
    const other = await make('协调', 'coordinator')
    expect((await refusal(make('协调', 'approver'))).data).toEqual({ reason: 'accountNameTaken' })
    await client.accounts.update({ id: other.id, revision: 1, patch: { role: 'administrator' } })
    await client.accounts.remove({ id })
    expect((await client.accounts.desk()).account).toBeNull()
  })

  it('a step that names an account is decided by that one only', async () => {
    const head = await make('部长', 'approver')
    const another = await make('别的审批人', 'approver')
    const { revision, ...rules } = await client.rules.get()
    const grades = { ...rules.grades, B: { ...rules.grades.B, chain: [{ title: '部长', accountId: head.id }] } }
    await client.rules.update({ revision, patch: { grades } })
    expect((await refusal(client.rules.update({ revision, patch: { grades } }))).code).toBe('STALE')
    const { visit } = await aPlan('B')
    await submitted(client, visit.id)
    await signIn(another.id)
    expect((await refusal(decide(visit.id, 'approved'))).code).toBe('FORBIDDEN')
    await signIn(head.id)
    await decide(visit.id, 'approved')
    expect((await versions(visit.id))[0]?.decisions[0]?.person).toBe('部长')
  })
})
