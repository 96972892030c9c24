import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { callerFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeMember } from '@/testing/factories'
import { openaiKey, startProviders } from '@/testing/provider-keys'

let db: Database
let deps: Deps
let providers: Awaited<ReturnType<typeof startProviders>>

beforeAll(async () => {
  db = await openTestDatabase()
  providers = await startProviders()
  deps = testDeps(db, { http: providers.http })
})
afterAll(async () => {
  await providers.fakes.close()
  await db.close()
})

async function admin() {
  const member = await makeMember(deps, 'admin')
  const api = (await callerFor(deps, member.session)).providerKeys
  const { organizationId } = member
  const keys = () => db.prisma.providerKey.findMany({ where: { organizationId } })
  const events = () =>
    db.prisma.auditEvent.findMany({ where: { chain: organizationId }, orderBy: { seq: 'asc' } })
  return { ...member, api, keys, events }
}

const custom = { provider: 'custom', baseUrl: 'https://llm.example/v1', token: 'local-key' } as const

describe('creating a key', () => {
  it('stores an accepted key as active and sealed, and gives back a mask in place of the secret', async () => {
    const { api, organizationId, user } = await admin()
    const token = openaiKey()
    const created = await api.create({ organizationId, provider: 'openai', token, environment: 'production' })
    expect(created).toMatchObject({
      providerKey: {
        label: 'OpenAI · production',
        status: 'active',
        revision: 1,
        createdBy: { id: user.id },
      },
      verdict: {
        outcome: 'valid',
        reason: 'accepted',
        usable: true,
        httpStatus: 200,
        requestId: 'req_0123456789abcdef',
      },
      removed: [],
      duplicateOf: [],
    })
    expect(created.providerKey).toMatchObject({
      verdict: { outcome: 'valid' },
      lastCheck: { outcome: 'valid' },
    })
    expect(created.providerKey.maskedToken).toBe(`sk-proj-…${token.slice(-4)}`)
    const version = await db.prisma.providerKeyVersion.findFirstOrThrow({ where: { organizationId } })
    expect(version).toMatchObject({ state: 'active', number: 1, providerKeyId: created.providerKey.id })
    expect(version.sealed).toMatch(/^v1\./)
    expect(JSON.stringify([created, version])).not.toContain(token)
    const { modelsDiscovered } = await db.prisma.providerKey.findFirstOrThrow({ where: { organizationId } })
    expect(modelsDiscovered).toContain('gpt-5.2')
  })

  it('is recorded in the audit log with mask and verdict', async () => {
    const { api, organizationId, user, events } = await admin()
    const { providerKey } = await api.create({
      organizationId,
      provider: 'openai',
      token: openaiKey(),
      label: 'Main',
    })
    const [event] = await events()
    expect(event).toMatchObject({ event: 'provider_key.created', actorId: user.id, objectId: providerKey.id, objectName: 'Main', outcome: 'ok' }) // prettier-ignore
    expect(event?.details).toMatchObject({
      provider: 'openai',
      outcome: 'valid',
      maskedToken: providerKey.maskedToken,
    })
  })

  it('tells what was cleaned from the pasted secret', async () => {
    const { api, organizationId } = await admin()
    const created = await api.create({
      organizationId,
      provider: 'openai',
      token: ` Bearer ${openaiKey()}\n`,
    })
    expect(created.removed.map(({ field }) => field)).toContain('token')
    expect(created.verdict?.outcome).toBe('valid')
  })

  it('refuses a key that the provider rejects, in words of ours with its name, and stores nothing but the refusal', async () => {
    const { api, organizationId, keys, events } = await admin()
    const token = openaiKey('revoked')
    const refusal = await refusalOf(api.create({ organizationId, provider: 'openai', token }))
    expect(refusal).toMatchObject({
      code: 'KEY_REJECTED',
      field: 'token',
      details: { verdict: { outcome: 'invalid' } },
    })
    expect(refusal.message).toMatch(/^OpenAI rejects this key/)
    expect(refusal.message).not.toMatch(/Incorrect API key|sk-/)
    expect(await keys()).toEqual([])
    expect(await events()).toMatchObject([{ event: 'provider_key.create_failed', outcome: 'refused' }])
    expect(await db.prisma.providerKeyVersion.count({ where: { organizationId } })).toBe(0)
  })

  it('stores a key that is rate limited or without credit, with the warning', async () => {
    const { api, organizationId } = await admin()
    const limited = await api.create({ organizationId, provider: 'openai', token: openaiKey('ratelimit') })
    expect(limited).toMatchObject({ providerKey: { status: 'active' }, verdict: { outcome: 'valid', reason: 'rate_limited' } }) // prettier-ignore
    const broke = await api.create({ organizationId, provider: 'openai', token: openaiKey('billing') })
    expect(broke).toMatchObject({
      providerKey: { status: 'active', verdict: { usable: false } },
      verdict: { outcome: 'limited', reason: 'billing' },
    })
  })

  it.each(['reset', 'overload', 'wrong-organization', 'region'])(
    'does not store a key whose test ended with "%s", unless asked to save it inactive',
    async (scenario) => {
      const { api, organizationId, keys } = await admin()
      const input = { organizationId, provider: 'openai', token: openaiKey(scenario) } as const
      const refusal = await refusalOf(api.create(input))
      expect(refusal).toMatchObject({ code: 'KEY_NOT_CONFIRMED', details: { verdict: { usable: false } } })
      expect(await keys()).toEqual([])
      const saved = await api.create({ ...input, ifUncertain: 'saveInactive' })
      expect(saved.providerKey).toMatchObject({ status: 'inactive', verdict: { usable: false } })
    },
  )

  it('never saves a rejected key, also when asked to save what is uncertain', async () => {
    const { api, organizationId } = await admin()
    const input = { organizationId, provider: 'openai', token: openaiKey('revoked'), ifUncertain: 'saveInactive' } as const // prettier-ignore
    expect(await refusalOf(api.create(input))).toMatchObject({ code: 'KEY_REJECTED' })
  })

  it('stores a custom key untested and active', async () => {
    const { api, organizationId } = await admin()
    const before = providers.fakes.requests().length
    const created = await api.create({ ...custom, organizationId, name: 'mine' })
    expect(created).toMatchObject({
      verdict: null,
      providerKey: { name: 'mine', label: 'mine · development', status: 'active', lastCheck: null, verdict: { outcome: 'untested', usable: true, since: null } }, // prettier-ignore
    })
    expect(providers.fakes.requests()).toHaveLength(before)
  })

  it('names the other keys of the organization that hold the same secret, and never those of another one', async () => {
    const token = openaiKey()
    const [mine, other] = [await admin(), await admin()]
    const foreign = await other.api.create({
      organizationId: other.organizationId,
      provider: 'openai',
      token,
    })
    const first = await mine.api.create({ organizationId: mine.organizationId, provider: 'openai', token, label: 'First' }) // prettier-ignore
    const second = await mine.api.create({ organizationId: mine.organizationId, provider: 'openai', token })
    expect(foreign.duplicateOf).toEqual([])
    expect(first.duplicateOf).toEqual([])
    expect(second.duplicateOf).toEqual([{ id: first.providerKey.id, label: 'First' }])
    const rows = await db.prisma.providerKeyVersion.findMany({
      where: { organizationId: { in: [mine.organizationId, other.organizationId] } },
    })
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(2)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('the input of a new key', () => {
  const valid = () => ({ provider: 'openai' as const, token: openaiKey() })

  it.each([
    ['an unknown provider', { provider: 'openia' }, 'provider'],
    ['an empty secret', { token: '' }, 'token'],
    ['no secret', { token: undefined }, 'token'],
    ['a name for a provider that has none', { name: 'mine' }, 'name'],
    ['an unknown option', { options: { region: 'eu' } }, 'options'],
    ['an unknown field', { secretly: true }, 'secretly'],
    ['an unknown environment', { environment: 'qa' }, 'environment'],
    ['a masked value in place of the secret', { token: 'sk-proj-…abcd' }, 'token'],
    ['a broken address', { baseUrl: 'not a url' }, 'baseUrl'],
  ])('%s is refused with its field', async (_, change, field) => {
    const { api, organizationId, keys } = await admin()
    const input = { organizationId, ...valid(), ...change } as Parameters<typeof api.create>[0]
    const refusal = await refusalOf(api.create(input))
    expect(refusal.code).toBe('BAD_REQUEST')
    expect(refusal.field).toMatch(new RegExp(`^${field}`))
    expect(await keys()).toEqual([])
  })

  it.each(['Mycompany', 'my-co', 'my1', ''])('a custom provider cannot be named "%s"', async (name) => {
    const { api, organizationId } = await admin()
    expect(await refusalOf(api.create({ ...custom, organizationId, name }))).toMatchObject({ code: 'BAD_REQUEST', field: 'name' }) // prettier-ignore
  })

  it.each(['openai', 'mistral', 'azure', 'api', 'native', 'settings'])(
    'a custom provider cannot take the reserved name "%s"',
    async (name) => {
      const { api, organizationId } = await admin()
      expect(await refusalOf(api.create({ ...custom, organizationId, name }))).toMatchObject({ code: 'BAD_REQUEST', field: 'name' }) // prettier-ignore
    },
  )

  it('a custom provider needs a name and an address', async () => {
    const { api, organizationId } = await admin()
    expect(await refusalOf(api.create({ ...custom, organizationId }))).toMatchObject({ field: 'name' })
    const noAddress = { ...custom, baseUrl: undefined, organizationId, name: 'mine' }
    expect(await refusalOf(api.create(noAddress))).toMatchObject({ code: 'BAD_REQUEST', field: 'baseUrl' })
  })
})

describe('the name of a custom provider', () => {
  it('is taken once per organization and environment, and free again when its key is deleted', async () => {
    const { api, organizationId } = await admin()
    const input = { ...custom, organizationId, name: 'mine' }
    const { providerKey } = await api.create(input)
    const refusal = await refusalOf(api.create(input))
    expect(refusal).toMatchObject({ code: 'NAME_TAKEN', field: 'name' })
    expect((await api.create({ ...input, environment: 'production' })).providerKey.name).toBe('mine')
    const other = await admin()
    await other.api.create({ ...input, organizationId: other.organizationId })
    await api.delete({ organizationId, id: providerKey.id })
    expect((await api.create(input)).providerKey.status).toBe('active')
  })

  it('goes to exactly one of twenty creates at once; the others are told that it is taken', async () => {
    const { api, organizationId, keys } = await admin()
    const attempts = Array.from({ length: 20 }, () => api.create({ ...custom, organizationId, name: 'rush' }))
    const results = await Promise.allSettled(attempts)
    const refusals = results.filter((result) => result.status === 'rejected')
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(refusals.map(({ reason }) => (reason as { cause: { code: string } }).cause.code)).toEqual(
      Array.from({ length: 19 }, () => 'NAME_TAKEN'),
    )
    expect(await keys()).toHaveLength(1)
  })
})
