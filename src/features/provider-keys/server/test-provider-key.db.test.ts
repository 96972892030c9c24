import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Secret } from '@/core/secret'
import type { Database } from '@/server/db/database'
import { createRateLimits } from '@/server/create-rate-limits'
import type { Deps } from '@/server/deps'
import { callerFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeMember } from '@/testing/factories'
import { makeProviderKey, openaiKey, startProviders, testClock } from '@/testing/provider-keys'
import { confirmDueKeys } from './confirm-due-keys'
import { purgeDeletedKeys } from './purge-deleted-keys'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
let db: Database
let deps: Deps
let providers: Awaited<ReturnType<typeof startProviders>>
let clock: ReturnType<typeof testClock>

beforeAll(async () => {
  db = await openTestDatabase()
  providers = await startProviders()
  clock = testClock()
  deps = testDeps(db, { http: providers.http, now: clock.now })
})
afterAll(async () => {
  await providers.fakes.close()
  await db.close()
})
afterEach(() => vi.unstubAllEnvs())

type Parts = Partial<Parameters<typeof makeProviderKey>[1]>

async function adminWithKey(parts: Parts = {}, use = deps) {
  const member = await makeMember(use, 'admin')
  const { organizationId, user } = member
  const make = (more: Parts = {}) => makeProviderKey(use, { organizationId, createdById: user.id, ...more })
  const key = await make(parts)
  const api = (await callerFor(use, member.session)).providerKeys
  const row = () => db.prisma.providerKey.findUniqueOrThrow({ where: { id: key.id } })
  const checks = () => db.prisma.providerKeyCheck.count({ where: { providerKeyId: key.id } })
  return { ...member, api, key, make, row, checks, at: { organizationId, id: key.id } }
}

/** The providers, whose first answer waits until it is let go. */
function heldProvider() {
  let [ask, answer] = [() => {}, () => {}]
  const asked = new Promise<void>((resolve) => (ask = resolve))
  const answered = new Promise<void>((resolve) => (answer = resolve))
  let isFirst = true
  const http: Deps['http'] = {
    async send(request, options) {
      if (isFirst) {
        isFirst = false
        ask()
        await answered
      }
      return providers.http.send(request, options)
    },
  }
  return { http, asked, answer }
}

const holding = (scenario: string): Parts => ({ secret: new Secret({ key: openaiKey(scenario) }) })

