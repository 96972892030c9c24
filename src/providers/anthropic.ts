import { z } from 'zod'
import { jsonBody } from '@/core/http'
import type { HttpExchange, HttpResponse } from '@/core/http'
import { accepted, exchangeOf, findingOfError, findingOfFailure, notTheApi } from './check-finding'
import { errorFacts, readByRules } from './error-rules'
import type { ErrorRule } from './error-rules'
import { maskSecret } from './mask'
import { readModelIds } from './model-list'
import { keyCredentials, keyField } from './openai-compatible'
import type { KeyCredential } from './openai-compatible'
import { getRequest, isSuccess, postRequest, withHeaders } from './openai-wire'
import { optionFields, optionText } from './option-fields'
import type { CheckEnd, CheckStep, Provider } from './provider'
import type { Finding } from './verdict'

const id = 'anthropic'
const name = 'Anthropic'
const origin = 'https://api.anthropic.com'
/** For the second chance, whose answer needs no such model: an unknown one also shows that the key was accepted. */
const probeModel = 'claude-haiku-4-5'

const options = {
  workspaceId: optionText(
    /^wrkspc_[A-Za-z0-9]{4,64}$/,
    'A workspace id starts with wrkspc_ and goes on with letters and digits',
  ),
}

// platform.claude.com, API errors: wording may change, so type and error_code come first.
const errors: readonly ErrorRule[] = [
  { status: 401, text: /^CORS requests/i, means: { class: 'unknown', reason: 'not_the_api' } },
  { status: 403, code: /^forbidden$/, means: { class: 'region', reason: 'region' } },
  { code: /^organization_on_hold$/, means: { class: 'credential', reason: 'account_disabled' } },
  {
    status: 400,
    text: /organization has been disabled/i,
    means: { class: 'credential', reason: 'account_disabled' },
  },
  { code: /^(?:enforced|contract)_spend_limit_reached$/, means: { class: 'billing', reason: 'billing' } },
  {
    status: 400,
    text: /credit balance is too low|reached your specified (?:workspace )?API usage limits/i,
    means: { class: 'billing', reason: 'billing' },
  },
  {
    status: [400, 403, 404],
    text: /anthropic-workspace-id/i,
    means: { class: 'options', reason: 'options_wrong', params: { option: 'workspace' } },
  },
  {
    status: 404,
    text: /model/i,
    means: { class: 'options', reason: 'options_wrong', params: { option: 'model' } },
  },
]

const readError = (response: HttpResponse) => readByRules(response, errors)

const listModels: CheckStep = { step: 'models', request: getRequest(`${origin}/v1/models?limit=1000`) }
const countTokens: CheckStep = {
  step: 'count_tokens',
  request: postRequest(`${origin}/v1/messages/count_tokens`, {
    model: probeModel,
    messages: [{ role: 'user', content: 'a' }],
  }),
}

const listsNoModels: Finding = { outcome: 'limited', reason: 'models_not_listed', params: {}, usable: true }

function afterModels(response: HttpResponse): CheckStep | CheckEnd {
  if (isSuccess(response)) {
    const models = readModelIds(response)
    return models ? { ...accepted, models } : notTheApi
  }
  const error = readError(response)
  // A disabled key was seen to get 404 here (TruffleHog's detector), so 404 decides nothing by itself.
  const undecided =
    error.reason === 'permission' || (response.status === 404 && error.reason !== 'options_wrong')
  return undecided ? countTokens : findingOfError(error)
}

function afterCountTokens(response: HttpResponse): CheckEnd {
  if (isSuccess(response)) {
    const counted = z.object({ input_tokens: z.number() }).safeParse(jsonBody(response))
    return counted.success ? listsNoModels : notTheApi
  }
  const error = readError(response)
  if (error.params?.option === 'model' || error.class === 'request') return listsNoModels
  if (error.reason === 'permission') return findingOfError({ ...error, reason: 'chat_not_allowed' })
  if (response.status === 404 && error.class === 'unknown' && errorFacts(response).isJson)
    return findingOfError({ class: 'credential', reason: 'rejected' })
  return findingOfError(error)
}

function nextCheck(_: KeyCredential, exchanges: readonly HttpExchange[]): CheckStep | CheckEnd {
  const newest = exchangeOf(exchanges, 'count_tokens') ?? exchangeOf(exchanges, 'models')
  if (!newest) return listModels
  if (!newest.result.ok) return findingOfFailure(newest.result.failure)
  const { response } = newest.result
  return newest.step === 'models' ? afterModels(response) : afterCountTokens(response)
}

export const anthropic = {
  id,
  name,
  mark: 'anthropic',
  docsUrl: 'https://platform.claude.com/docs/en/api/overview',
  keysUrl: 'https://platform.claude.com/settings/keys',
  revokeUrl: 'https://platform.claude.com/settings/keys',
  statusUrl: 'https://status.claude.com',
  priceId: 'anthropic',
  testedBeforeSaving: true,
  fields: [
    keyField('sk-ant-api03-…', 'Admin keys and sign-in tokens of Claude Code cannot be used'),
    {
      path: 'options.workspaceId',
      label: 'Workspace id',
      secret: false,
      required: false,
      kind: 'text',
      placeholder: 'wrkspc_…',
      hint: 'Only for keys that are not bound to one workspace',
      advanced: true,
    },
  ],
  credentials: keyCredentials({ id, name }, options, false),
  options: optionFields(options),
  mask: ({ secret }) => maskSecret(secret.reveal().key, /^sk-ant-api\d\d-/),
  destination: () => origin,
  authorize: (request, { secret, options }) =>
    withHeaders(request, {
      'x-api-key': secret.reveal().key,
      'anthropic-version': '2023-06-01',
      'anthropic-workspace-id': options.workspaceId,
    }),
  nextCheck,
  readError,
  models: (response) => readModelIds(response) ?? [],
} satisfies Provider<KeyCredential>
