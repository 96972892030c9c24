import { useRef, useState } from 'react'
import { announce } from '@/components/ui/live-region'
import { readFailure, type Failure } from '@/trpc/failure'
import { useTRPCClient } from '@/trpc/client'
import { maxBulkIds } from '../provider-key'
import type { ProviderKeyView } from '../schema'
import { verdictWords } from '../verdict-words'
import { runWords, type BulkDeed, type BulkResult, type BulkRun } from './bulk-deeds'
import { spokenName } from './provider-of'
import { inPieces, runAtOnce } from './run-at-once'
import { useKeyCache } from './use-key-cache'

/** Tests under way at one time; the budget for tests counts each. */
const testsAtOnce = 5

export type Test = (key: ProviderKeyView) => Promise<ProviderKeyView | Failure>
type Report = (...results: BulkResult[]) => void

/** One deed on many keys, with progress and a result for each. */
export function useBulk(test: Test) {
  const client = useTRPCClient()
  const cache = useKeyCache()
  const [run, setRun] = useState<BulkRun | null>(null)
  const stopper = useRef<AbortController | null>(null)

  const sendMany = async (deed: Exclude<BulkDeed, 'test'>, keys: readonly ProviderKeyView[]) => {
    const input = { organizationId: keys[0]?.organizationId ?? '', ids: keys.map(({ id }) => id) }
    if (deed === 'delete') return client.providerKeys.deleteMany.mutate(input)
    return client.providerKeys.updateStatusMany.mutate({
      ...input,
      status: deed === 'activate' ? 'active' : 'inactive',
    })
  }
  const changeMany =
    (deed: Exclude<BulkDeed, 'test'>, report: Report) => async (keys: readonly ProviderKeyView[]) => {
      const { results } = await sendMany(deed, keys).catch((error) => refusedAll(keys, readFailure(error)))
      const byId = new Map(results.map((each) => [each.id, each]))
      report(...keys.map((key) => changeResult(deed, key, byId.get(key.id))))
    }

  const start = async (deed: BulkDeed, keys: readonly ProviderKeyView[]) => {
    const stop = (stopper.current = new AbortController())
    let current: BulkRun = { deed, total: keys.length, results: [], isRunning: true, waitsUntil: null }
    const report: Report = (...results) =>
      setRun((current = { ...current, results: [...current.results, ...results] }))
    report()
    const wait = (until: number | null) => setRun((current = { ...current, waitsUntil: until }))
    if (deed === 'test')
      await runAtOnce(
        keys,
        testsAtOnce,
        async (key) => {
          const tested = await testInBudget(() => test(key), wait, stop.signal)
          if (tested) report(testResult(key, tested))
        },
        stop.signal,
      )
    else await runAtOnce(inPieces(keys, maxBulkIds), 1, changeMany(deed, report), stop.signal)
    setRun((current = { ...current, isRunning: false }))
    announce(runWords(current))
    await cache.refresh()
    return current.results
  }

  return { run, start, stop: () => stopper.current?.abort(), dismiss: () => setRun(null) }
}

const defaultWaitSeconds = 30

/** The budget of tests per minute may run out in between: then it waits and goes on. Null: stopped while waiting. */
async function testInBudget(
  test: () => ReturnType<Test>,
  wait: (until: number | null) => void,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<Test>> | null> {
  const tested = await test()
  if (!('message' in tested) || tested.code !== 'TOO_MANY_REQUESTS') return tested
  if (signal.aborted) return null
  const ms = 1000 * (tested.retryAfterSeconds ?? defaultWaitSeconds)
  wait(Date.now() + ms)
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
  wait(null)
  return signal.aborted ? null : testInBudget(test, wait, signal)
}

interface OneResult {
  id: string
  ok: boolean
  message: string | null
}

const refusedAll = (keys: readonly ProviderKeyView[], { message }: Failure): { results: OneResult[] } => ({
  results: keys.map(({ id }) => ({ id, ok: false, message })),
})

const changed = { activate: 'On', deactivate: 'Off', delete: 'Deleted' } as const

function changeResult(
  deed: keyof typeof changed,
  { id, label }: ProviderKeyView,
  result?: OneResult,
): BulkResult {
  if (result?.ok) return { id, label, ok: true, glyph: 'valid', words: changed[deed] }
  return { id, label, ok: false, glyph: 'invalid', words: result?.message ?? 'No answer for this key.' }
}

function testResult({ id, label }: ProviderKeyView, tested: ProviderKeyView | Failure): BulkResult {
  if ('message' in tested) return { id, label, ok: false, glyph: 'untested', words: tested.message }
  const check = tested.lastCheck ?? tested.verdict
  const { word, summary } = verdictWords(check, spokenName(tested))
  return { id, label, ok: true, glyph: check.outcome, words: `${word}: ${summary}` }
}