describe('a test of a stored key', () => {
  it('is kept with verdict, request id, latency, time and stages, and shown as the newest check', async () => {
    const { api, at, row, checks } = await adminWithKey({ verdict: { outcome: 'unreachable', reason: 'no_answer', usable: false } }) // prettier-ignore
    const { verdict, providerKey } = await api.test(at)
    expect(verdict).toMatchObject({ outcome: 'valid', httpStatus: 200, requestId: 'req_0123456789abcdef', checkedAt: clock.now().toISOString() }) // prettier-ignore
    expect(verdict.stages.map(({ name }) => name)).toEqual(['reach', 'authenticate', 'permissions', 'models'])
    expect(providerKey).toMatchObject({ lastCheck: verdict, verdict: { outcome: 'valid', since: clock.now().toISOString() } }) // prettier-ignore
    expect(await checks()).toBe(1)
    expect((await row()).modelsDiscovered).toContain('gpt-5.2')
    const detail = await api.get(at)
    expect(detail).toMatchObject({
      checks: [{ outcome: 'valid' }],
      audit: [{ event: 'provider_key.tested' }],
    })
    expect(detail.models.discovered).toContain('gpt-5.2')
  })

  it('is no edit: revision and time of change stay', async () => {
    const { api, at, key } = await adminWithKey()
    const { providerKey } = await api.test(at)
    expect(providerKey).toMatchObject({ revision: key.revision, updatedAt: key.updatedAt.toISOString() })
  })

  it('uses what is stored and nothing of the environment of the process', async () => {
    for (const name of ['OPENAI_BASE_URL', 'OPENAI_API_BASE', 'HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'])
      vi.stubEnv(name, 'http://127.0.0.1:9')
    for (const name of ['OPENAI_API_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID']) vi.stubEnv(name, 'hijacked')
    const token = openaiKey()
    const { api, at } = await adminWithKey({ secret: new Secret({ key: token }) })
    const before = providers.fakes.requests().length
    expect((await api.test(at)).verdict.outcome).toBe('valid')
    const sent = providers.fakes.requests().slice(before)
    expect(sent.length).toBeGreaterThan(0)
    for (const { host, headers } of sent) {
      expect(host).toBe('api.openai.com')
      expect(headers.authorization).toBe(`Bearer ${token}`)
      expect(Object.keys(headers).filter((name) => name.startsWith('openai-'))).toEqual([])
    }
  })

  it('of a custom endpoint calls its address and never a public host of a provider', async () => {
    const custom = { provider: 'custom', name: 'mine', baseUrl: 'https://llm.example/v1' } as const
    const { api, at } = await adminWithKey({ ...custom, secret: new Secret({ key: 'local-keyzzok' }) })
    const before = providers.fakes.requests().length
    expect((await api.test(at)).verdict.outcome).toBe('valid')
    expect(
      new Set(
        providers.fakes
          .requests()
          .slice(before)
          .map(({ host }) => host),
      ),
    ).toEqual(new Set(['llm.example']))
  })

  it('says so when a custom endpoint takes any key, and leaves its use alone', async () => {
    const custom = { provider: 'custom', name: 'open', baseUrl: 'https://open.llm.example/v1' } as const
    const { api, at } = await adminWithKey({ ...custom, secret: new Secret({ key: 'whatever-key' }) })
    const { verdict, providerKey } = await api.test(at)
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'keys_not_checked' })
    expect(providerKey).toMatchObject({ status: 'active', verdict: { usable: true } })
  })

  it('ends after ten seconds, and a hung provider holds up no other test', async () => {
    const hung = await adminWithKey(holding('hang'))
    const well = await adminWithKey()
    const startedAt = performance.now()
    const slow = hung.api.test(hung.at)
    expect((await well.api.test(well.at)).verdict.outcome).toBe('valid')
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect((await slow).verdict).toMatchObject({ outcome: 'unreachable', reason: 'no_answer' })
    expect(performance.now() - startedAt).toBeGreaterThan(9_000)
    expect(performance.now() - startedAt).toBeLessThan(12_000)
  })

  it('does not make a key unusable that worked before an outage', async () => {
    const { api, at } = await adminWithKey(holding('reset'))
    const { providerKey } = await api.test(at)
    expect(providerKey).toMatchObject({
      verdict: { outcome: 'unreachable', usable: true, params: { was: 'valid' } },
      lastCheck: { outcome: 'unreachable', usable: false },
    })
    expect((await api.updateStatus({ ...at, status: 'inactive' })).providerKey.status).toBe('inactive')
    expect((await api.updateStatus({ ...at, status: 'active' })).providerKey.status).toBe('active')
  })

  it('of a key deleted meanwhile ends as not found and leaves no trace on it', async () => {
    const held = heldProvider()
    const { api, at, row, checks } = await adminWithKey({}, { ...deps, http: held.http })
    const testing = refusalOf(api.test(at))
    await held.asked
    await api.delete(at)
    held.answer()
    expect((await testing).code).toBe('NOT_FOUND')
    expect(await row()).toMatchObject({ status: 'deleted', lastCheck: 'valid' })
    expect(await checks()).toBe(0)
  })

  it('of a secret replaced meanwhile says nothing about the new one', async () => {
    const held = heldProvider()
    const { api, at, row, checks } = await adminWithKey(holding('revoked'), { ...deps, http: held.http })
    const testing = refusalOf(api.test(at))
    await held.asked
    await api.replaceSecret({ ...at, revision: 1, provider: 'openai', token: openaiKey() })
    held.answer()
    expect((await testing).code).toBe('STALE_REVISION')
    expect(await row()).toMatchObject({ lastCheck: 'valid', rejections: 0 })
    expect(await checks()).toBe(1)
  })

  it('five at once keep one settled verdict and every check', async () => {
    const { api, at, checks } = await adminWithKey(holding('revoked'))
    await Promise.all(Array.from({ length: 5 }, () => api.test(at)))
    expect(await checks()).toBe(5)
    expect((await api.get(at)).providerKey).toMatchObject({ verdict: { outcome: 'valid' } })
  })
})

