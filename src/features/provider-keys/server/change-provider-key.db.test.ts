import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '@/core/secret'
import type { Database } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { callerFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeMember } from '@/testing/factories'
import { makeProviderKey, openaiKey, startProviders } from '@/testing/provider-keys'
import { openCredential } from './open-credential'
import { providers as registry } from '@/providers/registry'

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

type Parts = Partial<Parameters<typeof makeProviderKey>[1]>

async function adminWithKey(parts: Parts = {}) {
  const member = await makeMember(deps, 'admin')
  const { organizationId, user } = member
  const make = (more: Parts = {}) => makeProviderKey(deps, { organizationId, createdById: user.id, ...more })
  const key = await make(parts)
  const api = (await callerFor(deps, member.session)).providerKeys
  const row = () => db.prisma.providerKey.findUniqueOrThrow({ where: { id: key.id } })
  const versions = () => db.prisma.providerKeyVersion.findMany({ where: { providerKeyId: key.id }, orderBy: { number: 'asc' } }) // prettier-ignore
  const events = () =>
    db.prisma.auditEvent.findMany({ where: { chain: organizationId }, orderBy: { seq: 'asc' } })
  return { ...member, at: { organizationId, id: key.id }, api, key, make, row, versions, events }
}

const offline = { outcome: 'unreachable', reason: 'no_answer', usable: false } as const

describe('switching a key', () => {
  it('off and on again acts at once and is recorded', async () => {
    const { api, at, events } = await adminWithKey()
    const off = await api.updateStatus({ ...at, status: 'inactive' })
    expect(off.providerKey).toMatchObject({ status: 'inactive', revision: 2 })
    expect((await api.updateStatus({ ...at, status: 'active' })).providerKey).toMatchObject({ status: 'active', revision: 3 }) // prettier-ignore
    expect((await events()).map(({ event }) => event)).toEqual([
      'provider_key.deactivated',
      'provider_key.activated',
    ])
  })

  it('to what it is changes nothing and records nothing', async () => {
    const { api, at, events } = await adminWithKey()
    expect((await api.updateStatus({ ...at, status: 'active' })).providerKey.revision).toBe(1)
    expect(await events()).toEqual([])
  })

  it('to "deleted", or to nothing, is refused as bad input', async () => {
    const { api, at, row } = await adminWithKey()
    const send = (input: object) => api.updateStatus(input as Parameters<typeof api.updateStatus>[0])
    expect(await refusalOf(send({ ...at, status: 'deleted' }))).toMatchObject({
      code: 'BAD_REQUEST',
      field: 'status',
    })
    expect(await refusalOf(send(at))).toMatchObject({ code: 'BAD_REQUEST', field: 'status' })
    expect(await row()).toMatchObject({ status: 'active' })
  })

  it('never brings a deleted key back', async () => {
    const { api, at, row } = await adminWithKey()
    await api.delete(at)
    expect((await refusalOf(api.updateStatus({ ...at, status: 'active' }))).code).toBe('NOT_FOUND')
    const { results } = await api.updateStatusMany({
      organizationId: at.organizationId,
      ids: [at.id],
      status: 'active',
    })
    expect(results).toMatchObject([{ ok: false, code: 'NOT_FOUND' }])
    expect(await row()).toMatchObject({ status: 'deleted' })
  })

  it('on waits for a good test where the provider never accepted the key', async () => {
    const { api, at } = await adminWithKey({ status: 'inactive', verdict: offline })
    const refusal = await refusalOf(api.updateStatus({ ...at, status: 'active' }))
    expect(refusal).toMatchObject({ code: 'KEY_NOT_CONFIRMED', field: 'status' })
    expect(refusal.message).toMatch(/stays off until a test succeeds/)
    await api.test(at)
    expect((await api.updateStatus({ ...at, status: 'active' })).providerKey.status).toBe('active')
  })

  it('on needs no test for a custom key', async () => {
    const custom = { provider: 'custom', name: 'mine', baseUrl: 'https://llm.example/v1' } as const
    const { api, at } = await adminWithKey({ ...custom, status: 'inactive', verdict: offline })
    expect((await api.updateStatus({ ...at, status: 'active' })).providerKey.status).toBe('active')
  })

  it('fifty times at once leaves no change unrecorded', async () => {
    const { api, at, row, events } = await adminWithKey()
    const status = (index: number) => (index % 2 === 0 ? 'inactive' : 'active')
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => api.updateStatus({ ...at, status: status(index) })),
    )
    const { revision, status: last } = await row()
    const recorded = await events()
    expect(recorded).toHaveLength(revision - 1)
    expect(recorded.at(-1)?.event).toBe(
      last === 'active' ? 'provider_key.activated' : 'provider_key.deactivated',
    )
  })

  it('with a revision that is no longer the newest is refused', async () => {
    const { api, at } = await adminWithKey()
    await api.update({ ...at, revision: 1, label: 'Renamed' })
    expect((await refusalOf(api.updateStatus({ ...at, revision: 1, status: 'inactive' }))).code).toBe(
      'STALE_REVISION',
    )
  })
})

