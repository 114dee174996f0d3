import { Worker } from 'node:worker_threads'

/** A thread that came to no answer: it took too long, wanted more memory than it may have, or broke. */
export class ThreadEnded extends Error {
  override name = 'ThreadEnded'
  readonly reason: 'time' | 'memory' | 'broken'
  constructor(reason: 'time' | 'memory' | 'broken', options?: ErrorOptions) {
    super(`A thread ended: ${reason}`, options)
    this.reason = reason
  }
}

export interface ThreadOptions {
  /** The worker's file. */
  file: URL
  /** Longest that one job may take, ms. */
  patience: number
  /** Most jobs at a time; the others wait their turn, which does not count as theirs. */
  most: number
  /** Most memory of the thread's own objects, MB. */
  memory: number
}

/**
 * Work beside the event loop, one job and one answer a message. A thread that has finished is kept for the next job, since most of a
 * small job would be its start; one that does not end is ended, without harm to the others.
 * @throws ThreadEnded
 */
export function threads<Job, Answer>(options: ThreadOptions): (job: Job) => Promise<Answer> {
  let idle: Worker | null = null
  let busy = 0
  const waiting: (() => void)[] = []

  return async job => {
    if (busy >= options.most) await new Promise<void>(resolve => waiting.push(resolve))
    else busy++
    try {
      const worker = idle ?? start(options)
      idle = null
      worker.ref()
      const answer = (await answerOf(worker, job, options.patience)) as Answer
      if (idle) void worker.terminate()
      else idle = worker
      // The program may end while it waits.
      worker.unref()
      return answer
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}

const start = (options: ThreadOptions): Worker =>
  new Worker(options.file, { resourceLimits: { maxOldGenerationSizeMb: options.memory, maxYoungGenerationSizeMb: 32 } })

function answerOf(worker: Worker, job: unknown, patience: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    const end = (reason: ThreadEnded['reason'], cause?: unknown) =>
      settle(() => {
        // What it still has to say is heard by nobody, and harms nobody.
        worker.on('error', () => undefined)
        void worker.terminate()
        reject(new ThreadEnded(reason, { cause }))
      })
    const onMessage = (message: unknown) => settle(() => resolve(message))
    const onError = (error: unknown) =>
      end(Object(error).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken', error)
    const onExit = () => end('broken')
    const timer = setTimeout(() => end('time'), patience)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(job)
  })
}
