import { beforeEach, describe, expect, it } from 'vitest'
import { answered, forgetActs, nextStep, remember, stepped, underWay } from '../../renderer/base/undoing.ts'

describe('the steps back of a window', () => {
  beforeEach(forgetActs)

  it('wait for what the host has not answered yet, refused or not', async () => {
    const host = Promise.withResolvers<string>()
    void underWay(host.promise.then(remember))
    void underWay(Promise.reject(new Error('refused'))).catch(() => undefined)
    const step = answered().then(() => nextStep('back'))
    host.resolve('edit')
    expect(await step).toBe('edit')
  })

  it('go back and again over the same act, and a new act ends what could be done again', () => {
    remember('first')
    remember('second')
    stepped('back', 'second', 'undo of second')
    expect([nextStep('back'), nextStep('again')]).toEqual(['first', 'undo of second'])
    stepped('again', 'undo of second', 'second again')
    expect([nextStep('back'), nextStep('again')]).toEqual(['second again', undefined])
    stepped('back', 'second again', 'undo')
    remember('third')
    expect(nextStep('again')).toBeUndefined()
  })
})