describe('a draft', () => {
  it('is tested without being stored, and recorded with its mask', async () => {
    const { api, at } = await adminWithKey()
    const token = openaiKey('revoked')
    const { verdict, removed } = await api.testDraft({
      organizationId: at.organizationId,
      provider: 'openai',
      token,
    })
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'rejected' })
    expect(removed).toEqual([])
    expect(await db.prisma.providerKey.count({ where: { organizationId: at.organizationId } })).toBe(1)
    const event = await db.prisma.auditEvent.findFirstOrThrow({ where: { chain: at.organizationId } })
    expect(event).toMatchObject({ event: 'provider_key.draft_tested', details: { outcome: 'invalid', maskedToken: `sk-proj-…${token.slice(-4)}` } }) // prettier-ignore
  })

  it('takes from the budget of tests, as stored keys, new keys and new secrets do', async () => {
    const taken: string[] = []
    const rateLimits: Deps['rateLimits'] = {
      ...deps.rateLimits,
      consume: (bucket, key) => (taken.push(bucket), deps.rateLimits.consume(bucket, key)),
    }
    const { api, at } = await adminWithKey({}, { ...deps, rateLimits })
    const draft = { organizationId: at.organizationId, provider: 'openai' as const, token: openaiKey() }
    const spent = async (call: Promise<unknown>) => (await call, taken.splice(0))
    expect(await spent(api.testDraft(draft))).toEqual(['test', 'all-tests'])
    expect(await spent(api.test(at))).toEqual(['test', 'all-tests'])
    expect(await spent(api.create(draft))).toEqual(['write', 'test', 'all-tests'])
    expect(await spent(api.replaceSecret({ ...draft, ...at, revision: 1 }))).toEqual([
      'write',
      'test',
      'all-tests',
    ])
    expect(await spent(api.updateStatusMany({ organizationId: at.organizationId, ids: [at.id], status: 'inactive' }))).toEqual(['write']) // prettier-ignore
    expect(await spent(api.list())).toEqual(['read'])
  })

  it('cannot be tried out without end by making more organizations', async () => {
    const budgets = { test: { points: 1, windowSeconds: 60 }, 'all-tests': { points: 2, windowSeconds: 60 } }
    const use = { ...deps, rateLimits: createRateLimits({ store: { kind: 'memory' }, budgets }) }
    const { session } = await makeMember(use, 'owner')
    const api = await callerFor(use, session)
    const draftIn = async (name: string) => {
      const { id } = await api.organizations.create({ name })
      return api.providerKeys.testDraft({ organizationId: id, provider: 'openai', token: openaiKey() })
    }
    for (const word of ['One', 'Two']) await draftIn(`${word} ${crypto.randomUUID().slice(0, 8)}`)
    const before = providers.fakes.requests().length
    const refusal = await refusalOf(draftIn(`Three ${crypto.randomUUID().slice(0, 8)}`))
    expect(refusal.code).toBe('TOO_MANY_REQUESTS')
    expect(providers.fakes.requests()).toHaveLength(before)
  })
})

describe('a rejection of a key that worked', () => {
  beforeEach(() => db.prisma.providerKey.updateMany({ data: { confirmAt: null, rejections: 0 } }))

  it('waits for confirmation, is not confirmed by testing again at once, and settles after two more, minutes apart', async () => {
    const { api, at, row } = await adminWithKey(holding('revoked'))
    const first = await api.test(at)
    const confirmAt = new Date(clock.now().getTime() + 5 * minuteMs).toISOString()
    expect(first).toMatchObject({ verdict: { outcome: 'invalid' }, providerKey: { confirmAt, verdict: { outcome: 'valid', usable: true } } }) // prettier-ignore
    clock.advance(30_000)
    expect((await api.test(at)).providerKey).toMatchObject({ confirmAt, verdict: { outcome: 'valid' } })
    expect(await confirmDueKeys(deps)).toBe(0)
    clock.advance(5 * minuteMs)
    expect(await confirmDueKeys(deps)).toBe(1)
    expect(await row()).toMatchObject({ verdict: 'valid', rejections: 2 })
    clock.advance(6 * minuteMs)
    expect(await confirmDueKeys(deps)).toBe(1)
    expect(await row()).toMatchObject({ verdict: 'invalid', usable: false, rejections: 0, confirmAt: null, status: 'active' }) // prettier-ignore
    clock.advance(6 * minuteMs)
    expect(await confirmDueKeys(deps)).toBe(0)
  })

  it('is recorded in the audit log as done by Latchkey itself', async () => {
    const { api, at } = await adminWithKey(holding('revoked'))
    await api.test(at)
    clock.advance(6 * minuteMs)
    await confirmDueKeys(deps)
    const { audit } = await api.get(at)
    expect(audit?.[0]).toMatchObject({ event: 'provider_key.tested', actorName: 'Latchkey', details: { outcome: 'invalid', settled: 'valid' } }) // prettier-ignore
  })

  it('is confirmed once, whoever of two processes gets to it', async () => {
    const { api, at, checks } = await adminWithKey(holding('revoked'))
    await api.test(at)
    clock.advance(6 * minuteMs)
    const taken = await Promise.all([confirmDueKeys(deps), confirmDueKeys(deps)])
    expect(taken.reduce((sum, count) => sum + count)).toBe(1)
    expect(await checks()).toBe(2)
  })

  it('is not confirmed for deleted keys', async () => {
    const { api, at } = await adminWithKey(holding('revoked'))
    await api.test(at)
    await api.delete(at)
    clock.advance(6 * minuteMs)
    expect(await confirmDueKeys(deps)).toBe(0)
  })
})

