import { bearerOf, json, misbehaviours, scenarioIn } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'

const requestId = { 'x-request-id': 'req_0123456789abcdef', 'openai-version': '2020-10-01' }
const error = (status: number, type: string, code: string | null, message: string) =>
  json(status, { error: { message, type, param: null, code } }, requestId)

const models = ['gpt-5.2', 'gpt-5.2-mini', 'gpt-4.1', 'text-embedding-3-large', 'text-embedding-3-small']
const modelList = () =>
  json(
    200,
    { object: 'list', data: models.map((id) => ({ id, object: 'model', owned_by: 'openai' })) },
    requestId,
  )
const completion = () =>
  json(
    200,
    {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: 'a' }, finish_reason: 'length' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    },
    requestId,
  )

const isModels = ({ method, path }: FakeRequest) => method === 'GET' && path === '/v1/models'
const isChat = ({ method, path }: FakeRequest) => method === 'POST' && path === '/v1/chat/completions'
const missing = (path: string) => error(404, 'invalid_request_error', null, `Invalid URL (${path})`)

const works = (request: FakeRequest): FakeAnswer =>
  isModels(request) ? modelList() : isChat(request) ? completion() : missing(request.path)
const always = (about: string, expect: Scenario['expect'], answer: () => FakeAnswer): Scenario => ({
  about,
  expect,
  answer,
})

const scopes = (scope: string) =>
  `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role.`
const invalid = { outcome: 'invalid', usable: false } as const
const noCredit = { outcome: 'limited', reason: 'billing', usable: false } as const

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: { outcome: 'valid', reason: 'accepted', usable: true }, answer: works },
  restricted: {
    about: 'may chat but not list models (403, error as an object)',
    expect: { outcome: 'limited', reason: 'models_not_listed', usable: true },
    answer: (request) =>
      isModels(request)
        ? error(403, 'invalid_request_error', null, scopes('api.model.read'))
        : works(request),
  },
  'restricted-text': {
    about: 'may chat but not list models (401, error as a bare text)',
    expect: { outcome: 'limited', reason: 'models_not_listed', usable: true },
    answer: (request) =>
      isModels(request) ? json(401, { error: scopes('api.model.read') }, requestId) : works(request),
  },
  'no-chat': {
    about: 'may neither list models nor chat',
    expect: { outcome: 'limited', reason: 'chat_not_allowed', usable: false },
    answer: (request) =>
      error(
        401,
        'invalid_request_error',
        null,
        scopes(isModels(request) ? 'api.model.read' : 'model.request'),
      ),
  },
  revoked: always('revoked, deleted or mistyped', { ...invalid, reason: 'rejected' }, () =>
    error(
      401,
      'invalid_request_error',
      'invalid_api_key',
      'Incorrect API key provided: sk-pr***oked. You can find your API key in the dashboard.',
    ),
  ),
  'no-organization': always('in no organization', { ...invalid, reason: 'rejected' }, () =>
    error(
      401,
      'invalid_request_error',
      'no_organization',
      'You must be a member of an organization to use the API.',
    ),
  ),
  deactivated: always('account banned', { ...invalid, reason: 'account_disabled' }, () =>
    error(401, 'invalid_request_error', 'account_deactivated', 'The account was deactivated.'),
  ),
  'wrong-organization': always(
    'organization header does not match',
    { outcome: 'limited', reason: 'wrong_organization', usable: false },
    () =>
      error(
        401,
        'invalid_request_error',
        'mismatched_organization',
        'OpenAI-Organization header should match organization for API key.',
      ),
  ),
  address: always(
    'our address is not on its list',
    { outcome: 'limited', reason: 'address_not_allowed', usable: false },
    () =>
      error(
        401,
        'invalid_request_error',
        'ip_not_authorized',
        'Your IP is not authorized to use this API: IP not authorized.',
      ),
  ),
  region: always('country not served', { outcome: 'unreachable', reason: 'region', usable: false }, () =>
    error(
      403,
      'request_forbidden',
      'unsupported_country_region_territory',
      'Country, region, or territory not supported',
    ),
  ),
  billing: always('no credit', noCredit, () =>
    error(
      429,
      'insufficient_quota',
      'insufficient_quota',
      'You exceeded your current quota, check your plan and billing details.',
    ),
  ),
  'spend-limit': always('spending limit reached', noCredit, () =>
    error(429, 'insufficient_quota', 'project_spend_limit_exceeded', 'The project reached its spend limit.'),
  ),
  ratelimit: always('too many requests', { outcome: 'valid', reason: 'rate_limited', usable: true }, () => ({
    ...json(
      429,
      {
        error: {
          message: 'Rate limit reached for requests',
          type: 'requests',
          param: null,
          code: 'rate_limit_exceeded',
        },
      },
      { ...requestId, 'retry-after': '7' },
    ),
  })),
  overload: always('overloaded', { outcome: 'inconclusive', reason: 'server_error', usable: false }, () =>
    error(503, 'service_unavailable_error', 'server_is_overloaded', 'The engine is currently overloaded.'),
  ),
  ...misbehaviours,
}

export const openai: FakeProvider = {
  hosts: ['api.openai.com'],
  scenarios,
  scenarioOf: (request) => scenarioIn(bearerOf(request)),
  unknownKey: () => error(401, 'invalid_request_error', 'invalid_api_key', 'Incorrect API key provided.'),
  credential: (scenario) => ({ token: `sk-${'proj'}-${'Ab3dE6gH'.repeat(5)}zz${scenario}` }),
}
