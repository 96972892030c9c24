import type { HttpExchange } from '@/core/http'
import type { CheckEnd } from './provider'
import { stageNames } from './verdict'
import type { Finding, Reason, Stage } from './verdict'

type State = Stage['state']
type States = readonly [reach: State, authenticate: State, permissions: State, models: State]

const notReached: States = ['failed', 'skipped', 'skipped', 'skipped']
const notRecognized: States = ['passed', 'unknown', 'skipped', 'skipped']
const refused: States = ['passed', 'failed', 'skipped', 'skipped']

const byReason: Partial<Record<Reason, States>> = {
  rate_limited: ['passed', 'passed', 'unknown', 'unknown'],
  trial_key: ['passed', 'passed', 'warned', 'unknown'],
  models_not_listed: ['passed', 'passed', 'warned', 'warned'],
  options_wrong: ['passed', 'passed', 'unknown', 'failed'],
  model_access: ['passed', 'passed', 'passed', 'failed'],
  keys_not_checked: ['passed', 'warned', 'passed', 'unknown'],
}

function statesOf({ outcome, reason, usable }: Finding, isReached: boolean): States {
  if (reason === 'blocked_address' || (!isReached && outcome !== 'untested' && reason !== 'malformed'))
    return notReached
  if (outcome === 'untested' || !isReached) return ['skipped', 'skipped', 'skipped', 'skipped']
  if (outcome === 'unreachable') return notReached
  if (reason === 'redirected' || reason === 'not_the_api') return ['warned', 'unknown', 'skipped', 'skipped']
  if (reason !== 'keys_not_checked' && outcome === 'inconclusive') return notRecognized
  if (outcome === 'invalid') return refused
  return (
    byReason[reason] ?? [
      'passed',
      'passed',
      outcome === 'valid' ? 'passed' : usable ? 'warned' : 'failed',
      'unknown',
    ]
  )
}

/**
 * The four questions of a check, answered from its exchanges and its end. Times add up: each is how long after the
 * start its answer was known; null where no answer of it came.
 */
export function stagesOf(end: CheckEnd, exchanges: readonly HttpExchange[]): Stage[] {
  const states = [
    ...statesOf(
      end,
      exchanges.some(({ result }) => result.ok),
    ),
  ]
  if (end.models && states[3] === 'unknown') states[3] = end.models.length > 0 ? 'passed' : 'warned'
  const first = exchanges[0]?.latencyMs ?? null
  const total = exchanges.length > 0 ? exchanges.reduce((sum, { latencyMs }) => sum + latencyMs, 0) : null
  return stageNames.map((name, index) => {
    const state = states[index] ?? 'skipped'
    const isAnswered = state !== 'skipped' && state !== 'unknown'
    const latencyMs = isAnswered ? (index < 2 ? first : total) : null
    return { name, state, latencyMs: latencyMs === null ? null : Math.round(latencyMs) }
  })
}
