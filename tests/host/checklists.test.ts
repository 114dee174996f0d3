import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anItem, aVisit, refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const DAY = '2026-12-01'

describe('a checklist', () => {
  it('is made once, follows the itinerary, and keeps what is done', async () => {
    const visit = await aVisit(client, { startsOn: DAY, grade: 'B' })
    const item = await anItem(client, visit, { kind: 'tour', from: '09:00', until: '10:00' })
    const { added } = await client.checklists.make({ visitId: visit.id })
    const tasks = async () =>
      (await client.checklists.list({ visitId: visit.id })).filter(task => task.itemId !== null || task.retired)
    expect(added).toBeGreaterThan(10)
    expect((await client.checklists.make({ visitId: visit.id })).added).toBe(0)
    const [route, gear] = await tasks()
    expect(route).toMatchObject({ title: '走一遍参观路线', dueAt: '2026-11-30T09:00', person: '李明' })
    await client.checklists.tick({ id: route?.id ?? '', done: true })

    await anItem(client, visit, { kind: 'dining', from: '12:00', until: '13:00' })
    expect((await tasks()).map(task => task.title)).toContain('向餐厅确认菜单、人数和忌口')
    const { actId } = await client.itinerary.remove({ ids: [item.id] })
    const after = await client.checklists.list({ visitId: visit.id })
    expect(after.find(task => task.id === route?.id)).toMatchObject({ doneBy: '测试员', retired: false, itemId: null })
    expect(after.find(task => task.id === gear?.id)).toMatchObject({ retired: true })
    await client.history.undo({ actId })
    expect((await tasks()).find(task => task.id === gear?.id)).toMatchObject({ retired: false, itemId: item.id })
  })

  it('leaves out what was dropped, takes tasks of one’s own, and follows a move unless the time was set by hand', async () => {
    const visit = await aVisit(client, { startsOn: DAY })
    await client.checklists.make({ visitId: visit.id })
    const [first, second] = await client.checklists.list({ visitId: visit.id })
    await client.checklists.remove({ ids: [first?.id ?? ''] })
    await client.checklists.update({ id: second?.id ?? '', revision: 1, patch: { dueAt: '2026-11-28T10:00' } })
    const own = (await client.checklists.add({ visitId: visit.id, line: { title: '订花' } })).line
    await client.visits.move({ id: visit.id, startsOn: '2026-12-08' })
    const tasks = await client.checklists.list({ visitId: visit.id })
    expect(tasks.some(task => task.id === first?.id)).toBe(false)
    expect(tasks.find(task => task.id === second?.id)?.dueAt).toBe('2026-11-28T10:00')
    expect(tasks.find(task => task.title === '打印并核对胸牌')?.dueAt).toBe('2026-12-07T09:00')
    await client.checklists.remove({ ids: [own.id] })
  })

  it('keeps copies of files with its tasks, and tells Today what is overdue', async () => {
    const visit = await aVisit(client)
    const { line } = await client.checklists.add({
      visitId: visit.id,
      line: { title: '订花', dueAt: '2026-11-22T10:00', person: '李明' },
    })
    const file = new File(['报价'], '报价单.txt')
    const { attachment } = await client.checklists.attach({ taskId: line.id, file })
    const answer = await office.get(`/attachments/${attachment.id}`)
    expect(await answer.text()).toBe('报价')
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('报价单.txt'))
    expect((await refusal(client.checklists.attach({ taskId: line.id, file: new File([], 'x.txt') }))).code).toBe(
      'BAD_FILE',
    )
    expect((await client.today.get({ day: '2026-11-23' })).tasks).toMatchObject([{ title: '订花', person: '李明' }])
    await client.checklists.tick({ id: line.id, done: true })
    expect((await client.today.get({ day: '2026-11-23' })).tasks).toEqual([])
    await client.checklists.detach({ attachmentId: attachment.id })
    expect((await client.checklists.list({ visitId: visit.id }))[0]?.attachments).toEqual([])
  })
})
