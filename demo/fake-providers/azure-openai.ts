import { json, misbehaviours } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import {
  always,
  completion,
  down,
  modelList,
  notPermitted,
  rejected,
  tooMany,
  works as accepted,
} from './openai-shape'

const ids = { 'apim-request-id': '6f2d3c1e-8a47-4d0b-9c55-0d9f4b8f7a21', 'x-ms-region': 'Sweden Central' }
const error = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  json(status, { error: { code, message } }, { ...ids, ...headers })

const models = ['gpt-4o-2024-11-20', 'gpt-4.1-2025-04-14', 'text-embedding-3-large-1']
const list = () => modelList(models, ids)
const noSuchPath = () => error(404, '404', 'Resource not found')
const noSuchDeployment = () =>
  error(404, 'DeploymentNotFound', 'The API deployment for this resource does not exist.')

/** The one deployment there is. */
const deployment = 'chat-prod'
const dated = 'api-version=2024-10-21'

const isModels = ({ method, path }: FakeRequest) =>
  method === 'GET' && (path === '/openai/v1/models' || path === `/openai/models?${dated}`)

function deploymentOf({ method, path, body }: FakeRequest): string | null {
  if (method !== 'POST') return null
  if (path === '/openai/v1/chat/completions') return /"model":"([^"]+)"/.exec(body)?.[1] ?? ''
  return new RegExp(`^/openai/deployments/([^/]+)/chat/completions\\?${dated}$`).exec(path)?.[1] ?? null
}

function works(request: FakeRequest): FakeAnswer {
  if (isModels(request)) return list()
  const asked = deploymentOf(request)
  if (asked === null) return noSuchPath()
  return asked === deployment ? completion(deployment, ids) : noSuchDeployment()
}

const chatOnly = (about: string, expect: Scenario['expect'], answer: () => FakeAnswer): Scenario => ({
  about,
  expect,
  answer: (request) => (isModels(request) ? list() : answer()),
})

const closed = { outcome: 'inconclusive', reason: 'network_acl', usable: false } as const
const wrongOptions = { outcome: 'limited', reason: 'options_wrong', usable: false } as const

const refused = () =>
  error(
    401,
    '401',
    'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
  )

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: accepted, answer: works },
  'ok-chat': { about: 'works, with its deployment', expect: accepted, answer: works },
  'ok-dated': {
    about: 'works, by a dated API version and with its deployment',
    expect: accepted,
    answer: works,
  },
  deployment: { about: 'the deployment does not exist', expect: wrongOptions, answer: works },
  filter: chatOnly('the answer is filtered', accepted, () =>
    error(400, 'content_filter', 'The response was filtered.'),
  ),
  revoked: always('wrong key, or key of another resource', rejected, refused),
  'revoked-word': always('wrong key, in other words', rejected, () =>
    error(401, 'Unauthorized', 'Access denied due to invalid subscription key or wrong API endpoint.'),
  ),
  role: always('signed in, but without the role', notPermitted, () =>
    error(401, 'PermissionDenied', 'Principal does not have access to API/Operation.'),
  ),
  firewall: always('closed by the network rules of the resource', closed, () =>
    error(403, '403', 'Access denied due to Virtual Network/Firewall rules.'),
  ),
  private: always('open only to its private endpoint', closed, () =>
    error(403, '403', 'Public access is disabled. Configure a private endpoint.'),
  ),
  'keys-off': always(
    'keys are switched off on the resource',
    { outcome: 'invalid', reason: 'key_auth_disabled', usable: false },
    () => error(403, 'AuthenticationTypeDisabled', 'Key based authentication is disabled for this resource.'),
  ),
  suspended: always(
    'the resource is blocked',
    { outcome: 'limited', reason: 'account_disabled', usable: false },
    () => error(403, '403', 'The resource has been temporarily blocked because of unusual behavior.'),
  ),
  path: always(
    'path or API version unknown',
    { outcome: 'inconclusive', reason: 'options_wrong', usable: false },
    noSuchPath,
  ),
  ratelimit: always('too many requests', tooMany, () =>
    error(
      429,
      'RateLimitReached',
      'The requests have exceeded the token rate limit. Retry after 9 seconds.',
      {
        'retry-after': '9',
        'retry-after-ms': '8500',
      },
    ),
  ),
  failure: always('fails', down, () => error(500, 'InternalServerError', 'The server had an error.')),
  overload: always('overloaded', down, () => error(503, 'ServiceUnavailable', 'The service is unavailable.')),
  ...misbehaviours,
}

const optionsOf: Record<string, Record<string, string>> = {
  'ok-chat': { deployment },
  'ok-dated': { deployment, apiVersion: '2024-10-21' },
  deployment: { deployment: 'not-there' },
  filter: { deployment },
}

export const azureOpenai: FakeProvider = {
  hosts: ['*.openai.azure.com', '*.services.ai.azure.com', '*.cognitiveservices.azure.com'],
  scenarios,
  scenarioOf: ({ headers }) => (headers.authorization ? null : scenarioIn(headers['api-key'] ?? '')),
  unknownKey: refused,
  credential: (scenario) => ({
    token: `${'Ab3dE6gH'.repeat(5)}${keyMarker(scenario)}`,
    options: { resource: 'tw-prod', ...optionsOf[scenario] },
  }),
}
