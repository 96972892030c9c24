import { bearerOf, json, misbehaviours } from './fake-provider'
import type { FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import {
  always,
  bodyOf,
  completion,
  down,
  noCredit,
  openAiError,
  rejected,
  routes,
  tooMany,
  works,
} from './openai-shape'

const error = (status: number, type: string, code: string | null, message: string, headers = {}) =>
  openAiError(status, { type, code, message }, headers)

const models = ['openai/gpt-oss-20b', 'meta-llama/Llama-3.3-70B-Instruct-Turbo', 'Qwen/Qwen3-32B']
/** A bare array, with prices. */
const list = () =>
  json(
    200,
    models.map((id) => ({
      id,
      object: 'model',
      type: 'chat',
      pricing: { input: 0.05, output: 0.2, hourly: 0 },
    })),
  )
const whoami = () =>
  json(200, { organization: { id: 'org-demo', name: 'Demo' }, project: { id: 'proj-demo' } })
const chat = (request: FakeRequest) => completion(String(bodyOf(request).model))
const missing = () => error(404, 'invalid_request_error', null, 'Not found')
const routed = (answers: Parameters<typeof routes>[0]) =>
  routes(
    { 'GET /v1/whoami': whoami, 'GET /v1/models': list, 'POST /v1/chat/completions': chat, ...answers },
    missing,
  )
const invalidKey = () =>
  error(
    401,
    'invalid_request_error',
    'invalid_api_key',
    'Invalid API key provided. You can find your API key at https://api.together.xyz/settings/api-keys.',
  )
const context = () =>
  error(
    403,
    'invalid_request_error',
    null,
    'Input token count plus max_tokens must not exceed the context length of the model.',
  )

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: works, answer: routed({}) },
  'no-whoami': {
    about: 'cannot say whose key it is, but lists models',
    expect: works,
    answer: routed({ 'GET /v1/whoami': missing }),
  },
  'list-down': {
    about: 'the key is good, the list of models is down',
    expect: works,
    answer: routed({ 'GET /v1/models': () => error(500, 'server_error', null, 'Internal error') }),
  },
  revoked: always('wrong key', rejected, invalidKey),
  expired: always('expired', { ...rejected, reason: 'expired' }, () =>
    error(401, 'invalid_request_error', 'invalid_api_key', 'The API key has expired.'),
  ),
  billing: always('spending cap reached', noCredit, () =>
    error(402, 'billing_error', null, 'You have reached your spending limit.'),
  ),
  context: always('403 that means a prompt longer than the context', works, context),
  ratelimit: always('too many requests', tooMany, () =>
    error(429, 'rate_limit', null, 'You have sent too many requests.', { 'retry-after': '4' }),
  ),
  'server-error': always('server error', down, () => error(500, 'server_error', null, 'Internal error')),
  overload: always('overloaded', down, () => error(503, 'overloaded', null, 'The engine is overloaded.')),
  ...misbehaviours,
}

export const togetherAi: FakeProvider = {
  hosts: ['api.together.ai', 'api.together.xyz'],
  scenarios,
  scenarioOf: (request) => scenarioIn(bearerOf(request)),
  unknownKey: invalidKey,
  credential: (scenario) => ({ token: `${'tgp'}_v1_${'Ab3dE6gH'.repeat(4)}${keyMarker(scenario)}` }),
}
