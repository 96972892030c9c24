import { json, misbehaviours } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { assertionScenario, grantToken, refuseToken, serviceAccountFile, tokenHost } from './google-tokens'
import { keyMarker, scenarioIn } from './key-marker'
import { down, noCredit, notPermitted, rejected, tooMany, works as accepted } from './openai-shape'

const info = (reason: string) => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata: { service: 'aiplatform.googleapis.com' },
})
const error = (code: number, status: string, message: string, reason?: string) =>
  json(code, { error: { code, message, status, ...(reason && { details: [info(reason)] }) } })

const isToken = ({ host }: FakeRequest) => host === tokenHost
const call = /\/publishers\/google\/models\/([^/:]+):(countTokens|generateContent)$/

function works(request: FakeRequest): FakeAnswer {
  const [, model, method] = call.exec(request.path) ?? []
  if (request.method !== 'POST' || !method)
    return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' }
  if (!model?.startsWith('gemini-')) return noSuchModel()
  return method === 'countTokens'
    ? json(200, { totalTokens: 1, promptTokensDetails: [{ modality: 'TEXT', tokenCount: 1 }] })
    : json(200, {
        candidates: [{ content: { role: 'model', parts: [{ text: 'a' }] }, finishReason: 'MAX_TOKENS' }],
        usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
      })
}

const noSuchModel = () =>
  error(404, 'NOT_FOUND', 'Publisher Model was not found or your project does not have access to it.')
const denied = () =>
  error(
    403,
    'PERMISSION_DENIED',
    "Permission 'aiplatform.endpoints.predict' denied on resource.",
    'IAM_PERMISSION_DENIED',
  )
const wrongKind = () =>
  error(401, 'UNAUTHENTICATED', 'API keys are not supported by this API.', 'CREDENTIALS_MISSING')
const badKey = () =>
  error(400, 'INVALID_ARGUMENT', 'API key not valid. Pass a valid API key.', 'API_KEY_INVALID')

type Expect = Scenario['expect']
type Answer = (request: FakeRequest) => FakeAnswer

/** With an API key, or with the access token that a service account was granted. */
const onCall = (about: string, expect: Expect, answer: Answer): Scenario => ({
  about,
  expect,
  answer: (request) => (isToken(request) ? grantToken(request) : answer(request)),
})
const onToken = (about: string, expect: Expect, answer: () => FakeAnswer): Scenario => ({
  about,
  expect,
  answer: (request) => (isToken(request) ? answer() : works(request)),
})
const unlessGenerating =
  (answer: () => FakeAnswer): Answer =>
  (request) =>
    request.path.endsWith(':generateContent') ? works(request) : answer()

const notEnabled = { outcome: 'limited', reason: 'api_not_enabled', usable: false } as const
const wrongOptions = { outcome: 'limited', reason: 'options_wrong', usable: false } as const

