import { bearerOf, misbehaviours } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import {
  always,
  bodyOf,
  completion,
  down,
  listsNoModels,
  modelList,
  noCredit,
  notPermitted,
  openAiError,
  rejected,
  routes,
  tooMany,
  works,
} from './openai-shape'

const headers = { 'x-request-id': 'req_0123456789abcdef', 'x-groq-region': 'us-west-1' }
const error = (status: number, code: string | null, message: string, type = 'invalid_request_error') =>
  openAiError(status, { type, code, message }, headers)
const says =
  (status: number, message: string, code: string | null = null) =>
  () =>
    error(status, code, message)

/** Parameters of OpenAI that it refuses. */
const refused = ['logprobs', 'logit_bias', 'top_logprobs']

function chat(request: FakeRequest): FakeAnswer {
  const body = bodyOf(request)
  const messages = Array.isArray(body.messages) ? (body.messages as Record<string, unknown>[]) : []
  const isNamed = messages.some((message) => 'name' in message)
  const isRefused = refused.some((name) => name in body) || (body.n ?? 1) !== 1 || isNamed
  return isRefused
    ? error(400, null, 'A property of the request is unsupported')
    : completion(String(body.model), headers)
}

const list = () =>
  modelList(
    ['llama-3.3-70b-versatile', 'llama-3.1-8b-instant', 'openai/gpt-oss-120b', 'whisper-large-v3'],
    headers,
  )
const forbidden = says(403, 'Access denied')
const routed = (answers: Parameters<typeof routes>[0]) =>
  routes(
    { 'GET /openai/v1/models': list, 'POST /openai/v1/chat/completions': chat, ...answers },
    says(404, 'Unknown request URL', 'unknown_url'),
  )
const rate = (type: string) => () =>
  openAiError(
    429,
    { type, code: 'rate_limit_exceeded', message: 'Rate limit reached for the model' },
    {
      ...headers,
      'retry-after': '12',
      'x-ratelimit-limit-requests': '14400',
      'x-ratelimit-remaining-requests': '0',
    },
  )

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: works, answer: routed({}) },
  revoked: always('wrong key', rejected, says(401, 'Invalid API Key', 'invalid_api_key')),
  'organization-restricted': always(
    'organization restricted (400)',
    { ...rejected, reason: 'account_disabled' },
    says(
      400,
      'Organization has been restricted. Please reach out to support if you believe this was in error.',
    ),
  ),
  'organization-restricted-code': always(
    'organization restricted (400), told by its code',
    { ...rejected, reason: 'account_disabled' },
    says(400, 'Not available', 'organization_restricted'),
  ),
  billing: always(
    'spending limit reached (400)',
    noCredit,
    says(400, 'API access is blocked: the spend limit was reached.', 'blocked_api_access'),
  ),
  ratelimit: always('too many requests a day', tooMany, rate('requests')),
  'ratelimit-tokens': always('too many tokens a minute', tooMany, rate('tokens')),
  forbidden: always('may do nothing', notPermitted, forbidden),
  restricted: {
    about: 'may chat but not list models',
    expect: listsNoModels,
    answer: routed({ 'GET /openai/v1/models': forbidden }),
  },
  'restricted-model': {
    about: 'may not list models, and the model asked for a chat is unknown',
    expect: listsNoModels,
    answer: routed({
      'GET /openai/v1/models': forbidden,
      'POST /openai/v1/chat/completions': says(
        404,
        'The model does not exist or you do not have access to it.',
        'model_not_found',
      ),
    }),
  },
  ...Object.fromEntries(
    [413, 422].map((status) => [
      `status-${status}`,
      always(`finds the request wanting (${status})`, works, says(status, 'request refused')),
    ]),
  ),
  capacity: always(
    'flex capacity exceeded (498)',
    down,
    says(498, 'Flex tier capacity exceeded', 'capacity_exceeded'),
  ),
  ...Object.fromEntries(
    [424, 499, 502].map((status) => [
      `status-${status}`,
      always(`answers ${status}`, down, says(status, 'something went wrong')),
    ]),
  ),
  overload: always('over capacity', down, () =>
    error(
      503,
      null,
      'The model is currently over capacity. Visit groqstatus.com to see the current status.',
      'internal_server_error',
    ),
  ),
  ...misbehaviours,
}

export const groq: FakeProvider = {
  hosts: ['api.groq.com'],
  scenarios,
  scenarioOf: (request) => scenarioIn(bearerOf(request)),
  unknownKey: says(401, 'Invalid API Key', 'invalid_api_key'),
  credential: (scenario) => ({ token: `${'gsk'}_${'Ab3dE6gH'.repeat(5)}${keyMarker(scenario)}` }),
}
