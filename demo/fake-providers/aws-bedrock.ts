import { pairIdOf, signedBy } from './aws-signatures'
import {
  error,
  forbidden,
  identity,
  mismatch,
  modelList,
  reply,
  unknownId,
  unknownToSts,
} from './bedrock-answers'
import { bearerOf, misbehaviours } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import { down, listsNoModels, notPermitted, rejected, tooMany, works as accepted } from './openai-shape'

const isSts = ({ host }: FakeRequest) => host.startsWith('sts.')
const isModels = ({ method, host, path }: FakeRequest) =>
  method === 'GET' && host.startsWith('bedrock.') && path === '/foundation-models'
const isConverse = ({ method, host, path }: FakeRequest) =>
  method === 'POST' && host.startsWith('bedrock-runtime.') && /^\/model\/[^/]+\/converse$/.test(path)

function works(request: FakeRequest): FakeAnswer {
  if (isSts(request)) return identity()
  if (isModels(request)) return modelList()
  return isConverse(request) ? reply() : error(404, 'UnknownOperationException', 'Unknown operation')
}

type Expect = Scenario['expect']
/** The same whatever is asked; STS, where a pair is shown to it, knows the pair. */
const always = (about: string, expect: Expect, answer: () => FakeAnswer): Scenario => ({
  about,
  expect,
  answer: (request) => (isSts(request) ? identity() : answer()),
})
/** Refuses the list, and answers a request to a model so. */
const listRefused = (
  about: string,
  expect: Expect,
  answer: (request: FakeRequest) => FakeAnswer,
): Scenario => ({
  about,
  expect,
  answer: (request) =>
    isModels(request)
      ? forbidden('bedrock:ListFoundationModels')
      : isConverse(request)
        ? answer(request)
        : works(request),
})

const expired = { outcome: 'invalid', reason: 'expired', usable: false } as const
const noModel = { outcome: 'limited', reason: 'model_access', usable: false } as const
const clock = { outcome: 'inconclusive', reason: 'clock', usable: false } as const

const both: Record<string, Scenario> = {
  ok: { about: 'works', expect: accepted, answer: works },
  restricted: listRefused('may ask models but not list them', listsNoModels, works),
  profile: listRefused('may not list models, and the model wants an inference profile', listsNoModels, () =>
    error(
      400,
      'ValidationException',
      'Invocation of model ID with on-demand throughput isn’t supported. Retry with an inference profile.',
    ),
  ),
  permission: listRefused('has no right at Bedrock', notPermitted, () => forbidden('bedrock:InvokeModel')),
  'model-access': listRefused('no access to the model', noModel, () =>
    error(403, 'AccessDeniedException', "You don't have access to the model with the specified model ID."),
  ),
  'model-form': listRefused('a form of the model maker is not filled in', noModel, () =>
    error(404, 'FTUFormNotFilled', 'Model use case details have not been submitted for this account.'),
  ),
  country: listRefused(
    'the model is not for this country',
    { outcome: 'limited', reason: 'region', usable: false },
    () =>
      error(
        400,
        'ValidationException',
        'Access to Anthropic models is not allowed from unsupported countries, regions, or territories.',
      ),
  ),
  ratelimit: always('too many requests', tooMany, () =>
    error(429, 'ThrottlingException', 'Too many requests, wait before trying again.'),
  ),
  quota: always('a quota is used up', tooMany, () =>
    error(400, 'ServiceQuotaExceededException', 'The request exceeds the service quota.'),
  ),
  'model-error': listRefused('the model fails', down, () =>
    error(424, 'ModelErrorException', 'The request failed due to an error while processing the model.'),
  ),
  overload: always('overloaded', down, () => error(503, 'ServiceUnavailableException', 'Unavailable')),
}

const keyOnly: Record<string, Scenario> = {
  revoked: always('wrong, revoked, expired or of another region', rejected, () =>
    error(
      403,
      'AccessDeniedException',
      'Authentication failed: Please make sure your API Key is valid.',
      'Message',
    ),
  ),
  bearer: always('its user may not call with API keys', notPermitted, () =>
    error(
      403,
      'AccessDeniedException',
      'Invalid API Key format: Must start with pre-defined prefix',
      'Message',
    ),
  ),
  'cut-key': always('the front of the key is missing', rejected, () =>
    error(
      403,
      'AccessDeniedException',
      'Invalid API Key format: Must start with pre-defined prefix',
      'Message',
    ),
  ),
}

let isTypoFresh = false
const pairOnly: Record<string, Scenario> = {
  'pair-unknown': {
    about: 'access key id unknown',
    expect: rejected,
    answer: (request) => (isSts(request) ? unknownToSts() : unknownId()),
  },
  'pair-region': always(
    'good pair, in a region that the account has not switched on',
    { outcome: 'limited', reason: 'options_wrong', usable: false },
    unknownId,
  ),
  'pair-secret': always('wrong secret', rejected, mismatch),
  'pair-mended': {
    about: 'right secret, seconds after a wrong one: refused once more, then taken',
    expect: accepted,
    answer: (request) => ((isTypoFresh = !isTypoFresh) ? mismatch() : works(request)),
  },
  'pair-expired': always('the session has ended', expired, () =>
    error(403, 'ExpiredTokenException', 'The security token included in the request is expired'),
  ),
  'pair-clock': always('our clock is off', clock, () =>
    error(400, 'RequestExpired', 'The request is more than 15 minutes old.'),
  ),
  'pair-clock-signature': always('our clock is off, told as a wrong signature', clock, () =>
    error(
      403,
      'InvalidSignatureException',
      'Signature expired: 20260101T000000Z is now earlier than 20260101T001500Z',
    ),
  ),
  'pair-incomplete': always('date missing on the way', clock, () =>
    error(400, 'IncompleteSignature', 'The request signature does not conform to AWS standards.'),
  ),
}

/** The same rows with a pair; their scenarios begin with `pair-`. */
const byPair = Object.fromEntries(
  Object.entries(both).map(([name, scenario]) => [
    `pair-${name}`,
    { ...scenario, about: `${scenario.about} (key pair)` },
  ]),
)
const pairs: Record<string, Scenario> = { ...byPair, ...pairOnly }

function scenarioOf(request: FakeRequest): string | null {
  const bearer = bearerOf(request)
  return bearer ? scenarioIn(bearer) : signedBy(request, Object.keys(pairs))
}

const pairOf = (scenario: string) => ({
  accessKeyId: pairIdOf(scenario),
  secretAccessKey: 'wJalrEXAMPLE+key/'.repeat(3).slice(0, 40),
  ...(scenario === 'pair-expired' && { sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE' }),
})
const keyOf = (scenario: string) =>
  `${scenario === 'cut-key' ? 'BSK' : 'ABSK'}${'QmVkcm9j'.repeat(14)}${keyMarker(scenario)}`

export const awsBedrock: FakeProvider = {
  hosts: ['*.amazonaws.com', '*.amazonaws.com.cn', '*.amazonaws.eu'],
  scenarios: { ...both, ...keyOnly, ...pairs, ...misbehaviours },
  scenarioOf,
  unknownKey: (request) => (isSts(request) ? unknownToSts() : unknownId()),
  howToType:
    'An API key that ends as shown; `pair-…` stands in the access key id: `AKIA`, then its letters in capitals, filled with 7 in front to 16.',
  credential: (scenario) => ({
    token: scenario.startsWith('pair-') ? pairOf(scenario) : keyOf(scenario),
    options: { region: 'us-east-1' },
  }),
}
