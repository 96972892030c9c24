import type { HttpExchange, HttpRequest } from '@/core/http'
import type { CheckEnd, CheckStep, Credential, Provider } from '@/providers/provider'
import type { Finding, Verdict } from '@/providers/verdict'
import { stagesOf } from '@/providers/check-stages'
import type { Deps } from '@/server/deps'
import { accessTokenIn, findTokenExchange, keepTokenExchange } from './access-tokens'
import { checkDeadlineMs, startCheckBudget } from './check-budget'
import type { CheckBudget } from './check-budget'
import { createEchoFilter } from './echo-filter'
import type { EchoFilter } from './echo-filter'
import { modelIds, requestIdOf } from './provider-texts'

export interface CheckResult {
  verdict: Verdict
  /** Ids that the provider listed; null when it listed none. */
  models: string[] | null
}

export interface CheckSubject {
  provider: Provider
  credential: Credential
  /** The stored version that the secret comes from; null for a draft. */
  versionId: string | null
}

interface Check extends CheckSubject {
  budget: CheckBudget
  echo: EchoFilter
  now: Date
  log: Deps['log']
}

const ranOut: Record<'time' | 'requests', Finding> = {
  time: {
    outcome: 'unreachable',
    reason: 'no_answer',
    params: { seconds: checkDeadlineMs / 1000 },
    usable: false,
  },
  requests: { outcome: 'inconclusive', reason: 'no_answer', params: {}, usable: false },
}
const notUnderstood: Finding = { outcome: 'inconclusive', reason: 'not_the_api', params: {}, usable: false }

/** Runs one check, from the provider's first question to its finding. The only function that does; never throws. */
export async function runCheck(
  deps: Pick<Deps, 'http' | 'now' | 'log'>,
  subject: CheckSubject,
): Promise<CheckResult> {
  const check: Check = {
    ...subject,
    budget: startCheckBudget(deps.http),
    echo: createEchoFilter(),
    now: deps.now(),
    log: deps.log,
  }
  const exchanges: HttpExchange[] = []
  const controls = new Set<HttpExchange>()
  const token = await exchangeToken(check)
  if (token) exchanges.push(token)
  const accessToken = token?.result.ok ? accessTokenIn(token.result.response) : undefined
  let next = ask(check, exchanges)
  while (!isEnd(next)) {
    // Without its token the request would be refused as if the key were wrong.
    if (token && accessToken === undefined) next = notUnderstood
    else {
      const exchange = await sendStep(check, next, accessToken)
      exchanges.push(exchange)
      if (next.as) controls.add(exchange)
      next = ask(check, exchanges)
    }
  }
  const deciding = exchanges.findLast((exchange) => !controls.has(exchange))
  const verdict = verdictOf(next, { exchanges, deciding, echo: check.echo, at: deps.now() })
  deps.log.debug({ provider: subject.provider.id, outcome: verdict.outcome, reason: verdict.reason, latencyMs: verdict.latencyMs }, 'a check ended') // prettier-ignore
  return { verdict, models: next.models ? modelIds(next.models, check.echo) : null }
}

const isEnd = (next: CheckStep | CheckEnd): next is CheckEnd => 'outcome' in next

/** The provider's next question, unless nothing is left to ask it with. */
function ask(
  { provider, credential, budget, log }: Check,
  exchanges: readonly HttpExchange[],
): CheckStep | CheckEnd {
  try {
    const next = provider.nextCheck(credential, exchanges)
    const spent = budget.spent()
    return !isEnd(next) && spent ? ranOut[spent] : next
  } catch {
    log.error({ provider: provider.id }, 'an answer could not be read')
    return notUnderstood
  }
}

async function sendStep(
  check: Check,
  { step, request, as }: CheckStep,
  accessToken?: string,
): Promise<HttpExchange> {
  const authorized = await authorize(check, request, as ?? check.credential, accessToken)
  if (!authorized) return { step, ...notSent }
  check.echo.remember(request, authorized)
  return { step, ...(await check.budget.send(authorized)) }
}

const notSent: Omit<HttpExchange, 'step'> = { result: { ok: false, failure: 'bad_request' }, latencyMs: 0 }

/** Null when it cannot be done. What is thrown there may quote the secret, so it goes no further. */
async function authorize(
  { provider }: Check,
  request: HttpRequest,
  credential: Credential,
  accessToken?: string,
) {
  try {
    return await provider.authorize(request, credential, accessToken)
  } catch {
    return null
  }
}

/** Exchanges the secret for an access token where the credential needs one; null where it does not. */
async function exchangeToken({
  provider,
  credential,
  versionId,
  budget,
  now,
}: Check): Promise<HttpExchange | null> {
  let request: HttpRequest | null | undefined
  try {
    request = await provider.tokenRequest?.(credential, now)
  } catch {
    return { step: 'token', ...notSent }
  }
  if (!request) return null
  const kept = versionId && findTokenExchange(versionId, now)
  if (kept) return kept
  const exchange: HttpExchange = { step: 'token', ...(await budget.send(request)) }
  if (versionId && exchange.result.ok && accessTokenIn(exchange.result.response))
    keepTokenExchange(versionId, exchange, now)
  return exchange
}

interface Course {
  exchanges: readonly HttpExchange[]
  deciding: HttpExchange | undefined
  echo: EchoFilter
  at: Date
}

function verdictOf(end: CheckEnd, { exchanges, deciding, echo, at }: Course): Verdict {
  const response = deciding?.result.ok ? deciding.result.response : null
  const { outcome, reason, params = {}, usable } = end
  return {
    outcome,
    reason,
    params,
    usable,
    httpStatus: response?.status ?? null,
    requestId: response && requestIdOf(response, echo),
    latencyMs: Math.round(exchanges.reduce((sum, { latencyMs }) => sum + latencyMs, 0)),
    checkedAt: at.toISOString(),
    stages: stagesOf(end, exchanges),
  }
}
