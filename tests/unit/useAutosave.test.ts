import { ORPCError } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { useAutosave } from '../../renderer/ui/useAutosave.ts'
import { hooked } from '../support/hooks.ts'

interface Row {
  id: string
  revision: number
  title: string
  notes: string
}
type Patch = Pick<Row, 'title' | 'notes'>

const ROW: Row = { id: 'a', revision: 1, title: '来访', notes: '' }
const fields = z.object({ title: z.string().min(1, 'required'), notes: z.string().max(20) }).partial() as z.ZodType<
  Partial<Patch>
>
const PAUSE = 700

/** A host that is asked and answers when the test says so. */
class FakeHost {
  asked: { revision: number; patch: Partial<Patch>; answer: (row: Row) => void; refuse: (error: unknown) => void }[] =
    []
  save = (revision: number, patch: Partial<Patch>) =>
    new Promise<Row>((answer, refuse) => {
      this.asked.push({ revision, patch, answer, refuse })
    })
  get patches() {
    return this.asked.map(({ revision, patch }) => ({ revision, patch }))
  }
  get last() {
    const last = this.asked.at(-1)
    if (!last) throw new Error('Nothing was saved')
    return last
  }
}

async function autosaving(row: Row = ROW) {
  const host = new FakeHost()
  const queries = new QueryClient()
  const use = ({ row: given }: { row: Row }) => useAutosave<Row, Patch>({ row: given, fields, save: host.save })
  const hook = await hooked(use, { row }, inner => createElement(QueryClientProvider, { client: queries }, inner))
  const wait = (ms: number) => hook.doing(() => vi.advanceTimersByTimeAsync(ms))
  return { host, hook, wait }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a field that saves itself', () => {
  it('shows at once what is typed, saves it after a pause, and then stands as saved', async () => {
    const { host, hook, wait } = await autosaving()
    expect(hook.now.state).toBe('saved')
    await hook.doing(() => hook.now.change({ title: '新' }))
    expect([hook.now.shown.title, hook.now.state]).toEqual(['新', 'unsaved'])
    await wait(PAUSE - 1)
    expect(host.asked).toEqual([])
    await wait(1)
    expect(host.patches).toEqual([{ revision: 1, patch: { title: '新' } }])
    expect(hook.now.state).toBe('saving')
    await hook.doing(() => host.last.answer({ ...ROW, revision: 2, title: '新' }))
    expect([hook.now.state, hook.now.shown.revision]).toEqual(['saved', 2])
  })

  it('counts the pause from the last key, and sends what was typed in one go', async () => {
    const { host, hook, wait } = await autosaving()
    await hook.doing(() => hook.now.change({ title: '新' }))
    await wait(PAUSE - 100)
    await hook.doing(() => hook.now.change({ notes: '记' }))
    await wait(PAUSE - 100)
    expect(host.asked).toEqual([])
    await wait(100)
    expect(host.patches).toEqual([{ revision: 1, patch: { title: '新', notes: '记' } }])
  })

  it('saves a choice, or what is typed when the field is left, without a pause', async () => {
    const { host, hook } = await autosaving()
    await hook.doing(() => hook.now.put({ notes: '选' }))
    await hook.doing(() => host.last.answer({ ...ROW, revision: 2, notes: '选' }))
    await hook.doing(() => hook.now.change({ title: '新' }))
    await hook.doing(() => hook.now.flush())
    expect(host.patches).toEqual([
      { revision: 1, patch: { notes: '选' } },
      { revision: 2, patch: { title: '新' } },
    ])
  })

  it('keeps what is typed while a save is under way, and sends it afterwards with the new revision', async () => {
    const { host, hook, wait } = await autosaving()
    await hook.doing(() => hook.now.put({ title: '一' }))
    await hook.doing(() => hook.now.put({ title: '一二' }))
    expect(host.asked).toHaveLength(1)
    await hook.doing(() => host.last.answer({ ...ROW, revision: 2, title: '一' }))
    expect([hook.now.shown.title, hook.now.state]).toEqual(['一二', 'unsaved'])
    await wait(PAUSE)
    expect(host.patches.at(-1)).toEqual({ revision: 2, patch: { title: '一二' } })
    await hook.doing(() => host.last.answer({ ...ROW, revision: 3, title: '一二' }))
    expect([hook.now.shown.title, hook.now.state]).toEqual(['一二', 'saved'])
  })

  it('sends nothing when there is nothing to send', async () => {
    const { host, hook, wait } = await autosaving()
    await hook.doing(() => hook.now.flush())
    await wait(PAUSE * 3)
    expect(host.asked).toEqual([])
  })
})

