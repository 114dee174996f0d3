import { useSyncExternalStore } from 'react'
import type { Desktop, PrintOrder } from '../../shared/contract/desktop.ts'

declare global {
  interface Window {
    /** There only where the application runs as a desktop program. */
    desktop?: Desktop
  }
}

/** Something that is printed without a dialog. */
export interface PrintJob {
  id: number
  title: string
  order: PrintOrder
  state: 'waiting' | 'printing' | 'done' | 'failed'
  /** What the printer said. */
  reason: string
  /** Once it is on paper. */
  onPrinted: () => void
}

let jobs: readonly PrintJob[] = []
let last = 0
let running = false
const listeners = new Set<() => void>()

function change(next: readonly PrintJob[]): void {
  jobs = next
  for (const listener of listeners) listener()
}

const patch = (id: number, fields: Partial<PrintJob>) =>
  change(jobs.map(job => (job.id === id ? { ...job, ...fields } : job)))

/** Puts a job at the end of the queue. */
export function enqueue(job: Pick<PrintJob, 'title' | 'order' | 'onPrinted'>): void {
  last += 1
  change([...jobs, { ...job, id: last, state: 'waiting', reason: '' }])
  void work()
}

/** Tries a failed job again, after those that wait. */
export function retry(id: number): void {
  patch(id, { state: 'waiting', reason: '' })
  void work()
}

/** Takes a job that is not being printed off the list. */
export const dismiss = (id: number): void => change(jobs.filter(job => job.id !== id || job.state === 'printing'))

/** Prints one job after the other; what is done goes from the list after a while, what failed stays until it is dealt with. */
async function work(): Promise<void> {
  if (running) return
  running = true
  try {
    for (;;) {
      const job = jobs.find(each => each.state === 'waiting')
      if (!job || !window.desktop) return
      patch(job.id, { state: 'printing' })
      const { ok, reason } = await window.desktop
        .print(job.order)
        .catch(error => ({ ok: false, reason: String(error) }))
      patch(job.id, ok ? { state: 'done' } : { state: 'failed', reason })
      if (!ok) continue
      job.onPrinted()
      setTimeout(() => dismiss(job.id), 6000)
    }
  } finally {
    running = false
  }
}

export const usePrintJobs = (): readonly PrintJob[] =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => jobs,
  )
