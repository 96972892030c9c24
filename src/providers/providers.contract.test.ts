import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpExchange, HttpRequest } from '@/core/http'
import { jsonBody } from '@/core/http'
import { createOutboundHttp } from '@/server/outbound/create-outbound-http'
import type { FakeProvider } from '@demo/fake-providers/fake-provider'
import { fakeProviders } from '@demo/fake-providers/fakes'
import { startFakeProviders } from '@demo/fake-providers/start'
import type { CheckEnd, CheckStep, Credential, Provider } from './provider'
import { providerIds, providers } from './registry'

// What a library would read from the environment of the process: none of it may change a call.
const foreign: Record<string, string> = {
  OPENAI_API_KEY: 'from-environment',
  OPENAI_BASE_URL: 'https://hijack.example/v1',
  OPENAI_ORG_ID: 'org-environment',
  ANTHROPIC_API_KEY: 'from-environment',
  ANTHROPIC_AUTH_TOKEN: 'from-environment',
  ANTHROPIC_BASE_URL: 'https://hijack.example',
  AWS_ACCESS_KEY_ID: 'from-environment',
  AWS_SECRET_ACCESS_KEY: 'from-environment',
  AWS_SESSION_TOKEN: 'from-environment',
  AWS_BEARER_TOKEN_BEDROCK: 'from-environment',
  AWS_ENDPOINT_URL: 'https://hijack.example',
  AWS_REGION: 'us-gov-west-1',
  AZURE_API_KEY: 'from-environment',
  AZURE_RESOURCE_NAME: 'hijack',
  CO_API_KEY: 'from-environment',
  GOOGLE_APPLICATION_CREDENTIALS: '/from/environment.json',
  GOOGLE_VERTEX_API_KEY: 'from-environment',
  GOOGLE_VERTEX_PROJECT: 'environment',
  GROQ_API_KEY: 'from-environment',
  MISTRAL_API_KEY: 'from-environment',
  TOGETHER_AI_API_KEY: 'from-environment',
}
const before = { ...process.env }
beforeAll(() => void Object.assign(process.env, foreign))
afterAll(() => {
  for (const name of Object.keys(foreign)) delete process.env[name]
  Object.assign(process.env, before)
})

const authHeaders = ['authorization', 'x-api-key', 'api-key', 'x-goog-api-key', 'x-amz-security-token']
const isEnd = (next: CheckStep | CheckEnd): next is CheckEnd => 'outcome' in next

/** Every text inside the secret that is long enough to be told from chance. */
function secretTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 8 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretTexts) : []
}

/** Asks the provider until it knows, over the real way out, at a fake of the whole world. */
async function check(provider: Provider, credential: Credential, timeoutMs: number) {
  const fakes = await startFakeProviders()
  const http = createOutboundHttp({ providerOrigins: [{ from: '*', to: `${fakes.origin}/{host}` }] })
  const planned: HttpRequest[] = []
  const send = async (step: string, request: HttpRequest): Promise<HttpExchange> => {
    planned.push(request)
    return { step, ...(await http.send(request, { timeoutMs })) }
  }
  try {
    const exchanges: HttpExchange[] = []
    const exchange = await provider.tokenRequest?.(credential, new Date())
    if (exchange) exchanges.push(await send('token', exchange))
    const [token] = exchanges
    const accessToken = token?.result.ok
      ? (jsonBody(token.result.response) as { access_token?: string } | undefined)?.access_token
      : undefined
    let next = provider.nextCheck(credential, exchanges)
    while (!isEnd(next)) {
      expect(exchanges.length, 'a check ends after a few requests').toBeLessThan(6)
      const request = await provider.authorize(next.request, next.as ?? credential, accessToken)
      exchanges.push(await send(next.step, request))
      next = provider.nextCheck(credential, exchanges)
    }
    return { end: next, exchanges, planned, arrived: [...fakes.requests()] }
  } finally {
    await Promise.all([http.close(), fakes.close()])
  }
}

const hostFits = (fake: FakeProvider, credential: Credential, host: string) =>
  credential.baseUrl
    ? host === new URL(credential.baseUrl).host
    : fake.hosts.some((name) => (name.startsWith('*') ? host.endsWith(name.slice(1)) : host === name))

