import { z } from 'zod'
import { jsonBody } from '@/core/http'
import type { HttpExchange, HttpResponse } from '@/core/http'
import { accepted, exchangeOf, findingOfError, findingOfFailure, notTheApi } from './check-finding'
import { readGoogleTokenError, readVertexError } from './google-errors'
import { isSuccess, postRequest } from './openai-wire'
import type { CheckEnd, CheckStep } from './provider'

/** Two, since Google retires models and 404 must not be blamed on the project. Stable until mid-2027. */
const [firstModel, otherModel] = ['gemini-3.5-flash-lite', 'gemini-3.5-flash'] as const

const contents = [{ role: 'user', parts: [{ text: 'a' }] }]
const steps = ['generate', 'count_tokens_again', 'count_tokens', 'token'] as const

const step = (base: string, step: (typeof steps)[number], call: string, body: object): CheckStep => ({
  step,
  request: postRequest(`${base}/models/${call}`, { contents, ...body }),
})
const countTokens = (base: string) => step(base, 'count_tokens', `${firstModel}:countTokens`, {})
const countTokensAgain = (base: string) => step(base, 'count_tokens_again', `${otherModel}:countTokens`, {})
const generate = (base: string) =>
  step(base, 'generate', `${firstModel}:generateContent`, { generationConfig: { maxOutputTokens: 1 } })

/** What a 404 below a base address is about: keys bring their own project and location. */
export const optionOf = (base: string) => (base.includes('/projects/') ? 'project or location' : 'model')

const tokenAnswer = z.object({ access_token: z.string().min(1) })
const goodAnswer = {
  count_tokens: z.object({ totalTokens: z.number() }),
  count_tokens_again: z.object({ totalTokens: z.number() }),
  generate: z.object({ candidates: z.array(z.unknown()) }).or(z.object({ usageMetadata: z.looseObject({}) })),
}

/**
 * The check of both kinds of credential below one base address: count tokens (free); where the model is unknown, of
 * another one; where that is not allowed, generate one token. Some reports say that a key is taken only as `?key=`:
 * that is not tried, since addresses end up in logs along the way.
 */
export function nextVertexCheck(base: string, exchanges: readonly HttpExchange[]): CheckStep | CheckEnd {
  const newest = steps.map((name) => exchangeOf(exchanges, name)).find((exchange) => exchange !== undefined)
  if (!newest) return countTokens(base)
  if (!newest.result.ok) return findingOfFailure(newest.result.failure)
  const { response } = newest.result
  if (newest.step === 'token') return afterToken(base, response)
  return afterCall(base, newest.step as keyof typeof goodAnswer, response)
}

function afterToken(base: string, response: HttpResponse): CheckStep | CheckEnd {
  if (isSuccess(response))
    return tokenAnswer.safeParse(jsonBody(response)).success ? countTokens(base) : notTheApi
  const error = readGoogleTokenError(response)
  const finding = findingOfError(error)
  return error.class === 'rate' ? { ...finding, outcome: 'inconclusive' } : finding
}

function afterCall(
  base: string,
  name: keyof typeof goodAnswer,
  response: HttpResponse,
): CheckStep | CheckEnd {
  if (isSuccess(response))
    return goodAnswer[name].safeParse(jsonBody(response)).success ? accepted : notTheApi
  const error = readVertexError(response, optionOf(base))
  if (error.class === 'options' && name === 'count_tokens') return countTokensAgain(base)
  const mayStillChat = error.reason === 'permission' || (response.status === 401 && error.class === 'unknown')
  return mayStillChat && name !== 'generate' ? generate(base) : findingOfError(error)
}
