import { TRPCError } from '@trpc/server'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fakeProviders } from '@demo/fake-providers/fakes'
import type { ProviderId } from '@/providers/registry'
import { createContext } from '@/server/api/context'
import { createCaller } from '@/server/api/root'
import type { Database } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { cookieFor } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { recordingLog, testDeps } from '@/testing/deps'
import { makeMember } from '@/testing/factories'
import { openaiKey, startProviders } from '@/testing/provider-keys'

let db: Database
let deps: Deps
let providers: Awaited<ReturnType<typeof startProviders>>
let logged: string[]

beforeAll(async () => {
  db = await openTestDatabase()
  providers = await startProviders()
  const { log, lines } = recordingLog()
  logged = lines
  deps = testDeps(db, { http: providers.http, log })
})
afterAll(async () => {
  await providers.fakes.close()
  await db.close()
})

/** Whatever a call gave back or threw, with everything that hangs on it. */
async function outcomeOf(call: () => Promise<unknown>): Promise<string> {
  try {
    return inspect(await call(), { depth: 20 })
  } catch (error) {
    const parts = error instanceof TRPCError ? [error, error.cause] : [error]
    return parts
      .map((part) => `${inspect(part, { depth: 20, showHidden: true })} ${JSON.stringify(part)}`)
      .join('\n')
  }
}

/** All rows of all tables, as text. */
async function dump(): Promise<string> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const texts = await Promise.all(
    rows.map(async ({ name }) => {
      const table = await db.pool.query<{ text: string }>(`SELECT to_jsonb(t)::text AS text FROM "${name}" t`)
      return table.rows.map(({ text }) => text).join('\n')
    }),
  )
  return texts.join('\n')
}

async function admin() {
  const member = await makeMember(deps, 'admin')
  const cookie = await cookieFor(deps, member.session)
  const context = createContext(deps, { requestId: 'req_canary', address: '203.0.113.7', cookie })
  return { organizationId: member.organizationId, api: createCaller(context).providerKeys }
}

/** A secret's recognisable body, in the forms in which it could leak. */
const traces = (secret: string) => [
  secret,
  Buffer.from(secret).toString('base64').slice(4, -4),
  encodeURIComponent(secret),
]

async function expectNowhere(secret: string, outcomes: readonly string[]) {
  const places = { outcomes: outcomes.join('\n'), log: logged.join(''), database: await dump() }
  for (const [place, text] of Object.entries(places))
    for (const trace of traces(secret)) expect(text.includes(trace), `${place} holds the secret`).toBe(false)
  expect(places.database.length).toBeGreaterThan(1_000)
}

const body = () => `CANARY${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`
const scenarios = Object.keys(fakeProviders.openai.scenarios).filter(
  (name) => name !== 'hang' && name !== 'slow',
)

