import fc from 'fast-check'

/** Properties try the same cases every time, so that a change is what makes a test fail. `SEED=7` or `SEED=random` tries others. */
const { SEED } = process.env
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 20_261_124) })
