import type { HttpExchange, HttpResponse } from '@/core/http'
import {
  accepted,
  acceptedWith,
  exchangeOf,
  findingOfError,
  findingOfFailure,
  notTheApi,
} from './check-finding'
import { readModelIds } from './model-list'
import { chatRequest, getRequest, isChatAnswer, isSuccess, plainObject } from './openai-wire'
import type { CheckEnd, CheckStep } from './provider'
import type { Finding, ProviderError } from './verdict'

/** A free call that proves the key before models are listed. */
interface KeyProof {
  step: string
  method: 'GET' | 'POST'
  path: string
  /** What a 2xx answer says against the key, or null. */
  problem(body: Record<string, unknown>): Finding | null
}

export interface CheckPlan {
  apiUrl: string
  proof?: KeyProof
  /** Path and query of the list of models. */
  listPath?: string
  /** Model and limit of the smallest chat request: it tells whether a key that may not list models may chat. */
  probe?: Record<string, unknown>
  readError(response: HttpResponse): ProviderError
}

/** The next request of a check of an OpenAI-like API: proof, where there is one; models; chat, where models are refused. */
export function nextOpenAiCheck(plan: CheckPlan, exchanges: readonly HttpExchange[]): CheckStep | CheckEnd {
  const { apiUrl, proof } = plan
  if (!proof) return nextAfterProof(plan, exchanges, false)
  const proved = exchangeOf(exchanges, proof.step)
  const request = { ...getRequest(apiUrl + proof.path), method: proof.method }
  if (!proved) return { step: proof.step, request }
  const body = proved.result.ok ? plainObject(proved.result.response) : null
  const problem = problemOf(plan, proved, () => body !== null) ?? proof.problem(body ?? {})
  const isProofMissing = proved.result.ok && proved.result.response.status === 404
  return problem && !isProofMissing ? problem : nextAfterProof(plan, exchanges, !problem)
}

function nextAfterProof(
  plan: CheckPlan,
  exchanges: readonly HttpExchange[],
  isProved: boolean,
): CheckStep | CheckEnd {
  const { apiUrl, listPath = '/models', probe } = plan
  const listed = exchangeOf(exchanges, 'models')
  if (!listed) return { step: 'models', request: getRequest(apiUrl + listPath) }
  const chatted = exchangeOf(exchanges, 'chat')
  if (chatted) return endOfChat(plan, listed, chatted)
  const models = listed.result.ok ? readModelIds(listed.result.response) : null
  const problem = problemOf(plan, listed, () => models !== null)
  if (!problem) return acceptedWith(models ?? [])
  if (refusesOnlyThis(problem)) {
    if (probe) return { step: 'chat', request: chatRequest(apiUrl, probe) }
    if (isProved) return { ...modelsNotListed, params: problem.params }
  }
  return isProved && saysNothing(problem) ? accepted : problem
}

/** The list was refused: the chat request decides what the key is good for. */
function endOfChat(plan: CheckPlan, listed: HttpExchange, chatted: HttpExchange): Finding {
  const problem = problemOf(plan, chatted, isChatAnswer)
  if (problem && problem.outcome !== 'valid' && problem.reason !== 'options_wrong') return problem
  const refusal = problemOf(plan, listed, () => true)
  return { ...modelsNotListed, params: refusal?.params }
}

const saysNothing = ({ outcome, reason }: Finding) =>
  outcome === 'inconclusive' || outcome === 'unreachable' || reason === 'options_wrong'
const refusesOnlyThis = ({ reason }: Finding) => reason === 'models_not_listed' || reason === 'permission'

const modelsNotListed: Finding = { outcome: 'limited', reason: 'models_not_listed', usable: true }

/** What stands against a good answer, or null. */
function problemOf(
  plan: CheckPlan,
  { result }: HttpExchange,
  isExpected: (response: HttpResponse) => boolean,
): Finding | null {
  if (!result.ok) return findingOfFailure(result.failure)
  if (!isSuccess(result.response)) return findingOfError(plan.readError(result.response))
  return isExpected(result.response) ? null : notTheApi
}
