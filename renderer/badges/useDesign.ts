import { useCallback, useReducer } from 'react'
import type { BadgeDesign, DesignElement, Face } from '../../shared/domain/papers/badgeDesign.ts'

interface State {
  design: BadgeDesign
  past: BadgeDesign[]
  future: BadgeDesign[]
  /** What is being done: steps of one deed (a drag, keys on one field) are undone together. */
  deed: string
}

type Step =
  | { kind: 'set'; design: BadgeDesign; deed: string }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'load'; design: BadgeDesign }

const MOST_STEPS = 200

function next(state: State, step: Step): State {
  switch (step.kind) {
    case 'load':
      return { design: step.design, past: [], future: [], deed: '' }
    case 'set': {
      if (step.design === state.design) return state
      const same = step.deed !== '' && step.deed === state.deed
      return {
        design: step.design,
        past: same ? state.past : [...state.past, state.design].slice(-MOST_STEPS),
        future: [],
        deed: step.deed,
      }
    }
    case 'undo': {
      const before = state.past.at(-1)
      if (!before) return state
      return { design: before, past: state.past.slice(0, -1), future: [state.design, ...state.future], deed: '' }
    }
    case 'redo': {
      const [after, ...future] = state.future
      if (!after) return state
      return { design: after, past: [...state.past, state.design], future, deed: '' }
    }
  }
}

export type Side = 'front' | 'back'

/** Changes the selected element; what goes on under one name is one step of undoing. */
export type SetElement<E> = (patch: Partial<E>, deed?: string) => void

/** A design while it is drawn, with every step back and forth. */
export function useDesign(first: BadgeDesign) {
  const [state, step] = useReducer(next, { design: first, past: [], future: [], deed: '' })
  const { design } = state
  const set = useCallback((changed: BadgeDesign, deed = '') => step({ kind: 'set', design: changed, deed }), [])
  const setFace = (side: Side, face: Face, deed = '') => set({ ...design, [side]: face }, deed)
  const faceOf = (side: Side): Face => design[side] ?? EMPTY_FACE
  return {
    design,
    set,
    setFace,
    setElement: (side: Side, id: string, patch: Partial<DesignElement>, deed = '') =>
      setFace(
        side,
        {
          ...faceOf(side),
          elements: faceOf(side).elements.map(each =>
            each.id === id ? ({ ...each, ...patch } as DesignElement) : each,
          ),
        },
        deed,
      ),
    add: (side: Side, element: DesignElement) =>
      setFace(side, { ...faceOf(side), elements: [...faceOf(side).elements, element] }),
    remove: (side: Side, id: string) =>
      setFace(side, { ...faceOf(side), elements: faceOf(side).elements.filter(each => each.id !== id) }),
    /** Up or down among the layers, by so many places. */
    raise: (side: Side, id: string, by: number) => {
      const elements = [...faceOf(side).elements]
      const at = elements.findIndex(each => each.id === id)
      const to = Math.min(elements.length - 1, Math.max(0, at + by))
      const [element] = elements.splice(at, 1)
      if (element) elements.splice(to, 0, element)
      setFace(side, { ...faceOf(side), elements })
    },
    load: useCallback((loaded: BadgeDesign) => step({ kind: 'load', design: loaded }), []),
    undo: useCallback(() => step({ kind: 'undo' }), []),
    redo: useCallback(() => step({ kind: 'redo' }), []),
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
  }
}
export type Drawing = ReturnType<typeof useDesign>

export const EMPTY_FACE: Face = { color: '#ffffff', image: '', elements: [] }
