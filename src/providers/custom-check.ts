import type { HttpExchange, HttpResponse } from '@/core/http'
import { Secret } from '@/core/secret'
import { accepted, exchangeOf, findingOfError, findingOfFailure, notTheApi } from './check-finding'
import type { CustomCredential } from './custom-credentials'
import { readModelIds } from './model-list'
import { chatRequest, getRequest, isChatAnswer, isSuccess, readOpenAiError } from './openai-wire'
import type { CheckEnd, CheckStep } from './provider'
import type { Finding } from './verdict'

const hasNoList = [404, 405, 501]

/**
 * The next request of a check of a custom endpoint: its models, or one token of chat where it has no list; then the
 * same again with a wrong key, since an endpoint that takes any key proves nothing about this one.
 */
export function nextCustomCheck(
  credential: CustomCredential,
  exchanges: readonly HttpExchange[],
): CheckStep | CheckEnd {
  const apiUrl = credential.baseUrl ?? ''
  const listRequest = getRequest(`${apiUrl}/models`)
  const listed = exchangeOf(exchanges, 'models')
  if (!listed) return { step: 'models', request: listRequest }
  if (!listed.result.ok || !hasNoList.includes(listed.result.response.status)) {
    const models = listed.result.ok ? readModelIds(listed.result.response) : null
    const problem = problemOf(listed, () => models !== null)
    return (
      problem ??
      withControl(
        credential,
        exchanges,
        listRequest,
        (response) => readModelIds(response) !== null,
        models ?? [],
      )
    )
  }
  const { model = 'default' } = credential.options
  const chat = chatRequest(apiUrl, { model, max_tokens: 1, stream: false })
  const chatted = exchangeOf(exchanges, 'chat')
  if (!chatted) return { step: 'chat', request: chat }
  return problemOf(chatted, isChatAnswer) ?? withControl(credential, exchanges, chat, isChatAnswer)
}

function withControl(
  credential: CustomCredential,
  exchanges: readonly HttpExchange[],
  request: CheckStep['request'],
  isExpected: (response: HttpResponse) => boolean,
  models?: string[],
): CheckStep | CheckEnd {
  const found = models && { models }
  const wrong = wrongSecret(credential)
  if (!wrong) return { ...accepted, ...found }
  const control = exchangeOf(exchanges, 'control')
  if (!control) return { step: 'control', request, as: { ...credential, secret: wrong } }
  const problem = problemOf(control, isExpected)
  if (!problem)
    return { outcome: 'inconclusive', reason: 'keys_not_checked', params: {}, usable: true, ...found }
  return control.result.ok ? { ...accepted, ...found } : { ...problem, usable: true, ...found }
}

/** The same secret with nothing right in it, or null where there is nothing to get wrong. */
function wrongSecret({ secret }: CustomCredential): CustomCredential['secret'] | null {
  const { key, headers } = secret.reveal()
  if (!key && !headers) return null
  const wrong = ['sk', 'latchkey', 'wrong', 'on', 'purpose'].join('-')
  return new Secret({
    ...(key && { key: wrong }),
    ...(headers && { headers: Object.fromEntries(Object.keys(headers).map((name) => [name, wrong])) }),
  })
}

function problemOf(
  { result }: HttpExchange,
  isExpected: (response: HttpResponse) => boolean,
): Finding | null {
  if (!result.ok) return findingOfFailure(result.failure)
  const { response } = result
  if (isSuccess(response)) return isExpected(response) ? null : notTheApi
  const finding = findingOfError(readOpenAiError(response, []))
  // Nothing tells whether this endpoint looks at the key before it counts requests.
  return finding.reason === 'rate_limited' ? { ...finding, outcome: 'inconclusive' } : finding
}