const calls: Record<string, Scenario> = {
  ok: onCall('works', accepted, works),
  'retired-model': onCall('the first model is retired, the other works', accepted, (request) =>
    request.path.includes('-lite:') ? noSuchModel() : works(request),
  ),
  permission: onCall('has no role for models', notPermitted, denied),
  'no-count': onCall('may not count tokens but generate', accepted, unlessGenerating(denied)),
  disabled: onCall('API not switched on in the project', notEnabled, () =>
    error(
      403,
      'PERMISSION_DENIED',
      'Vertex AI API has not been used in project 1 before.',
      'SERVICE_DISABLED',
    ),
  ),
  billing: onCall('billing is off', noCredit, () =>
    error(403, 'PERMISSION_DENIED', 'This API method requires billing to be enabled.', 'BILLING_DISABLED'),
  ),
  region: onCall('country not served', { outcome: 'unreachable', reason: 'region', usable: false }, () =>
    error(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'),
  ),
  options: onCall('project, location or model unknown', wrongOptions, noSuchModel),
  ratelimit: onCall('quota or shared capacity is used up', tooMany, () =>
    error(429, 'RESOURCE_EXHAUSTED', 'Resource exhausted. Try again later.'),
  ),
  cancelled: onCall('gives up', down, () => error(499, 'CANCELLED', 'The operation was cancelled.')),
  overload: onCall('overloaded', down, () => error(503, 'UNAVAILABLE', 'The service is unavailable.')),
}

const keyOnly: Record<string, Scenario> = {
  revoked: onCall('wrong API key', rejected, badKey),
  expired: onCall('expired API key', { outcome: 'invalid', reason: 'expired', usable: false }, () =>
    error(400, 'INVALID_ARGUMENT', 'API key expired. Renew the API key.', 'API_KEY_INVALID'),
  ),
  kind: onCall(
    'this kind of API key is not taken here',
    { outcome: 'inconclusive', reason: 'api_not_enabled', usable: false },
    wrongKind,
  ),
  'kind-token': onCall(
    'the API key is read as an access token',
    { outcome: 'inconclusive', reason: 'api_not_enabled', usable: false },
    () =>
      error(
        401,
        'UNAUTHENTICATED',
        'Request had invalid authentication credentials.',
        'ACCESS_TOKEN_TYPE_UNSUPPORTED',
      ),
  ),
  'kind-generates': onCall('may generate though not count', accepted, unlessGenerating(wrongKind)),
  blocked: onCall('API key not allowed to call this API, as those of AI Studio', notEnabled, () =>
    error(403, 'PERMISSION_DENIED', 'Requests to this API method are blocked.', 'API_KEY_SERVICE_BLOCKED'),
  ),
}

const accountOnly: Record<string, Scenario> = {
  'sa-revoked': onToken('key of the service account deleted or disabled', rejected, () =>
    refuseToken('invalid_grant', 'Invalid JWT Signature.'),
  ),
  'sa-deleted': onToken('service account deleted', rejected, () =>
    refuseToken('invalid_grant', 'Invalid grant: account not found'),
  ),
  'sa-clock': onToken('our clock is off', { outcome: 'inconclusive', reason: 'clock', usable: false }, () =>
    refuseToken(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    ),
  ),
  'sa-token-busy': onToken(
    'too many token requests',
    { outcome: 'inconclusive', reason: 'rate_limited', usable: false },
    () => json(429, { error: 'rate_limit_exceeded', error_description: 'Too many requests' }),
  ),
  'sa-token-page': onToken(
    'a page instead of a token',
    { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    () => ({ misbehave: 'html' }),
  ),
}

/** The same rows by service account, whose scenarios begin with `sa-`. */
const byAccount = Object.fromEntries(
  Object.entries(calls).map(([name, scenario]) => [
    `sa-${name}`,
    { ...scenario, about: `${scenario.about} (service account)` },
  ]),
)

function scenarioOf(request: FakeRequest): string | null {
  if (isToken(request)) return assertionScenario(request)
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return scenarioIn(bearer ?? request.headers['x-goog-api-key'] ?? '')
}

export const googleVertexAi: FakeProvider = {
  hosts: [tokenHost, 'aiplatform.googleapis.com', '*-aiplatform.googleapis.com', '*.rep.googleapis.com'],
  scenarios: { ...calls, ...keyOnly, ...byAccount, ...accountOnly, ...misbehaviours },
  scenarioOf,
  unknownKey: (request) =>
    isToken(request) ? refuseToken('invalid_grant', 'Invalid JWT Signature.') : badKey(),
  howToType: 'An API key that ends as shown; for `sa-…` a key file whose `private_key_id` does.',
  credential: (scenario) =>
    scenario.startsWith('sa-')
      ? { token: serviceAccountFile(scenario), options: { location: 'europe-west4' } }
      : { token: `AI${'za'}${'Ab3dE6gH'.repeat(4)}${keyMarker(scenario)}` },
}
