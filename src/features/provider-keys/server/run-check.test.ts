import { describe, expect, it } from 'vitest'
import type { HttpExchange, HttpRequest, HttpResponse, HttpResult } from '@/core/http'
import { Secret } from '@/core/secret'
import type { CheckEnd, CheckStep, Credential, Provider } from '@/providers/provider'
import { recordingLog } from '@/testing/deps'
import { runCheck } from './run-check'

const key = ['sk', 'live'].join('-') + '-Zq8rT5wX2yV9'
const answer = (status: number, { headers = {}, body = '{}' }: Partial<HttpResponse> = {}): HttpResult => ({
  ok: true,
  response: { status, headers, body },
})
const failure = (kind: 'reset' | 'blocked' | 'timeout'): HttpResult => ({ ok: false, failure: kind })
const good: CheckEnd = { outcome: 'valid', reason: 'accepted', usable: true }
const ask = (step: string): CheckStep => ({ step, request: { method: 'GET', url: `https://api.example/${step}`, headers: {} } }) // prettier-ignore

interface Script {
  next: Provider['nextCheck']
  answers: HttpResult[]
  part?: Partial<Provider>
  versionId?: string
  now?: Date
}

/** Runs a check of a provider that asks as scripted, over a network that answers as scripted. */
async function run({ next, answers, part, versionId, now = new Date() }: Script) {
  const sent: HttpRequest[] = []
  const { log, lines } = recordingLog()
  const http = {
    send: async (request: HttpRequest): Promise<Omit<HttpExchange, 'step'>> => {
      sent.push(request)
      return { result: answers[Math.min(sent.length, answers.length) - 1] ?? failure('reset'), latencyMs: 7 }
    },
  }
  const credential: Credential = { secret: new Secret({ key }), options: {}, baseUrl: null, removed: [] }
  const provider = {
    id: 'example',
    nextCheck: next,
    authorize: (request: HttpRequest) => ({
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${key}` },
    }),
    ...part,
  } as Provider
  const result = await runCheck(
    { http, log, now: () => now },
    { provider, credential, versionId: versionId ?? null },
  )
  return { ...result, sent, lines }
}

const once = (_: Credential, exchanges: readonly HttpExchange[]) =>
  exchanges.length === 0 ? ask('models') : good

describe('a check', () => {
  it('tries again once after a cut connection, and gives only the last answer to the provider', async () => {
    const seen: number[] = []
    const { sent, verdict } = await run({
      next: (credential, exchanges) => (seen.push(exchanges.length), once(credential, exchanges)),
      answers: [failure('reset'), answer(200)],
    })
    expect(sent).toHaveLength(2)
    expect(seen).toEqual([0, 1])
    expect(verdict.outcome).toBe('valid')
  })

  it('tries again at most once over all its requests', async () => {
    const steps = ['models', 'chat', 'count']
    const { sent } = await run({
      next: (_, exchanges) => (steps[exchanges.length] ? ask(steps[exchanges.length]!) : good),
      answers: [answer(503)],
    })
    expect(sent).toHaveLength(4)
  })

  it.each([answer(401), answer(429), failure('blocked')])(
    'does not try again after a refusal: %j',
    async (refusal) => {
      expect((await run({ next: once, answers: [refusal] })).sent).toHaveLength(1)
    },
  )

  it('ends after six requests, whatever the provider would still ask', async () => {
    const { sent, verdict } = await run({ next: () => ask('again'), answers: [answer(200)] })
    expect(sent).toHaveLength(6)
    expect(verdict).toMatchObject({ outcome: 'inconclusive', usable: false })
  })

  it('sends nothing, and quotes nothing, when a secret cannot be put on a request', async () => {
    const { sent, verdict, lines } = await run({
      next: (_, [exchange]) =>
        exchange ? { ...good, outcome: 'invalid', reason: 'malformed', usable: false } : ask('models'),
      answers: [],
      part: {
        authorize: () => {
          throw new TypeError(`Headers.append: "Bearer ${key}" is an invalid header value`)
        },
      },
    })
    expect(sent).toEqual([])
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'malformed' })
    expect(JSON.stringify([verdict, lines])).not.toContain(key)
  })

  it('is inconclusive when an answer cannot be read', async () => {
    const { verdict, lines } = await run({
      next: (_, [exchange]) => {
        if (!exchange) return ask('models')
        throw new SyntaxError(`Unexpected token in "${key}"`)
      },
      answers: [answer(200)],
    })
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'not_the_api' })
    expect(lines.join('')).not.toContain(key)
  })

  it('never stores as request id or model name what an endpoint gives back of the key', async () => {
    for (const echo of [key, `id-${key}`, key.slice(0, 12)]) {
      const { verdict, models } = await run({
        next: (_, [exchange]) => (exchange ? { ...good, models: ['llama', echo] } : ask('models')),
        answers: [answer(200, { headers: { 'x-request-id': echo } })],
      })
      expect(verdict.requestId).toBeNull()
      expect(models).toEqual(['llama'])
    }
  })

  it('takes only a short word for a request id', async () => {
    const idFrom = async (id: string) =>
      (await run({ next: once, answers: [answer(200, { headers: { 'x-request-id': id } })] })).verdict
        .requestId
    expect(await idFrom('req_1')).toBe('req_1')
    expect(await idFrom('<script>')).toBeNull()
    expect(await idFrom('a'.repeat(200))).toBeNull()
  })

  it('tells status and request id of the answer that decided, not of the negative control', async () => {
    const other: Credential = {
      secret: new Secret({ key: 'wrong' }),
      options: {},
      baseUrl: null,
      removed: [],
    }
    const { verdict } = await run({
      next: (_, exchanges) =>
        exchanges.length === 0
          ? ask('models')
          : exchanges.length === 1
            ? { ...ask('control'), as: other }
            : good,
      answers: [answer(200, { headers: { 'x-request-id': 'real' } }), answer(401)],
    })
    expect(verdict).toMatchObject({ httpStatus: 200, requestId: 'real', latencyMs: 14 })
  })
})

describe('a credential that is exchanged for an access token', () => {
  const tokenRequest = async (): Promise<HttpRequest> => ({ method: 'POST', url: 'https://tokens.example/', headers: {} }) // prettier-ignore
  const authorize: Provider['authorize'] = (request, _, token) => ({ ...request, headers: { authorization: `Bearer ${token}` } }) // prettier-ignore
  const part = { tokenRequest, authorize }
  const token = answer(200, { body: JSON.stringify({ access_token: 'access-1', expires_in: 3600 }) })
  const afterToken: Provider['nextCheck'] = (_, exchanges) => (exchanges.length === 1 ? ask('count') : good)

  it('is exchanged first, and the token is put on what follows', async () => {
    const { sent } = await run({ next: afterToken, answers: [token, answer(200)], part })
    expect(sent.map(({ url }) => url)).toEqual(['https://tokens.example/', 'https://api.example/count'])
    expect(sent[1]?.headers.authorization).toBe('Bearer access-1')
  })

  it('reuses the token of its version for a minute, never that of another version or of a draft', async () => {
    const now = new Date('2026-03-02T09:00:00.000Z')
    const script = { next: afterToken, answers: [token, answer(200)], part, now }
    const later = new Date(now.getTime() + 61_000)
    const cached = { ...script, answers: [answer(200)] }
    expect((await run({ ...script, versionId: 'pkv_1' })).sent).toHaveLength(2)
    expect((await run({ ...cached, versionId: 'pkv_1' })).sent).toHaveLength(1)
    expect((await run({ ...script, versionId: 'pkv_2' })).sent).toHaveLength(2)
    expect((await run(script)).sent).toHaveLength(2)
    expect((await run({ ...script, versionId: 'pkv_1', now: later })).sent).toHaveLength(2)
  })

  it('is not called wrong because of a token endpoint that gave none', async () => {
    const { sent, verdict } = await run({
      next: afterToken,
      answers: [answer(200, { body: '<html>' })],
      part,
    })
    expect(sent).toHaveLength(1)
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'not_the_api' })
  })
})
