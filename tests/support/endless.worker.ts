import { parentPort } from 'node:worker_threads'

/** A worker that behaves as it is told: as badly as a file can make one. */
parentPort?.on('message', (how: string) => {
  const kept: object[] = []
  if (how === 'endless') for (;;) kept.length = 0
  if (how === 'hungry') for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })))
  if (how === 'broken') process.exit(1)
  parentPort?.postMessage(how)
})