describe('a planted secret', () => {
  it.each(scenarios)(
    'is nowhere after draft, create, test, replace, get and list of a key that ends as "%s"',
    async (scenario) => {
      const { api, organizationId } = await admin()
      const canary = body()
      const token = openaiKey(scenario, canary)
      const input = { organizationId, provider: 'openai', token, ifUncertain: 'saveInactive' } as const
      const outcomes = [
        await outcomeOf(() => api.testDraft({ organizationId, provider: 'openai', token })),
        await outcomeOf(() => api.create({ organizationId, provider: 'openai', token })),
        await outcomeOf(() => api.create(input)),
      ]
      const { providerKey } = await api.create({ organizationId, provider: 'openai', token: openaiKey() })
      const at = { organizationId, id: providerKey.id }
      outcomes.push(
        await outcomeOf(() => api.replaceSecret({ ...input, id: at.id, revision: 1 })),
        await outcomeOf(() => api.replaceSecret({ ...input, id: at.id, revision: 99 })),
        await outcomeOf(() => api.test(at)),
        await outcomeOf(() => api.get(at)),
        await outcomeOf(() => api.list({ organizationId })),
        await outcomeOf(() => api.updateStatus({ ...at, status: 'inactive' })),
        await outcomeOf(() => api.delete(at)),
      )
      await expectNowhere(canary, outcomes)
    },
  )

  it('is nowhere after inputs that are refused, wherever in them it stands', async () => {
    const { api, organizationId } = await admin()
    const canary = body()
    const broken: object[] = [
      { provider: 'openai', token: `sk-${canary} with spaces` },
      { provider: 'openai', token: `sk-${canary}\u2026abcd` },
      { provider: 'openai', token: `sk-${canary}\u0430` },
      { provider: 'openai', token: { [canary]: canary } },
      { provider: 'mistral', token: `${['sk', 'ant', 'api03'].join('-')}-${canary}` },
      { provider: canary, token: canary },
      { provider: 'openai', token: 7, [canary]: canary },
      { provider: 'openai', token: `sk-${canary}`, options: { [canary]: canary } },
      { provider: 'custom', name: canary, baseUrl: `https://user:${canary}@llm.example/v1`, token: canary },
      { provider: 'custom', name: 'mine', baseUrl: `https://llm.example/v1?key=${canary}`, token: canary },
      {
        provider: 'custom',
        name: 'mine',
        baseUrl: 'https://llm.example/v1',
        token: { headers: { 'x y': canary } },
      },
      { provider: 'google-vertex-ai', token: `{"type":"service_account","private_key":"${canary}` },
    ]
    const outcomes = []
    for (const input of broken)
      for (const name of ['create', 'testDraft'] as const)
        outcomes.push(
          await outcomeOf(() => api[name]({ organizationId, ...input } as Parameters<typeof api.create>[0])),
        )
    for (const text of outcomes) expect(text).toContain('AppError')
    await expectNowhere(canary, outcomes)
  })

  it('of a custom endpoint, headers included, is nowhere after its test either', async () => {
    const { api, organizationId } = await admin()
    const [canary, header] = [body(), body()]
    const input = { organizationId, provider: 'custom', baseUrl: 'https://llm.example/v1' } as const
    const outcomes = []
    for (const [name, scenario] of [
      ['one', 'ok'],
      ['two', 'revoked'],
      ['three', 'reset'],
      ['four', 'html'],
    ] as const) {
      const token = { key: `${canary}zz${scenario}`, headers: { 'x-tenant-key': header } }
      const created = await api.create({ ...input, name, token })
      outcomes.push(inspect(created, { depth: 20 }))
      outcomes.push(await outcomeOf(() => api.test({ organizationId, id: created.providerKey.id })))
    }
    await expectNowhere(canary, outcomes)
    await expectNowhere(header, outcomes)
    expect(providers.fakes.requests().some(({ headers }) => headers['x-tenant-key'] === header)).toBe(true)
  })

  it.each(Object.keys(fakeProviders) as (keyof typeof fakeProviders)[])(
    'of %s is sent to it and stands nowhere in the database in clear',
    async (provider) => {
      const { api, organizationId } = await admin()
      const credential = fakeProviders[provider].credential('ok')
      const outcome = await outcomeOf(
        () =>
        api.create({ organizationId, provider: provider satisfies ProviderId, ...(provider === 'custom' && { name: 'every' }), ...credential } as Parameters<typeof api.create>[0]), // prettier-ignore
      )
      expect(outcome).toContain('maskedToken')
      for (const secret of secretsIn(credential.token)) await expectNowhere(secret, [outcome])
    },
  )
})

/** The parts of a credential that nobody may see: long texts; of a service account, its private key's lines. */
function secretsIn(token: unknown): string[] {
  if (typeof token === 'string') {
    if (!token.startsWith('{')) return [token]
    const { private_key: pem = '' } = JSON.parse(token) as { private_key?: string }
    return pem
      .split('\n')
      .filter((line) => /^[A-Za-z0-9+/]{40,}/.test(line))
      .slice(0, 2)
  }
  const values = Object.entries((token ?? {}) as Record<string, unknown>)
  return values.flatMap(([name, value]) => (/id$/i.test(name) ? [] : secretsIn(value)))
}
