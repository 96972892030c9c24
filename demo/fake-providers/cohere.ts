import { bearerOf, json, misbehaviours } from './fake-provider'
import type { FakeProvider, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import { always, down, listsNoModels, noCredit, rejected, routes, tooMany, works } from './openai-shape'

/** `{ id?, message }` and no machine code; the id stands in the body. */
const error = (status: number, message: string) =>
  json(status, { id: '0a1b2c3d-demo', message }, { 'x-debug-trace-id': '0123456789abcdef' })
const says = (status: number, message: string) => () => error(status, message)
const trial = says(
  429,
  'You are using a Trial key, which is limited to 40 API calls / minute. Upgrade to a Production key at the dashboard.',
)

const list = () =>
  json(200, {
    models: ['command-a-03-2025', 'embed-v4.0', 'rerank-v3.5'].map((name) => ({ name, endpoints: ['chat'] })),
  })
const good = () => json(200, { valid: true, organization_id: 'demo', owner_id: 'demo' })
const routed = (answers: Parameters<typeof routes>[0]) =>
  routes({ 'POST /v1/check-api-key': good, 'GET /v1/models': list, ...answers }, says(404, 'not found'))

const scenarios: Record<string, Scenario> = {
  ok: { about: 'works', expect: works, answer: routed({}) },
  'not-valid': {
    about: 'answers 200 and `valid: false`',
    expect: rejected,
    answer: routed({ 'POST /v1/check-api-key': () => json(200, { valid: false }) }),
  },
  'not-said': always(
    'answers 200 without a word on the key',
    { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    () => json(200, {}),
  ),
  revoked: always('wrong key', rejected, says(401, 'invalid api token')),
  'no-key': always('the key did not arrive', rejected, says(401, 'no api key supplied')),
  expired: always(
    'expired',
    { ...rejected, reason: 'expired' },
    says(
      401,
      'Your API key has expired. Please create a production key at dashboard.cohere.com or reach out.',
    ),
  ),
  billing: always(
    'payment method missing, or the maximum of this key reached',
    noCredit,
    says(402, 'Please add or update your payment method'),
  ),
  'list-billing': {
    about: 'key good, then the maximum of this key is reached',
    expect: noCredit,
    answer: routed({ 'GET /v1/models': says(402, 'Maximum billing reached for this API key.') }),
  },
  trial: always(
    'trial key, its minute used up',
    { outcome: 'limited', reason: 'trial_key', usable: true },
    trial,
  ),
  'list-trial': {
    about: 'trial key that has just used up its minute',
    expect: { outcome: 'limited', reason: 'trial_key', usable: true },
    answer: routed({ 'GET /v1/models': trial }),
  },
  ratelimit: always('too many requests', tooMany, says(429, 'too many requests')),
  forbidden: {
    about: 'may not list models',
    expect: listsNoModels,
    answer: routed({ 'GET /v1/models': says(403, 'forbidden') }),
  },
  'list-missing': {
    about: 'key good, a model is not found',
    expect: works,
    answer: routed({
      'GET /v1/models': says(404, "model 'x' not found, make sure the correct model ID was used"),
    }),
  },
  'html-edge': {
    about: 'an edge in between refuses with a web page',
    expect: { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    answer: () => ({
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<html><title>403</title></html>',
    }),
  },
  ...Object.fromEntries(
    [498, 499, 500, 501, 503, 504].map((status) => [
      `status-${status}`,
      always(`answers ${status}`, down, says(status, 'something went wrong')),
    ]),
  ),
  overload: always('overloaded', down, says(503, 'service unavailable')),
  ...misbehaviours,
}

export const cohere: FakeProvider = {
  hosts: ['api.cohere.com', 'api.cohere.ai'],
  scenarios,
  scenarioOf: (request) => scenarioIn(bearerOf(request)),
  unknownKey: says(401, 'invalid api token'),
  credential: (scenario) => ({ token: `${'Ab3dE6gH'.repeat(3)}${keyMarker(scenario)}` }),
}
