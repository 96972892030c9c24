import type { HttpExchange, HttpResponse } from '@/core/http'
import { accepted, exchangeOf, findingOfError, findingOfFailure, notTheApi } from './check-finding'
import { readModelIds } from './model-list'
import { chatRequest, getRequest, isChatAnswer, isSuccess, plainObject } from './openai-wire'
import type { CheckEnd, CheckStep } from './provider'
import type { Finding, ProviderError } from './verdict'

export interface CheckPlan {
  apiUrl: string
  /** A free call that proves the key before models are listed. */
  proof?: { step: string; path: string }
  /** Model and limit of the smallest chat request: it tells whether a key that may not list models may chat. */
  probe?: Record<string, unknown>
  readError(response: HttpResponse): ProviderError
}

/** The next request of a check of an OpenAI-like API: proof, where there is one; models; chat, where models are refused. */
export function nextOpenAiCheck(plan: CheckPlan, exchanges: readonly HttpExchange[]): CheckStep | CheckEnd {
  const { apiUrl, proof } = plan
  if (!proof) return nextAfterProof(plan, exchanges, false)
  const proved = exchangeOf(exchanges, proof.step)
  if (!proved) return { step: proof.step, request: getRequest(apiUrl + proof.path) }
  const problem = problemOf(plan, proved, (response) => plainObject(response) !== null)
  const isProofMissing = proved.result.ok && proved.result.response.status === 404
  return problem && !isProofMissing ? problem : nextAfterProof(plan, exchanges, !problem)
}

function nextAfterProof(
  plan: CheckPlan,
  exchanges: readonly HttpExchange[],
  isProved: boolean,
): CheckStep | CheckEnd {
  const listed = exchangeOf(exchanges, 'models')
  if (!listed) return { step: 'models', request: getRequest(`${plan.apiUrl}/models`) }
  const chatted = exchangeOf(exchanges, 'chat')
  if (chatted) return endOfChat(plan, listed, chatted)
  const problem = problemOf(plan, listed, (response) => readModelIds(response) !== null)
  if (!problem) return { ...accepted, models: modelsOf(listed) }
  if (plan.probe && refusesOnlyThis(problem))
    return { step: 'chat', request: chatRequest(plan.apiUrl, plan.probe) }
  const saysNothing = problem.outcome === 'inconclusive' || problem.outcome === 'unreachable'
  return isProved && saysNothing ? accepted : problem
}

/** The list was refused: the chat request decides what the key is good for. */
function endOfChat(plan: CheckPlan, listed: HttpExchange, chatted: HttpExchange): Finding {
  const problem = problemOf(plan, chatted, isChatAnswer)
  if (problem && problem.outcome !== 'valid' && problem.reason !== 'options_wrong') return problem
  const refusal = problemOf(plan, listed, () => true)
  return { outcome: 'limited', reason: 'models_not_listed', params: refusal?.params ?? {}, usable: true }
}

const refusesOnlyThis = ({ reason }: Finding) => reason === 'models_not_listed' || reason === 'permission'

const modelsOf = ({ result }: HttpExchange) => (result.ok ? (readModelIds(result.response) ?? []) : [])

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
