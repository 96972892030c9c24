import { json, misbehaviours } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import { always, down, listsNoModels, noCredit, rejected, tooMany, works as accepted } from './openai-shape'

const requestId = 'req_011CSHoEeqs5C35K2UUqR7Fy'
const ids = { 'request-id': requestId }
const error = (status: number, type: string, message: string, details?: Record<string, string>) =>
  json(
    status,
    { type: 'error', error: { type, message, ...(details && { details }) }, request_id: requestId },
    ids,
  )

const models = ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5', 'claude-haiku-4-5']
const modelList = () =>
  json(
    200,
    {
      data: models.map((id) => ({ type: 'model', id, display_name: id, created_at: '2026-01-01T00:00:00Z' })),
      has_more: false,
      first_id: models[0],
      last_id: models.at(-1),
    },
    ids,
  )

const isModels = ({ method, path }: FakeRequest) => method === 'GET' && /^\/v1\/models(\?|$)/.test(path)
const isCount = ({ method, path }: FakeRequest) => method === 'POST' && path === '/v1/messages/count_tokens'
const works = (request: FakeRequest): FakeAnswer =>
  isModels(request)
    ? modelList()
    : isCount(request)
      ? json(200, { input_tokens: 8 }, ids)
      : error(404, 'not_found_error', 'Not found')

/** Refuses the list, and then answers a token count so. */
const listRefused = (
  about: string,
  expect: Scenario['expect'],
  answer: (request: FakeRequest) => FakeAnswer,
): Scenario => ({
  about,
  expect,
  answer: (request) => (isModels(request) ? notPermitted() : answer(request)),
})

const notPermitted = () =>
  error(403, 'permission_error', 'Your API key does not have permission to use the specified resource.')
const disabled = { outcome: 'invalid', reason: 'account_disabled', usable: false } as const

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: accepted, answer: works },
  restricted: listRefused('may count tokens but not list models', listsNoModels, works),
  'restricted-model': listRefused('may not list models, and the probe model is unknown', listsNoModels, () =>
    error(404, 'not_found_error', 'model: claude-haiku-4-5'),
  ),
  'no-chat': listRefused(
    'may neither list models nor send messages',
    { outcome: 'limited', reason: 'chat_not_allowed', usable: false },
    notPermitted,
  ),
  revoked: always('revoked, expired or mistyped', rejected, () =>
    error(401, 'authentication_error', 'invalid x-api-key'),
  ),
  disabled: always('disabled key: everything is not found', rejected, () =>
    error(404, 'not_found_error', 'Not found'),
  ),
  cors: always(
    'a proxy in between adds an Origin header',
    { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    () => error(401, 'authentication_error', 'CORS requests are not allowed for this Organization'),
  ),
  billing: always('no credit', noCredit, () =>
    error(400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.'),
  ),
  'billing-late': listRefused('no credit, seen when tokens are counted', noCredit, () =>
    error(400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.'),
  ),
  'spend-limit': always('own spending limit reached', noCredit, () =>
    error(400, 'invalid_request_error', 'You have reached your specified workspace API usage limits.'),
  ),
  'billing-402': always('billing details', noCredit, () =>
    error(402, 'billing_error', 'There is an issue with your billing information.'),
  ),
  'tier-cap': always('spending cap of the tier', noCredit, () =>
    error(429, 'rate_limit_error', 'The limit of your tier is reached.', {
      error_code: 'enforced_spend_limit_reached',
    }),
  ),
  'contract-cap': always('spending cap of the contract', noCredit, () =>
    error(429, 'rate_limit_error', 'The limit of your contract is reached.', {
      error_code: 'contract_spend_limit_reached',
    }),
  ),
  deactivated: always('organization disabled', disabled, () =>
    error(400, 'invalid_request_error', 'This organization has been disabled.'),
  ),
  'on-hold': always('organization on hold', disabled, () =>
    error(403, 'permission_error', 'The organization is on hold.', { error_code: 'organization_on_hold' }),
  ),
  workspace: always(
    'the workspace id is missing or wrong',
    { outcome: 'limited', reason: 'options_wrong', usable: false },
    () => error(400, 'invalid_request_error', 'The anthropic-workspace-id header is required for this key.'),
  ),
  region: always('country not served', { outcome: 'unreachable', reason: 'region', usable: false }, () =>
    json(403, { error: { type: 'forbidden', message: 'Request not allowed' } }),
  ),
  ratelimit: always('too many requests', tooMany, () => ({
    ...json(
      429,
      {
        type: 'error',
        error: { type: 'rate_limit_error', message: 'This request would exceed the rate limit.' },
        request_id: requestId,
      },
      { ...ids, 'retry-after': '12' },
    ),
  })),
  ramp: always('requests grew too fast', tooMany, () =>
    error(429, 'rate_limit_error', 'Requests grew too fast.', { error_code: 'ramp_limit_exceeded' }),
  ),
  overload: always('overloaded', down, () => error(529, 'overloaded_error', 'Overloaded')),
  ...misbehaviours,
}

/** The version header is checked before the key, as at the provider. */
const scenarioOf = ({ headers }: FakeRequest) =>
  headers['anthropic-version'] === '2023-06-01' && !headers.authorization
    ? scenarioIn(headers['x-api-key'] ?? '')
    : null

export const anthropic: FakeProvider = {
  hosts: ['api.anthropic.com'],
  scenarios,
  scenarioOf,
  unknownKey: ({ headers }) =>
    headers['anthropic-version']
      ? error(401, 'authentication_error', 'invalid x-api-key')
      : error(400, 'invalid_request_error', 'anthropic-version: header is required'),
  credential: (scenario) => ({ token: `sk-${'ant'}-api03-${'Ab3dE6gH'.repeat(5)}${keyMarker(scenario)}` }),
}