describe.each(providerIds)('%s', (id) => {
  const provider = providers[id]
  const fake: FakeProvider = fakeProviders[id]

  it.concurrent.each(Object.entries(fake.scenarios))(
    '%s is judged as its table says',
    async (name, scenario) => {
      const credential = provider.credentials.parse(fake.credential(name))
      const timeoutMs = scenario.expect.reason === 'no_answer' ? 700 : 5000
      const { end, exchanges, planned, arrived } = await check(provider, credential, timeoutMs)
      const { outcome, reason, usable } = end
      expect({ outcome, reason, usable }).toEqual(scenario.expect)
      expect(arrived.length).toBeGreaterThan(0)

      const texts = secretTexts(credential.secret.reveal())
      for (const { method, host, path, headers, body } of arrived) {
        expect(hostFits(fake, credential, host), `${host} is the provider's own host`).toBe(true)
        expect(headers).not.toHaveProperty('origin')
        expect(body.length).toBeLessThanOrEqual(1024)
        expect('content-type' in headers, 'a body has a type, no body has none').toBe(body !== '')
        if (method === 'GET') expect(body).toBe('')
        for (const text of texts) {
          expect(decodeURIComponent(path).includes(text), 'no secret in a URL').toBe(false)
          expect(body.includes(text), 'no secret in a body').toBe(false)
        }
        const carriers = Object.entries(headers).filter(([, value]) =>
          texts.some((text) => value.includes(text)),
        )
        expect(carriers.filter(([header]) => !authHeaders.includes(header))).toEqual([])
        const given = authHeaders.slice(0, 4).filter((header) => header in headers)
        const isTokenExchange = path === '/token'
        expect(given.length, 'exactly one credential').toBe(isTokenExchange ? 0 : 1)
        expect(JSON.stringify(headers)).not.toContain('environment')
      }
      for (const { headers } of planned) expect(Object.values(headers)).not.toContain('')
      expect(JSON.stringify({ end, steps: exchanges.map(({ step }) => step) })).not.toMatch(anyOf(texts))
    },
  )

  it('its fields are told apart, and those of the token are marked secret', () => {
    const paths = provider.fields.map(({ path }) => path)
    const inputs = provider.fields.map(({ variant = '', path }) => `${variant} ${path}`)
    expect(new Set(inputs).size).toBe(inputs.length)
    expect(paths.some((path) => path.startsWith('token'))).toBe(true)
    for (const { path, secret } of provider.fields) expect(secret).toBe(path.startsWith('token'))
    const variants = provider.variants?.map((variant) => variant.id) ?? []
    for (const { variant } of provider.fields) if (variant) expect(variants).toContain(variant)
  })

  it('an unknown option is refused at its own path', () => {
    const { options, ...rest } = fake.credential('ok')
    const parsed = provider.credentials.safeParse({ ...rest, options: { ...options, surprise: 'x' } })
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain('options.surprise')
    expect(provider.options.safeParse({ surprise: 'x' }).success).toBe(false)
  })

  it('a refusal never quotes what was typed', () => {
    const typed = `${'canary'}-${'Zq7'.repeat(9)}`
    for (const token of [
      `${typed} ${typed}`,
      `${typed}é`,
      `{"private_key": "${typed}`,
      { a: typed },
      `https://${typed}`,
    ]) {
      const parsed = provider.credentials.safeParse({
        ...fake.credential('ok'),
        token,
        baseUrl: `${typed}://`,
      })
      expect(parsed.success).toBe(false)
      expect(JSON.stringify(parsed.error?.issues)).not.toContain('canary')
    }
  })

  it('its mask shows nothing but a public prefix and the end of the key', () => {
    const credential = provider.credentials.parse(fake.credential('ok'))
    const mask = provider.mask(credential)
    for (const text of secretTexts(credential.secret.reveal())) expect(mask).not.toContain(text)
    expect(mask.length).toBeLessThan(60)
  })
})

const anyOf = (texts: string[]) =>
  new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '$^')