describe('what cannot be taken', () => {
  it('is said field by field and never sent; the rest is saved, and it stays to be mended', async () => {
    const { host, hook, wait } = await autosaving()
    await hook.doing(() => hook.now.change({ title: '' }))
    await hook.doing(() => hook.now.change({ notes: '记' }))
    expect(hook.now.invalid).toEqual({ title: 'required' })
    await wait(PAUSE)
    expect(host.patches).toEqual([{ revision: 1, patch: { notes: '记' } }])
    await hook.doing(() => host.last.answer({ ...ROW, revision: 2, notes: '记' }))
    expect([hook.now.shown.title, hook.now.state]).toEqual(['', 'unsaved'])
    await wait(PAUSE * 2)
    expect(host.asked).toHaveLength(1)
    await hook.doing(() => hook.now.put({ title: '好' }))
    expect(hook.now.invalid).toEqual({})
    expect(host.patches.at(-1)).toEqual({ revision: 2, patch: { title: '好' } })
  })

  it('is kept on the screen when the host refuses it, with the reason, and tried again with the next change', async () => {
    const { host, hook } = await autosaving()
    const reason = Object.assign(new Error('refused'), { code: 'REFUSED' })
    await hook.doing(() => hook.now.put({ title: '新' }))
    await hook.doing(() => host.last.refuse(reason))
    expect([hook.now.shown.title, hook.now.state, hook.now.refusal]).toEqual(['新', 'refused', reason])
    await hook.doing(() => hook.now.put({ notes: '原因' }))
    expect(host.patches.at(-1)).toEqual({ revision: 1, patch: { title: '新', notes: '原因' } })
    await hook.doing(() => host.last.answer({ ...ROW, revision: 2, title: '新', notes: '原因' }))
    expect([hook.now.state, hook.now.refusal]).toEqual(['saved', null])
  })

  it('is thrown away by undo, and nothing of it is sent later', async () => {
    const { host, hook, wait } = await autosaving()
    await hook.doing(() => hook.now.change({ title: '' }))
    await hook.doing(() => hook.now.revert())
    expect([hook.now.shown.title, hook.now.state, hook.now.invalid]).toEqual(['来访', 'saved', {}])
    await wait(PAUSE * 2)
    expect(host.asked).toEqual([])
  })
})

describe('a row that somebody else changed', () => {
  const theirs: Row = { ...ROW, revision: 5, title: '别人的' }
  const stale = async () => {
    const made = await autosaving()
    await made.hook.doing(() => made.hook.now.put({ title: '我的' }))
    await made.hook.doing(() =>
      made.host.last.refuse(
        new ORPCError('STALE', { defined: true, data: { entity: 'visit', id: theirs.id, current: theirs } }),
      ),
    )
    return made
  }

  it('is shown beside one’s own, and nothing is overwritten meanwhile', async () => {
    const { host, hook, wait } = await stale()
    expect(hook.now.stale).toEqual({ current: theirs, mine: { title: '我的' } })
    expect(hook.now.shown.title).toBe('我的')
    await wait(PAUSE * 2)
    expect(host.asked).toHaveLength(1)
  })

  it('gives way to one’s own, sent with the revision that was seen', async () => {
    const { host, hook } = await stale()
    await hook.doing(() => hook.now.settle('mine'))
    expect(hook.now.stale).toBeNull()
    expect(host.patches.at(-1)).toEqual({ revision: 5, patch: { title: '我的' } })
  })

  it('stands as they left it when theirs is chosen', async () => {
    const { host, hook, wait } = await stale()
    await hook.doing(() => hook.now.settle('theirs'))
    expect([hook.now.shown.title, hook.now.state, hook.now.stale]).toEqual(['别人的', 'saved', null])
    await wait(PAUSE * 2)
    expect(host.asked).toHaveLength(1)
  })

  it('is taken from the host while nothing is typed; what is typed stays on top; an older one is not taken', async () => {
    const { hook } = await autosaving()
    await hook.doing(() => hook.now.change({ notes: '记' }))
    await hook.render({ row: theirs })
    expect(hook.now.shown).toMatchObject({ revision: 5, title: '别人的', notes: '记' })
    await hook.render({ row: { ...ROW } })
    expect(hook.now.shown.title).toBe('别人的')
  })
})

describe('whoever leaves', () => {
  it('the page has saved what was typed', async () => {
    const { host, hook } = await autosaving()
    await hook.doing(() => hook.now.change({ title: '新' }))
    await hook.unmount()
    expect(host.patches).toEqual([{ revision: 1, patch: { title: '新' } }])
  })

  it('the window is asked to stay while something is not saved, and only then', async () => {
    const { hook } = await autosaving()
    const leaving = () => {
      const event = new Event('beforeunload', { cancelable: true })
      hook.window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(leaving()).toBe(false)
    await hook.doing(() => hook.now.change({ title: '新' }))
    expect(leaving()).toBe(true)
  })
})
