import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { problemsOf, resized, snapped, unknownPlaceholders } from '../../shared/domain/papers/badgeDesign.ts'
import { refusal } from '../support/builders.ts'
import { type Client, type TestOffice, testOffice } from '../support/office.ts'

let office: TestOffice
let client: Client
beforeEach(() => {
  office = testOffice()
  client = office.client
})
afterEach(() => office.close())

const asFile = (content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'design.json')

describe('badge designs', () => {
  it('five are there from the start; a change is a version that can be taken up again', async () => {
    const designs = await client.badges.list()
    expect(designs.map(design => design.name)).toEqual(['经典', '色带', '卡证', '会议', '吊牌'])
    const [first] = designs
    if (!first) throw new Error('There is none')
    const design = { ...first.design, front: { ...first.design.front, color: '#fff8e0' } }
    const { design: saved, actId } = await client.badges.update({ id: first.id, revision: 1, patch: { design } })
    expect(saved.number).toBe(2)
    expect((await client.badges.versions({ id: first.id })).map(version => version.number)).toEqual([2, 1])
    expect((await refusal(client.badges.update({ id: first.id, revision: 1, patch: { design } }))).code).toBe('STALE')
    await client.history.undo({ actId })
    expect((await client.badges.list())[0]?.design).toEqual(first.design)
  })

  it('leave as a file and come back under a name of their own', async () => {
    const [first] = await client.badges.list()
    const text = await (await office.get(`/exports/badge-design.json?design=${first?.id}`)).text()
    const { design } = await client.badges.importFile({ file: asFile(text) })
    expect([design.name, design.design]).toEqual(['经典 2', first?.design])
  })

  it('a bad or hostile file is refused with what is wrong and where, and nothing is kept', async () => {
    const [first] = await client.badges.list()
    const text = await (await office.get(`/exports/badge-design.json?design=${first?.id}`)).text()
    const reason = async (content: unknown) => (await refusal(client.badges.importFile({ file: asFile(content) }))).data
    const spoiled = (change: (file: Record<string, never> & { design: never }) => void) => {
      const file = JSON.parse(text)
      change(file)
      return file
    }
    type Loose = {
      design: { size: Record<string, number>; front: { image: string; elements: Record<string, unknown>[] } }
      format: number
    }
    const with_ = (change: (file: Loose) => void) => spoiled(change as never)
    const element = (file: Loose) => file.design.front.elements[4] ?? {}
    expect(await reason('{"a":')).toMatchObject({ reason: 'badDesign', detail: 'JSON' })
    expect(await reason({ yingbin: 'visit' })).toMatchObject({ reason: 'badDesign' })
    expect(await reason(with_(file => Object.assign(file, { format: 2 })))).toEqual({
      reason: 'newerFormat',
      detail: '2',
    })
    for (const [change, where] of [
      [(file: Loose) => Object.assign(element(file), { x: 80, width: 40 }), 'outside'],
      [(file: Loose) => Object.assign(element(file), { x: -5 }), 'x'],
      [(file: Loose) => Object.assign(element(file), { onclick: 'alert(1)' }), 'Unrecognized'],
      [(file: Loose) => Object.assign(element(file), { kind: 'script' }), 'kind'],
      [(file: Loose) => Object.assign(file.design.size, { width: 100000 }), 'size.width'],
      [(file: Loose) => Object.assign(file.design.front, { image: 'https://example.com/a.png' }), 'picture'],
      [(file: Loose) => Object.assign(file.design.front, { image: 'data:text/html;base64,PHNjcmlwdD4=' }), 'picture'],
      [(file: Loose) => Object.assign(file.design.front, { image: 'data:image/png;base64,PHNjcmlwdD4=' }), 'picture'],
      [
        (file: Loose) =>
          Object.assign(file.design.front, { image: `data:image/png;base64,iVBORw0KGgo${'A'.repeat(700_000)}` }),
        'image',
      ],
      [(file: Loose) => Object.assign(file.design.front, { color: 'url(javascript:alert(1))' }), 'color'],
      [
        (file: Loose) => file.design.front.elements.push(...Array.from({ length: 60 }, () => ({ ...element(file) }))),
        'elements',
      ],
      [
        (file: Loose) =>
          Object.assign(file.design.front.elements.find(each => each.kind === 'text') ?? {}, { text: '{phone}' }),
        'placeholder',
      ],
    ] as const) {
      const answer = await reason(with_(change as never))
      expect([where, answer.reason, String(answer.detail).includes(where)]).toEqual([where, 'badDesign', true])
    }
    expect(await client.badges.list()).toHaveLength(5)
  })

  it('keep everything inside on any other size, and know what they cannot name', async () => {
    for (const { design } of await client.badges.list())
      for (const size of [
        { width: 60, height: 40 },
        { width: 105, height: 148 },
        { width: 200, height: 90 },
      ])
        expect(problemsOf(resized(design, size)).filter(problem => problem.code === 'outside')).toEqual([])
    expect(unknownPlaceholders('{name} {phone} {health}')).toEqual(['phone', 'health'])
  })

  it('a dragged box is caught by the middle, the edges and the others, within reach only', () => {
    const size = { width: 90, height: 54 }
    const box = { x: 24.4, y: 10.26, width: 40, height: 8 }
    expect(snapped(box, [], size, 1)).toMatchObject({ x: 25, guidesX: [45] })
    expect(snapped(box, [{ x: 5, y: 10, width: 10, height: 5 }], size, 1)).toMatchObject({ y: 10, guidesY: [10] })
    expect(snapped(box, [], size, 0.1)).toMatchObject({ x: 24.4, y: 10.3, guidesX: [] })
  })
})