describe('editing a key', () => {
  it('changes label, environment, options and expiry, keeps the secret, and records before and after', async () => {
    const { api, at, versions, events } = await adminWithKey({ label: 'Old' })
    const [before] = await versions()
    const expiresAt = '2027-01-01T00:00:00.000Z'
    const { providerKey } = await api.update({
      ...at,
      revision: 1,
      label: ' New ',
      environment: 'production',
      expiresAt,
    })
    expect(providerKey).toMatchObject({
      label: 'New',
      environment: 'production',
      expiresAt,
      revision: 2,
      options: null,
    })
    const organized = await api.update({
      ...at,
      revision: 2,
      options: { organization: 'org-Ab12' },
      expiresAt: null,
    })
    expect(organized.providerKey).toMatchObject({ options: { organization: 'org-Ab12' }, expiresAt: null })
    expect(await versions()).toEqual([before])
    const [first] = await events()
    expect(first?.details).toMatchObject({ 'label.before': 'Old', 'label.after': 'New' })
  })

  it('lets the first of two edits of one revision win; the second is told and loses nothing', async () => {
    const { api, at, row } = await adminWithKey()
    const edits = ['One', 'Two'].map((label) => api.update({ ...at, revision: 1, label }))
    const [won, lost] = [await Promise.allSettled(edits), await refusalOf(api.update({ ...at, revision: 1, label: 'Three' }))] // prettier-ignore
    expect(won.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(lost.code).toBe('STALE_REVISION')
    expect(await row()).toMatchObject({ revision: 2 })
  })

  it('never takes a secret or an address', async () => {
    const { api, at } = await adminWithKey()
    for (const change of [{ token: openaiKey() }, { baseUrl: 'https://elsewhere.example/v1' }]) {
      const input = { ...at, revision: 1, ...change } as Parameters<typeof api.update>[0]
      expect(await refusalOf(api.update(input))).toMatchObject({
        code: 'BAD_REQUEST',
        field: Object.keys(change)[0],
      })
    }
  })

  it.each([
    ['azure-openai', { resource: 'tidewater' }, { resource: 'elsewhere' }],
    ['aws-bedrock', { region: 'eu-west-1' }, { region: 'us-east-1' }],
  ] as const)(
    'of %s never moves the secret to another host: that takes the secret again',
    async (provider, options, moved) => {
      const { api, at, row, versions } = await adminWithKey({ provider, options })
      const before = await versions()
      const refusal = await refusalOf(api.update({ ...at, revision: 1, options: moved }))
      expect(refusal).toMatchObject({ code: 'BAD_REQUEST', field: 'options' })
      expect(await row()).toMatchObject({ options, revision: 1 })
      expect(await versions()).toEqual(before)
    },
  )

  it('needs something to change', async () => {
    const { api, at } = await adminWithKey()
    expect((await refusalOf(api.update({ ...at, revision: 1 }))).code).toBe('BAD_REQUEST')
  })

  it('of options that the provider does not have is refused with their field', async () => {
    const { api, at } = await adminWithKey()
    const refusal = await refusalOf(api.update({ ...at, revision: 1, options: { region: 'eu' } }))
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST' })
    expect(refusal.field).toMatch(/^options/)
  })

  it('cannot take the environment in which another custom key has the name', async () => {
    const custom = { provider: 'custom', name: 'mine', baseUrl: 'https://llm.example/v1' } as const
    const { api, at, make } = await adminWithKey(custom)
    await make({ ...custom, environment: 'production' })
    const refusal = await refusalOf(api.update({ ...at, revision: 1, environment: 'production' }))
    expect(refusal).toMatchObject({ code: 'NAME_TAKEN', field: 'environment' })
  })

  it('of a deleted key is refused as not found', async () => {
    const { api, at } = await adminWithKey()
    await api.delete(at)
    expect((await refusalOf(api.update({ ...at, revision: 2, label: 'Back' }))).code).toBe('NOT_FOUND')
  })
})

describe('replacing a secret', () => {
  const replacement = (scenario?: string) => ({ provider: 'openai' as const, token: openaiKey(scenario) })

  it('tests the new one, seals it as the next version and destroys the old one', async () => {
    const { api, at, versions, events, key } = await adminWithKey({ verdict: offline })
    const { token, provider } = replacement()
    const { providerKey, verdict } = await api.replaceSecret({ ...at, revision: 1, provider, token })
    expect(verdict).toMatchObject({ outcome: 'valid' })
    expect(providerKey).toMatchObject({
      id: key.id,
      revision: 2,
      verdict: { outcome: 'valid', usable: true },
    })
    const [old, active] = await versions()
    expect(old).toMatchObject({ number: 1, state: 'destroyed', sealed: null, masterKeyId: null })
    expect(active).toMatchObject({ number: 2, state: 'active' })
    const opened = await openCredential(deps, registry.openai, { ...key, ...at }, active!)
    expect(opened.secret.reveal()).toEqual({ key: token })
    expect((await events()).at(-1)).toMatchObject({ event: 'provider_key.secret_replaced', objectId: key.id })
  })

  it('with one that the provider rejects leaves the old one untouched and is recorded', async () => {
    const { api, at, row, versions, events } = await adminWithKey()
    const before = [await row(), await versions()]
    const refusal = await refusalOf(api.replaceSecret({ ...at, revision: 1, ...replacement('revoked') }))
    expect(refusal.code).toBe('KEY_REJECTED')
    expect([await row(), await versions()]).toEqual(before)
    expect(await events()).toMatchObject([
      { event: 'provider_key.replace_failed', outcome: 'refused', objectId: at.id },
    ])
  })

  it('with one that cannot be confirmed is refused, or saved inactive if asked', async () => {
    const { api, at } = await adminWithKey()
    const input = { ...at, revision: 1, ...replacement('reset') }
    expect((await refusalOf(api.replaceSecret(input))).code).toBe('KEY_NOT_CONFIRMED')
    const saved = await api.replaceSecret({ ...input, ifUncertain: 'saveInactive' })
    expect(saved.providerKey).toMatchObject({ status: 'inactive', verdict: { usable: false } })
  })

  it('does not switch on a key that a person switched off', async () => {
    const { api, at } = await adminWithKey({ status: 'inactive' })
    expect((await api.replaceSecret({ ...at, revision: 1, ...replacement() })).providerKey.status).toBe(
      'inactive',
    )
  })

  it('with the mask that was served is refused, and the secret stays', async () => {
    const { api, at, versions, key } = await adminWithKey()
    const before = await versions()
    const input = { ...at, revision: 1, provider: 'openai' as const, token: key.maskedToken }
    expect(await refusalOf(api.replaceSecret(input))).toMatchObject({ code: 'BAD_REQUEST', field: 'token' })
    expect(await versions()).toEqual(before)
  })

  it('moves the key to a new address only together with the secret', async () => {
    const custom = { provider: 'custom', name: 'mine', baseUrl: 'https://llm.example/v1' } as const
    const { api, at, versions } = await adminWithKey({ ...custom, secret: new Secret({ key: 'local-key' }) })
    const input = { ...at, revision: 1, provider: 'custom' as const, baseUrl: 'https://other.example/v1', token: 'local-key-2' } // prettier-ignore
    const { providerKey, verdict } = await api.replaceSecret(input)
    expect(providerKey).toMatchObject({ baseUrl: 'https://other.example/v1', lastCheck: null, verdict: { outcome: 'untested', usable: true } }) // prettier-ignore
    expect(verdict).toBeNull()
    expect((await versions()).at(-1)?.destination).toContain('other.example')
  })

  it('of another provider is refused', async () => {
    const { api, at } = await adminWithKey()
    const input = {
      ...at,
      revision: 1,
      provider: 'custom' as const,
      baseUrl: 'https://llm.example/v1',
      token: 'local',
    }
    expect(await refusalOf(api.replaceSecret(input))).toMatchObject({
      code: 'BAD_REQUEST',
      field: 'provider',
    })
  })

  it('of a stale revision is refused before anything is sent', async () => {
    const { api, at } = await adminWithKey()
    const before = providers.fakes.requests().length
    expect((await refusalOf(api.replaceSecret({ ...at, revision: 9, ...replacement() }))).code).toBe(
      'STALE_REVISION',
    )
    expect(providers.fakes.requests()).toHaveLength(before)
  })

  it('twice at once keeps exactly one of them', async () => {
    const { api, at, versions } = await adminWithKey()
    const both = await Promise.allSettled(
      [1, 2].map(() => api.replaceSecret({ ...at, revision: 1, ...replacement() })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await versions()).map(({ state }) => state)).toEqual(['destroyed', 'active'])
  })
})

describe('deleting a key', () => {
  it('keeps the row, hides it everywhere, and is final', async () => {
    const { api, at, row, versions, events } = await adminWithKey()
    expect(await api.delete(at)).toEqual({ id: at.id })
    expect(await row()).toMatchObject({ status: 'deleted', confirmAt: null })
    const { deletedAt, purgeAfter } = await row()
    expect(purgeAfter!.getTime() - deletedAt!.getTime()).toBe(30 * 86_400_000)
    expect(await versions()).toHaveLength(1)
    expect((await api.list({ organizationId: at.organizationId })).items).toEqual([])
    for (const call of [() => api.get(at), () => api.test(at), () => api.delete(at)])
      expect((await refusalOf(call())).code).toBe('NOT_FOUND')
    expect((await events()).map(({ event }) => event)).toEqual(['provider_key.deleted'])
  })

  it('of a stale revision is refused', async () => {
    const { api, at } = await adminWithKey()
    expect((await refusalOf(api.delete({ ...at, revision: 7 }))).code).toBe('STALE_REVISION')
  })

  it('or switching off the first of three leaves the other two as they were', async () => {
    const { api, at, make } = await adminWithKey()
    const others = [await make(), await make()]
    const rows = () => db.prisma.providerKey.findMany({ where: { id: { in: others.map(({ id }) => id) } }, include: { versions: true }, orderBy: { id: 'asc' } }) // prettier-ignore
    const before = await rows()
    await api.updateStatus({ ...at, status: 'inactive' })
    await api.delete(at)
    expect(await rows()).toEqual(before)
  })
})

describe('many keys at once', () => {
  it('are switched with a result for each, in the order asked', async () => {
    const { api, at, make, events } = await adminWithKey()
    const [shaky, second] = [
      await make({ status: 'inactive', verdict: offline }),
      await make({ status: 'inactive' }),
    ]
    const ids = [second.id, 'pk_unknown', shaky.id, at.id]
    const { results } = await api.updateStatusMany({
      organizationId: at.organizationId,
      ids,
      status: 'active',
    })
    expect(results).toMatchObject([
      { id: second.id, ok: true, code: null, message: null },
      { id: 'pk_unknown', ok: false, code: 'NOT_FOUND' },
      { id: shaky.id, ok: false, code: 'KEY_NOT_CONFIRMED' },
      { id: at.id, ok: true },
    ])
    expect((await events()).map(({ objectId }) => objectId)).toEqual([second.id])
  })

  it('are deleted with a result for each; a repeated id counts once', async () => {
    const { api, at, make, events } = await adminWithKey()
    const second = await make()
    const ids = [at.id, second.id, at.id, 'pk_unknown']
    const { results } = await api.deleteMany({ organizationId: at.organizationId, ids })
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(
      await db.prisma.providerKey.count({ where: { organizationId: at.organizationId, deletedAt: null } }),
    ).toBe(0)
    expect(await events()).toHaveLength(2)
  })

  it('are at most a hundred', async () => {
    const { api, at } = await adminWithKey()
    const ids = Array.from({ length: 101 }, (_, index) => `pk_${index}`)
    expect(await refusalOf(api.deleteMany({ organizationId: at.organizationId, ids }))).toMatchObject({ code: 'BAD_REQUEST', field: 'ids' }) // prettier-ignore
  })

  it('switched by two people in opposite order never block each other', async () => {
    const { api, at, make } = await adminWithKey()
    const ids = [at.id, ...(await Promise.all(Array.from({ length: 9 }, () => make()))).map(({ id }) => id)]
    const calls = Array.from({ length: 10 }, (_, index) =>
      api.updateStatusMany({
        organizationId: at.organizationId,
        ids: index % 2 === 0 ? ids : [...ids].reverse(),
        status: index % 2 === 0 ? 'inactive' : 'active',
      }),
    )
    expect((await Promise.all(calls)).flatMap(({ results }) => results).every(({ ok }) => ok)).toBe(true)
  })
})