describe('a sealed secret', () => {
  /** The start of the ciphertext stays; one sign in its middle is another one. */
  const flipped = (sealed: string) => {
    const middle = Math.floor(sealed.length / 2)
    return sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1)
  }
  const versionOf = (providerKeyId: string) =>
    db.prisma.providerKeyVersion.findFirstOrThrow({ where: { providerKeyId } })

  it.each(['flipped', 'copied from another key', 'copied from another organization'])(
    '%s does not open: the key lists, its test says so, nothing is sent, and the others work',
    async (fault) => {
      const { api, at, make } = await adminWithKey()
      const neighbour = await make()
      const foreign = await adminWithKey()
      const { id, sealed } = await versionOf(at.id)
      const source = fault.includes('organization') ? foreign.at.id : neighbour.id
      const altered = fault === 'flipped' ? flipped(sealed!) : (await versionOf(source)).sealed
      await db.prisma.providerKeyVersion.update({ where: { id }, data: { sealed: altered } })
      expect((await api.list({ organizationId: at.organizationId })).items).toHaveLength(2)
      const before = providers.fakes.requests().length
      const { verdict, providerKey } = await api.test(at)
      expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'secret_unreadable', usable: false })
      expect(providerKey.verdict).toMatchObject({ reason: 'secret_unreadable', usable: false })
      expect(providers.fakes.requests()).toHaveLength(before)
      expect((await api.test({ ...at, id: neighbour.id })).verdict.outcome).toBe('valid')
      const replaced = await api.replaceSecret({ ...at, revision: 1, provider: 'openai', token: openaiKey() })
      expect(replaced.providerKey.verdict).toMatchObject({ outcome: 'valid', usable: true })
    },
  )

  it('does not open for an address edited in the database, with or without the copy beside the seal', async () => {
    const custom = { provider: 'custom', baseUrl: 'https://llm.example/v1' } as const
    const secret = new Secret({ key: 'local-keyzzok' })
    for (const [index, both] of [false, true].entries()) {
      const { api, at } = await adminWithKey({ ...custom, secret, name: `mine${'ab'[index]}` })
      await db.prisma.providerKey.update({
        where: { id: at.id },
        data: { baseUrl: 'https://evil.example/v1' },
      })
      const { id, destination } = await versionOf(at.id)
      const moved = destination.replace('llm.example', 'evil.example')
      if (both) await db.prisma.providerKeyVersion.update({ where: { id }, data: { destination: moved } })
      const before = providers.fakes.requests().length
      expect((await api.test(at)).verdict.reason).toBe('secret_unreadable')
      expect(providers.fakes.requests()).toHaveLength(before)
    }
  })

  it.each([
    ['azure-openai', { resource: 'tidewater' }, { resource: 'elsewhere' }],
    ['aws-bedrock', { region: 'eu-west-1' }, { region: 'us-east-1' }],
    [
      'google-vertex-ai',
      { project: 'tidewater-prod', location: 'europe-west4' },
      { project: 'elsewhere-prod', location: 'us-east1' },
    ],
  ] as const)('of %s does not open for a host edited in the database', async (provider, options, moved) => {
    const secret =
      provider === 'google-vertex-ai'
        ? new Secret({ clientEmail: 'bot@tidewater-prod.iam.gserviceaccount.com', privateKey: 'unused' })
        : new Secret({ key: openaiKey() })
    const { api, at } = await adminWithKey({ provider, options, secret })
    expect((await api.test(at)).verdict.reason).not.toBe('secret_unreadable')
    await db.prisma.providerKey.update({ where: { id: at.id }, data: { options: moved } })
    const before = providers.fakes.requests().length
    expect((await api.test(at)).verdict.reason).toBe('secret_unreadable')
    expect(providers.fakes.requests()).toHaveLength(before)
  })

  it('that does not open refuses changes of options with a sentence', async () => {
    const { api, at } = await adminWithKey()
    const { id, sealed } = await versionOf(at.id)
    await db.prisma.providerKeyVersion.update({ where: { id }, data: { sealed: flipped(sealed!) } })
    const refusal = await refusalOf(api.update({ ...at, revision: 1, options: { organization: 'org-Ab12' } }))
    expect(refusal.code).toBe('SECRET_UNREADABLE')
    expect((await api.update({ ...at, revision: 1, label: 'Still editable' })).providerKey.label).toBe(
      'Still editable',
    )
  })

  it('of a deleted key is destroyed thirty days later, not before, and the row stays', async () => {
    const { api, at, row } = await adminWithKey()
    await api.delete(at)
    clock.advance(29 * dayMs)
    expect(await purgeDeletedKeys(deps)).toBe(0)
    expect((await versionOf(at.id)).sealed).not.toBeNull()
    clock.advance(dayMs + 1)
    expect(await purgeDeletedKeys(deps)).toBeGreaterThan(0)
    expect(await versionOf(at.id)).toMatchObject({ sealed: null, masterKeyId: null, state: 'destroyed', destroyedAt: clock.now() }) // prettier-ignore
    expect(await row()).toMatchObject({ status: 'deleted', purgeAfter: null })
    expect(await purgeDeletedKeys(deps)).toBe(0)
  })
})
