import { bearerOf, json, misbehaviours } from './fake-provider'
import type { FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import {
  always,
  bodyOf,
  completion,
  down,
  listsNoModels,
  modelList,
  noCredit,
  openAiError,
  rejected,
  routes,
  tooMany,
  works,
} from './openai-shape'

const headers = {
  'x-request-id': 'req_0123456789abcdef',
  'openai-version': '2020-10-01',
  'openai-processing-ms': '7',
}
const type = 'invalid_request_error'
const error = (status: number, code: string | null, message: string, errorType = type) =>
  openAiError(status, { type: errorType, code, message }, headers)
const refusal = (code: string | null, message: string) => () => error(401, code, message)
const quota = (code: string) => () =>
  error(429, code, 'You exceeded your current quota.', 'insufficient_quota')
const scopes = (scope: string) =>
  `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role in your organization.`

const models = [
  'gpt-5.2',
  'gpt-5.2-mini',
  'gpt-4.1',
  'gpt-4o-mini',
  'text-embedding-3-large',
  'text-embedding-3-small',
]
const list = () => modelList(models, headers)
const chat = (request: FakeRequest) => completion(String(bodyOf(request).model), headers)
const missing = ({ method, path }: FakeRequest) => error(404, null, `Invalid URL (${method} ${path})`)
const routed = (answers: Parameters<typeof routes>[0]) =>
  routes({ 'GET /v1/models': list, 'POST /v1/chat/completions': chat, ...answers }, missing)
/** What a key without the right to list models gets, with another answer to its chat. */
const unlisted = (answer: Parameters<typeof routes>[0][string]) =>
  routed({
    'GET /v1/models': () => error(403, null, scopes('api.model.read')),
    'POST /v1/chat/completions': answer,
  })

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: works, answer: routed({}) },
  restricted: {
    about: 'may chat but not list models (403, error as an object)',
    expect: listsNoModels,
    answer: unlisted(chat),
  },
  'restricted-text': {
    about: 'may chat but not list models (401, error as a bare text)',
    expect: listsNoModels,
    answer: routed({ 'GET /v1/models': () => json(401, { error: scopes('api.model.read') }, headers) }),
  },
  'restricted-model': {
    about: 'may not list models, and the model asked for a chat is unknown',
    expect: listsNoModels,
    answer: unlisted(() =>
      error(404, 'model_not_found', 'The model does not exist or you do not have access to it.'),
    ),
  },
  'restricted-billing': {
    about: 'may not list models, and has no credit',
    expect: noCredit,
    answer: unlisted(quota('insufficient_quota')),
  },
  'no-chat': {
    about: 'may neither list models nor chat',
    expect: { outcome: 'limited', reason: 'chat_not_allowed', usable: false },
    answer: unlisted(() => error(401, null, scopes('model.request'))),
  },
  'no-responses': {
    about: 'may neither list models nor ask for responses (error as a bare text)',
    expect: { outcome: 'limited', reason: 'chat_not_allowed', usable: false },
    answer: unlisted(() => json(403, { error: scopes('api.responses.write') }, headers)),
  },
  revoked: always(
    'revoked, deleted or mistyped',
    rejected,
    refusal(
      'invalid_api_key',
      'Incorrect API key provided: sk-pr***oked. You can find your API key in the dashboard.',
    ),
  ),
  expired: always(
    'expired',
    { ...rejected, reason: 'expired' },
    refusal('invalid_api_key', 'This API key has expired.'),
  ),
  'no-key': always('the key did not arrive', rejected, refusal(null, "You didn't provide an API key.")),
  'no-organization': always(
    'in no organization',
    rejected,
    refusal('no_organization', 'You must be a member of an organization to use the API.'),
  ),
  'wrong-organization': always(
    'the organization header does not match',
    { outcome: 'limited', reason: 'wrong_organization', usable: false },
    refusal('mismatched_organization', 'OpenAI-Organization header should match organization for API key.'),
  ),
  'wrong-project': always(
    'the project header does not match',
    { outcome: 'limited', reason: 'wrong_organization', usable: false },
    refusal('mismatched_project', 'OpenAI-Project header should match project for API key.'),
  ),
  deactivated: always(
    'account banned',
    { ...rejected, reason: 'account_disabled' },
    refusal('account_deactivated', 'The OpenAI account associated with this API key has been deactivated.'),
  ),
  address: always(
    'our address is not on its list',
    { outcome: 'limited', reason: 'address_not_allowed', usable: false },
    refusal('ip_not_authorized', 'IP not authorized: 203.0.113.7'),
  ),
  region: always('country not served', { outcome: 'unreachable', reason: 'region', usable: false }, () =>
    error(
      403,
      'unsupported_country_region_territory',
      'Country, region, or territory not supported',
      'request_forbidden',
    ),
  ),
  billing: always('no credit, as it was said before', noCredit, quota('insufficient_quota')),
  'credit-spent': always('no credit', noCredit, quota('credit_balance_exhausted')),
  'organization-spend-limit': always(
    'spending limit of the organization',
    noCredit,
    quota('organization_spend_limit_exceeded'),
  ),
  'project-spend-limit': always(
    'spending limit of the project',
    noCredit,
    quota('project_spend_limit_exceeded'),
  ),
  'usage-limit': always(
    'usage limit of the organization',
    noCredit,
    quota('organization_usage_limit_exceeded'),
  ),
  'billing-not-active': always('billing is not set up', noCredit, () =>
    error(
      429,
      'billing_not_active',
      'Your account is not active, check your billing details.',
      'billing_not_active',
    ),
  ),
  ratelimit: always('too many requests', tooMany, () =>
    openAiError(
      429,
      { type: 'requests', code: 'rate_limit_exceeded', message: 'Rate limit reached for requests' },
      { ...headers, 'retry-after': '7', 'retry-after-ms': '6100', 'x-ratelimit-reset-requests': '6m0s' },
    ),
  ),
  'slow-down': always('too many requests at once', tooMany, () =>
    error(429, 'slow_down', 'Slow down.', 'rate_limit_error'),
  ),
  overload: always('overloaded', down, () =>
    error(503, 'server_is_overloaded', 'The engine is currently overloaded.', 'service_unavailable_error'),
  ),
  ...misbehaviours,
}

export const openai: FakeProvider = {
  hosts: ['api.openai.com'],
  scenarios,
  scenarioOf: (request) => scenarioIn(bearerOf(request)),
  unknownKey: refusal('invalid_api_key', 'Incorrect API key provided.'),
  credential: (scenario) => ({ token: `sk-${'proj'}-${'Ab3dE6gH'.repeat(5)}${keyMarker(scenario)}` }),
}
