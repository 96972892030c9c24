import { bearerOf, json, misbehaviours } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import {
  always,
  bodyOf,
  completion,
  down,
  listsNoModels,
  modelList,
  notPermitted,
  rejected,
  routes,
  tooMany,
  works,
} from './openai-shape'

const documented = (status: number, message: unknown, type: string, code: string) =>
  json(status, { object: 'error', message, type, param: null, code })

/** Fields that it knows; any other is refused, `stream_options` and `max_completion_tokens` among them. */
const known = new Set([
  'model',
  'messages',
  'max_tokens',
  'temperature',
  'top_p',
  'stream',
  'stop',
  'random_seed',
  'tools',
  'tool_choice',
  'response_format',
  'safe_prompt',
  'presence_penalty',
  'frequency_penalty',
  'n',
  'prediction',
  'parallel_tool_calls',
  'metadata',
])

function chat(request: FakeRequest): FakeAnswer {
  const body = bodyOf(request)
  const extra = Object.keys(body).filter((name) => !known.has(name))
  if (extra.length === 0) return completion(String(body.model))
  const detail = extra.map((name) => ({
    type: 'extra_forbidden',
    loc: ['body', name],
    msg: 'Extra inputs are not permitted',
  }))
  return documented(422, { detail }, 'invalid_request_error', '1001')
}

const list = () =>
  modelList(['mistral-large-latest', 'mistral-small-latest', 'codestral-latest', 'mistral-embed'])
const tier = () => documented(403, 'This model is not available on your tier.', 'forbidden', '1403')
const routed = (answers: Parameters<typeof routes>[0]) =>
  routes({ 'GET /v1/models': list, 'POST /v1/chat/completions': chat, ...answers }, () =>
    json(404, { detail: 'Not Found' }),
  )

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: works, answer: routed({}) },
  revoked: always('wrong key, body with `detail`', rejected, () => json(401, { detail: 'Unauthorized' })),
  'revoked-message': always('wrong key, body with `message` and `request_id`', rejected, () =>
    json(401, { message: 'Unauthorized', request_id: '0123456789abcdef' }),
  ),
  'revoked-empty': always('wrong key, empty body', rejected, () => ({ status: 401 })),
  tier: {
    about: 'tier or workspace forbids everything',
    expect: notPermitted,
    answer: routed({ 'GET /v1/models': tier, 'POST /v1/chat/completions': tier }),
  },
  restricted: {
    about: 'may chat but not list models',
    expect: listsNoModels,
    answer: routed({ 'GET /v1/models': tier }),
  },
  'restricted-parameter': {
    about: 'may not list models, and the chat request has a field too many',
    expect: listsNoModels,
    answer: routed({
      'GET /v1/models': tier,
      'POST /v1/chat/completions': (request) => chat({ ...request, body: '{"store":true}' }),
    }),
  },
  ratelimit: always('too many requests', tooMany, () =>
    json(
      429,
      {
        object: 'error',
        message: 'Rate limit exceeded',
        type: 'rate_limited',
        param: null,
        code: '1300',
        raw_status_code: 429,
      },
      { 'retry-after': '2', 'x-ratelimit-remaining': '0' },
    ),
  ),
  'ratelimit-message': always('too many requests, or a free allowance spent', tooMany, () =>
    json(429, { message: 'Requests rate limit exceeded' }),
  ),
  capacity: always('the tier has no capacity left (429)', down, () =>
    documented(
      429,
      'Service tier capacity exceeded for this model.',
      'service_tier_capacity_exceeded',
      '3505',
    ),
  ),
  overload: always('overloaded', down, () =>
    documented(503, 'Service tier capacity exceeded for this model.', 'unavailable', '3505'),
  ),
  ...misbehaviours,
}

export const mistral: FakeProvider = {
  hosts: ['api.mistral.ai'],
  scenarios,
  scenarioOf: (request) => scenarioIn(bearerOf(request)),
  unknownKey: () => json(401, { detail: 'Unauthorized' }),
  credential: (scenario) => ({ token: `${'Ab3dE6gH'.repeat(2)}${keyMarker(scenario)}` }),
}
