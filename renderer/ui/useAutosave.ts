import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { isKept } from '../base/reapproval.ts'
import { currentOf } from '../base/sentences.ts'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'refused'

export interface Autosave<Row, Patch> {
  /** The row as the person sees it: what is saved, with what is not yet saved on top. */
  shown: Row
  state: SaveState
  /** Why a field is not taken, as a key below `validation`. */
  invalid: Partial<Record<keyof Patch, string>>
  /** What the host said no to, until it is mended. */
  refusal: unknown
  /** Somebody else's version, while the person has to choose. */
  stale: { current: Row; mine: Partial<Patch> } | null
  change(patch: Partial<Patch>): void
  /** Saves at once what `change` would save after a pause. */
  flush(): void
  /** Changes and saves in one go: for choices that are complete when made. */
  put(patch: Partial<Patch>): void
  /** Throws what is not saved away. */
  revert(): void
  settle(choice: 'mine' | 'theirs'): void
}

interface Options<Row, Patch> {
  row: Row
  fields: z.ZodType<Partial<Patch>>
  save: (revision: number, patch: Partial<Patch>) => Promise<Row>
}

/** Pause after the last keystroke before a field is saved, ms. */
const PAUSE = 700

/**
 * Saves a row as it is entered: each field is checked against the contract, changes are sent one after the other, each naming the
 * revision it saw. What is refused stays on the screen, unsaved and said so. A newer version of somebody else is shown beside
 * one's own, and the person chooses.
 */
export function useAutosave<Row extends { id: string; revision: number }, Patch extends object>(
  options: Options<Row, Patch>,
): Autosave<Row, Patch> {
  const queries = useQueryClient()
  const latest = useRef(options)
  latest.current = options
  const base = useRef(options.row)
  // What a row is told with it (its room, its cars) may change while its own revision stays.
  const told = useRef(options.row)
  if (options.row !== told.current) {
    told.current = options.row
    if (options.row.id !== base.current.id || options.row.revision >= base.current.revision) base.current = options.row
  }
  const pending = useRef<Partial<Patch>>({})
  const saving = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [, redraw] = useState(0)
  const [state, setState] = useState<SaveState>('saved')
  const [invalid, setInvalid] = useState<Partial<Record<keyof Patch, string>>>({})
  const [refusal, setRefusal] = useState<unknown>(null)
  const [stale, setStale] = useState<{ current: Row; mine: Partial<Patch> } | null>(null)

  const send = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    if (saving.current || Object.keys(pending.current).length === 0) return
    const patch = validPart(latest.current.fields, pending.current)
    if (Object.keys(patch).length === 0) return
    saving.current = true
    let again = false
    setState('saving')
    try {
      const saved = await latest.current.save(base.current.revision, patch)
      base.current = saved
      pending.current = without(pending.current, patch)
      setRefusal(null)
      again = Object.keys(pending.current).length > 0
      setState(again ? 'unsaved' : 'saved')
      void queries.invalidateQueries()
    } catch (error) {
      if (isKept(error)) {
        // The person chose to keep what is: the row shows it again, and nothing is to be mended.
        pending.current = without(pending.current, patch)
        setRefusal(null)
        setState(Object.keys(pending.current).length > 0 ? 'unsaved' : 'saved')
        return
      }
      const current = currentOf(error)
      if (current && 'revision' in current) setStale({ current: current as Row, mine: patch })
      setRefusal(error)
      setState('refused')
    } finally {
      saving.current = false
      if (again) timer.current = setTimeout(() => void send(), PAUSE)
    }
  }, [queries])

  const change = useCallback(
    (patch: Partial<Patch>) => {
      pending.current = { ...pending.current, ...patch }
      setInvalid(invalidFields(latest.current.fields, pending.current))
      setState('unsaved')
      redraw(count => count + 1)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), PAUSE)
    },
    [send],
  )

  const flush = useCallback(() => void send(), [send])
  const put = useCallback(
    (patch: Partial<Patch>) => {
      change(patch)
      void send()
    },
    [change, send],
  )
  const revert = useCallback(() => {
    clearTimeout(timer.current)
    pending.current = {}
    setInvalid({})
    setRefusal(null)
    setStale(null)
    setState('saved')
  }, [])
  const settle = useCallback(
    (choice: 'mine' | 'theirs') => {
      if (!stale) return
      base.current = stale.current
      setStale(null)
      setRefusal(null)
      if (choice === 'mine') void send()
      else {
        revert()
        void queries.invalidateQueries()
      }
    },
    [stale, send, revert, queries],
  )

  // Whoever leaves the page has saved what was valid, and is asked to stay while something is not saved.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(pending.current).length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void send()
    }
  }, [send])

  return {
    shown: { ...base.current, ...pending.current },
    state,
    invalid,
    refusal,
    stale,
    change,
    flush,
    put,
    revert,
    settle,
  }
}

function invalidFields<Patch extends object>(
  fields: z.ZodType<Partial<Patch>>,
  patch: Partial<Patch>,
): Partial<Record<keyof Patch, string>> {
  const checked = fields.safeParse(patch)
  if (checked.success) return {}
  return Object.fromEntries(
    checked.error.issues.map(issue => [issue.path[0], /^[a-zA-Z]+$/.test(issue.message) ? issue.message : 'invalid']),
  ) as Partial<Record<keyof Patch, string>>
}

function validPart<Patch extends object>(fields: z.ZodType<Partial<Patch>>, patch: Partial<Patch>): Partial<Patch> {
  const wrong = invalidFields(fields, patch)
  return Object.fromEntries(Object.entries(patch).filter(([field]) => !(field in wrong))) as Partial<Patch>
}

/** What of `pending` is not `sent`, by field and value: a field typed on while it was saved stays. */
function without<Patch extends object>(pending: Partial<Patch>, sent: Partial<Patch>): Partial<Patch> {
  return Object.fromEntries(
    Object.entries(pending).filter(([field, value]) => !(field in sent) || sent[field as keyof Patch] !== value),
  ) as Partial<Patch>
}
