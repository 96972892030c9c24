import { jsonBody } from '@/core/http'
import type { HttpExchange, HttpRequest, HttpResponse } from '@/core/http'
import { Secret } from '@/core/secret'
import {
  accepted,
  acceptedWith,
  exchangeOf,
  findingOfError,
  findingOfFailure,
  notTheApi,
} from './check-finding'
import type { CustomCredential } from './custom-credentials'
import { readModelIds } from './model-list'
import { chatRequest, getRequest, isChatAnswer, isSuccess, readOpenAiError } from './openai-wire'
import type { CheckEnd, CheckStep } from './provider'
import type { Finding } from './verdict'

interface Question {
  step: 'models' | 'chat'
  request: HttpRequest
  isExpected(response: HttpResponse): boolean
}

/**
 * The next request of a check of a custom endpoint: its models, or one token of chat where it has no list; then the
 * same again with a wrong key, since an endpoint that takes any key proves nothing about this one.
 */
export function nextCustomCheck(
  credential: CustomCredential,
  exchanges: readonly HttpExchange[],
): CheckStep | CheckEnd {
  const listed = exchangeOf(exchanges, 'models')
  const hasNoList = listed?.result.ok && [404, 405, 501].includes(listed.result.response.status)
  const question = hasNoList ? chatQuestion(credential) : listQuestion(credential)
  const answer = exchangeOf(exchanges, question.step)
  if (!answer) return { step: question.step, request: question.request }
  return problemOf(answer, question) ?? withControl(credential, question, answer, exchanges)
}

const listQuestion = ({ baseUrl }: CustomCredential): Question => ({
  step: 'models',
  request: getRequest(`${baseUrl ?? ''}/models`),
  isExpected: (response) => isSuccess(response) && readModelIds(response) !== null,
})

const chatQuestion = ({ baseUrl, options }: CustomCredential): Question => ({
  step: 'chat',
  request: chatRequest(baseUrl ?? '', { model: options.model ?? 'default', max_tokens: 1, stream: false }),
  isExpected: (response) => (isSuccess(response) ? isChatAnswer(response) : isComplaint(response)),
})

/** The request was read and found wanting: whether the key was read as well, the control tells. */
const isComplaint = (response: HttpResponse) =>
  [400, 422].includes(response.status) && typeof jsonBody(response) === 'object'

function withControl(
  credential: CustomCredential,
  question: Question,
  answer: HttpExchange,
  exchanges: readonly HttpExchange[],
): CheckStep | CheckEnd {
  const models = question.step === 'models' && answer.result.ok ? readModelIds(answer.result.response) : null
  const good: CheckEnd = models ? acceptedWith(models) : accepted
  const wrong = wrongSecret(credential)
  if (!wrong) return good
  const control = exchangeOf(exchanges, 'control')
  if (!control) return { step: 'control', request: question.request, as: { ...credential, secret: wrong } }
  const problem = problemOf(control, question)
  if (!problem) return { ...good, outcome: 'inconclusive', reason: 'keys_not_checked' }
  const isRefused = problem.outcome === 'invalid' || problem.outcome === 'limited'
  return isRefused ? good : { ...good, ...problem, usable: true }
}

/** The same secret with nothing right in it, or null where there is nothing to get wrong. */
function wrongSecret({ secret }: CustomCredential): CustomCredential['secret'] | null {
  const { key, headers } = secret.reveal()
  if (!key && !headers) return null
  const wrong = 'wrong-on-purpose'
  return new Secret({
    ...(key && { key: wrong }),
    ...(headers && { headers: Object.fromEntries(Object.keys(headers).map((name) => [name, wrong])) }),
  })
}

function problemOf({ result }: HttpExchange, { isExpected }: Question): Finding | null {
  if (!result.ok) return findingOfFailure(result.failure)
  if (isExpected(result.response)) return null
  if (isSuccess(result.response)) return notTheApi
  const finding = findingOfError(readOpenAiError(result.response, []))
  // Nothing tells whether this endpoint looks at the key before it counts or judges requests.
  if (finding.outcome !== 'valid') return finding
  return finding.reason === 'rate_limited' ? { ...finding, outcome: 'inconclusive' } : notTheApi
}
