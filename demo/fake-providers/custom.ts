import { bearerOf, json, misbehaviours } from './fake-provider'
import type { FakeProvider, FakeRequest, Scenario } from './fake-provider'
import { keyMarker, scenarioIn } from './key-marker'
import { always, bodyOf, completion, down, modelList, openAiError, rejected, works } from './openai-shape'

const isModels = ({ method, path }: FakeRequest) => method === 'GET' && path.endsWith('/models')
const isChat = ({ method, path }: FakeRequest) => method === 'POST' && path.endsWith('/chat/completions')
const nothing = () => json(404, { detail: 'Not Found' })
const chat = (request: FakeRequest) => completion(String(bodyOf(request).model))
const refused = () =>
  openAiError(401, { type: 'invalid_request_error', code: 'invalid_api_key', message: 'Unauthorized' })
const unknownModel = () =>
  openAiError(404, { type: 'NotFoundError', message: 'The model `default` does not exist.' })

const answersAll = (request: FakeRequest) =>
  isModels(request) ? modelList(['llama-4-70b', 'qwen-3-32b']) : isChat(request) ? chat(request) : nothing()
/** A server without a list of models, with this answer to a chat. */
const unlisted =
  (answer: Scenario['answer']): Scenario['answer'] =>
  (request) =>
    isChat(request) ? answer(request) : nothing()

const scenarios: Record<string, Scenario> = {
  ok: { about: 'checks keys and lists models', expect: works, answer: answersAll },
  open: {
    about: 'answers any key, also none: every host that begins with `open.`',
    expect: { outcome: 'inconclusive', reason: 'keys_not_checked', usable: true },
    answer: answersAll,
  },
  'no-list': { about: 'has no list of models, but chats', expect: works, answer: unlisted(chat) },
  'no-list-method': {
    about: 'refuses the method of the list, but chats',
    expect: works,
    answer: (request) => (isChat(request) ? chat(request) : json(405, { detail: 'Method Not Allowed' })),
  },
  'no-model': {
    about: 'has no list of models and does not know the one to test with',
    expect: { outcome: 'limited', reason: 'options_wrong', usable: false },
    answer: unlisted(unknownModel),
  },
  complains: {
    about: 'has no list of models and finds the chat request wanting',
    expect: works,
    answer: unlisted(() => json(422, { detail: [{ loc: ['body', 'max_tokens'], msg: 'too small' }] })),
  },
  revoked: always('wrong key', rejected, refused),
  'not-a-list': always(
    'answers 200 with something else',
    { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    () => json(200, { status: 'running' }),
  ),
  nowhere: always(
    'nothing of the API is at this path',
    { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
    nothing,
  ),
  ratelimit: always(
    'too many requests',
    { outcome: 'inconclusive', reason: 'rate_limited', usable: true },
    () =>
      json(
        429,
        { error: { message: 'Too many requests', code: 'rate_limit_exceeded' } },
        { 'retry-after': '3' },
      ),
  ),
  billing: always('no credit', { outcome: 'limited', reason: 'billing', usable: false }, () =>
    json(402, { error: { message: 'Payment required' } }),
  ),
  overload: always('overloaded', down, () => json(503, { error: { message: 'No workers' } })),
  ...misbehaviours,
}

/** Stands for every host that no other fake serves: an endpoint of the OpenAI kind that somebody runs. */
export const custom: FakeProvider = {
  hosts: [],
  scenarios,
  scenarioOf: (request) => (request.host.startsWith('open.') ? 'open' : scenarioIn(bearerOf(request))),
  unknownKey: refused,
  credential: (scenario) => ({
    token: `local-${'Ab3d'.repeat(6)}${keyMarker(scenario)}`,
    baseUrl: scenario === 'open' ? 'https://open.llm.example/v1' : 'https://llm.example/v1',
  }),
}
