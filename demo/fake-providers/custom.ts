import { bearerOf, json, misbehaviours, scenarioIn } from './fake-provider'
import type { FakeAnswer, FakeProvider, FakeRequest, Scenario } from './fake-provider'

const modelList = () => json(200, { object: 'list', data: [{ id: 'llama-4-70b' }, { id: 'qwen-3-32b' }] })
const completion = () =>
  json(200, {
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: 'a' } }],
  })
const refused = () => json(401, { error: { message: 'Unauthorized', code: 'invalid_api_key' } })

const isModels = ({ method, path }: FakeRequest) => method === 'GET' && path.endsWith('/models')
const isChat = ({ method, path }: FakeRequest) => method === 'POST' && path.endsWith('/chat/completions')
const nothing = () => json(404, { detail: 'Not Found' })

const works = (request: FakeRequest): FakeAnswer =>
  isModels(request) ? modelList() : isChat(request) ? completion() : nothing()

const scenarios: Record<string, Scenario> = {
  ok: {
    about: 'checks keys and lists models',
    expect: { outcome: 'valid', reason: 'accepted', usable: true },
    answer: works,
  },
  open: {
    about: 'answers any key, also none (hosts that begin with `open.`)',
    expect: { outcome: 'inconclusive', reason: 'keys_not_checked', usable: true },
    answer: works,
  },
  'no-list': {
    about: 'has no list of models, but chats',
    expect: { outcome: 'valid', reason: 'accepted', usable: true },
    answer: (request) => (isChat(request) ? completion() : nothing()),
  },
  revoked: {
    about: 'wrong key',
    expect: { outcome: 'invalid', reason: 'rejected', usable: false },
    answer: refused,
  },
  ratelimit: {
    about: 'too many requests',
    expect: { outcome: 'valid', reason: 'rate_limited', usable: true },
    answer: () =>
      json(
        429,
        { error: { message: 'Too many requests', code: 'rate_limit_exceeded' } },
        { 'retry-after': '3' },
      ),
  },
  overload: {
    about: 'overloaded',
    expect: { outcome: 'inconclusive', reason: 'server_error', usable: false },
    answer: () => json(503, { error: { message: 'No workers' } }),
  },
  ...misbehaviours,
}

/** Stands for every host that no other fake serves: an endpoint of the OpenAI kind that somebody runs. */
export const custom: FakeProvider = {
  hosts: [],
  scenarios,
  scenarioOf: (request) => (request.host.startsWith('open.') ? 'open' : scenarioIn(bearerOf(request))),
  unknownKey: refused,
  credential: (scenario) => ({
    token: `local-${'Ab3d'.repeat(6)}zz${scenario}`,
    baseUrl: scenario === 'open' ? 'https://open.llm.example/v1' : 'https://llm.example/v1',
  }),
}
