import fc from 'fast-check'

// `npm run verify:full` looks longer for a counterexample than a change has to wait for.
const runs = Number(process.env.PROPERTY_RUNS ?? 0)
if (runs > 0) fc.configureGlobal({ numRuns: runs })
