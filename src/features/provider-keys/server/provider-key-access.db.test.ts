import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '@/core/errors'
import { createContext } from '@/server/api/context'
import { createCaller } from '@/server/api/root'
import type { Database } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { callerFor, cookieFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeMember, makeMembership, makeOrganization } from '@/testing/factories'
import { makeProviderKey, openaiKey } from '@/testing/provider-keys'

let db: Database
let deps: Deps

beforeAll(async () => {
  db = await openTestDatabase()
  deps = testDeps(db)
})
afterAll(() => db.close())

type Api = ReturnType<typeof createCaller>['providerKeys']

/** Every procedure that takes an organization and a key, with input that would be right. */
const calls = (api: Api, organizationId: string, id: string): Record<string, () => Promise<unknown>> => ({
  get: () => api.get({ organizationId, id }),
  test: () => api.test({ organizationId, id }),
  update: () => api.update({ organizationId, id, revision: 1, label: 'New' }),
  updateStatus: () => api.updateStatus({ organizationId, id, status: 'inactive' }),
  replaceSecret: () =>
    api.replaceSecret({ organizationId, id, revision: 1, provider: 'openai', token: openaiKey() }),
  delete: () => api.delete({ organizationId, id }),
})
const manyCalls = (api: Api, organizationId: string, id: string): Record<string, () => Promise<unknown>> => ({
  updateStatusMany: () => api.updateStatusMany({ organizationId, ids: [id], status: 'inactive' }),
  deleteMany: () => api.deleteMany({ organizationId, ids: [id] }),
  create: () => api.create({ organizationId, provider: 'openai', token: openaiKey() }),
  testDraft: () => api.testDraft({ organizationId, provider: 'openai', token: openaiKey() }),
})
const told = ({ code, message, field, details }: AppError) => ({ code, message, field, details })
const apiFor = async (member: { session: { id: string; userId: string } }) =>
  (await callerFor(deps, member.session)).providerKeys

const unknownKey = `pk_${'0'.repeat(32)}`
const unknownOrganization = `org_${'0'.repeat(32)}`

async function memberWithKey() {
  const member = await makeMember(deps, 'admin')
  const key = await makeProviderKey(deps, {
    organizationId: member.organizationId,
    createdById: member.user.id,
  })
  return { ...member, key, api: await apiFor(member) }
}

describe('without a session', () => {
  it('every procedure refuses before it looks at its input', async () => {
    const { key, organizationId } = await memberWithKey()
    const stranger = (await callerFor(deps, null)).providerKeys
    const right = { ...calls(stranger, organizationId, key.id), ...manyCalls(stranger, organizationId, key.id), list: () => stranger.list({}) } // prettier-ignore
    const broken = Object.fromEntries(
      Object.keys(right).map((name) => [
        `${name} with a broken body`,
        () => (stranger[name as keyof Api] as (input: unknown) => Promise<unknown>)({ nonsense: 1 }),
      ]),
    )
    for (const [name, call] of Object.entries({ ...right, ...broken }))
      expect((await refusalOf(call())).code, name).toBe('UNAUTHENTICATED')
  })
})

describe('a member of another organization', () => {
  it('is told the same as for an organization and a key that never existed', async () => {
    const { key, organizationId } = await memberWithKey()
    const api = await apiFor(await makeMember(deps, 'owner'))
    const real = { ...calls(api, organizationId, key.id), ...manyCalls(api, organizationId, key.id), list: () => api.list({ organizationId }) } // prettier-ignore
    const none = { ...calls(api, unknownOrganization, unknownKey), ...manyCalls(api, unknownOrganization, unknownKey), list: () => api.list({ organizationId: unknownOrganization }) } // prettier-ignore
    for (const name of Object.keys(real)) {
      const [there, nowhere] = [
        await refusalOf(real[name as 'list']()),
        await refusalOf(none[name as 'list']()),
      ]
      expect(there.code, name).toBe('NOT_FOUND')
      expect(told(there), name).toEqual(told(nowhere))
    }
  })

  it('cannot reach a foreign key through the own organization, nor see that it exists', async () => {
    const { key } = await memberWithKey()
    const { api, organizationId } = await memberWithKey()
    const [real, none] = [calls(api, organizationId, key.id), calls(api, organizationId, unknownKey)]
    for (const name of Object.keys(real)) {
      const [there, nowhere] = [await refusalOf(real[name]!()), await refusalOf(none[name]!())]
      expect(there.code, name).toBe('NOT_FOUND')
      expect(told(there), name).toEqual(told(nowhere))
    }
    const { results } = await api.deleteMany({ organizationId, ids: [key.id] })
    expect(results).toMatchObject([{ ok: false, code: 'NOT_FOUND' }])
    const { results: switched } = await api.updateStatusMany({
      organizationId,
      ids: [key.id],
      status: 'inactive',
    })
    expect(switched).toMatchObject([{ ok: false, code: 'NOT_FOUND' }])
    expect(await db.prisma.providerKey.findUniqueOrThrow({ where: { id: key.id } })).toMatchObject({
      status: 'active',
    })
  })
})

describe('a role', () => {
  it.each(['developer', 'viewer'] as const)('of %s reads keys and changes none', async (role) => {
    const { key, organizationId } = await memberWithKey()
    const member = await makeMember(deps, role, { id: organizationId })
    const api = await apiFor(member)
    expect((await api.list({ organizationId })).items).toHaveLength(1)
    const detail = await api.get({ organizationId, id: key.id })
    expect(detail).toMatchObject({ providerKey: { id: key.id }, audit: null })
    const { get, ...changes } = {
      ...calls(api, organizationId, key.id),
      ...manyCalls(api, organizationId, key.id),
    }
    expect(get).toBeDefined()
    for (const [name, call] of Object.entries(changes))
      expect((await refusalOf(call())).code, name).toBe('FORBIDDEN')
  })

  it('is read on every request: a downgrade or removal counts from the very next call with the old cookie', async () => {
    const { session, user, organizationId, key } = await memberWithKey()
    const cookie = await cookieFor(deps, session)
    const api = createCaller(
      createContext(deps, { requestId: 'req_1', address: '203.0.113.7', cookie }),
    ).providerKeys
    await api.updateStatus({ organizationId, id: key.id, status: 'inactive' })
    await db.prisma.membership.updateMany({ where: { userId: user.id }, data: { role: 'viewer' } })
    const change = () => api.updateStatus({ organizationId, id: key.id, status: 'active' })
    expect((await refusalOf(change())).code).toBe('FORBIDDEN')
    expect((await api.list({ organizationId })).items).toHaveLength(1)
    await db.prisma.membership.deleteMany({ where: { userId: user.id } })
    expect((await refusalOf(change())).code).toBe('NOT_FOUND')
    expect((await api.list({})).items).toEqual([])
  })
})

describe('the list of all my keys', () => {
  it('holds those of my living organizations and of no other, filtered by one if asked', async () => {
    const mine = await memberWithKey()
    const foreign = await memberWithKey()
    const second = await makeOrganization(deps)
    const ended = await makeOrganization(deps, { deletedAt: new Date() })
    for (const { id } of [second, ended]) await makeMembership(deps, id, mine.user.id, 'viewer')
    const keyOf = (organizationId: string) =>
      makeProviderKey(deps, { organizationId, createdById: foreign.user.id })
    const [inSecond, inEnded] = [await keyOf(second.id), await keyOf(ended.id)]
    const { items, total } = await mine.api.list()
    expect(items.map(({ id }) => id).sort()).toEqual([mine.key.id, inSecond.id].sort())
    expect(total).toBe(2)
    expect((await mine.api.list({ organizationId: second.id })).items.map(({ id }) => id)).toEqual([
      inSecond.id,
    ])
    expect((await refusalOf(mine.api.list({ organizationId: ended.id }))).code).toBe('NOT_FOUND')
    expect(items.map(({ id }) => id)).not.toContain(inEnded.id)
  })

  it('is empty for a person without organizations', async () => {
    const member = await makeMember(deps, 'owner')
    await db.prisma.membership.deleteMany({ where: { userId: member.user.id } })
    expect(await (await apiFor(member)).list()).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
      counts: { all: 0, invalid: 0, attention: 0 },
    })
  })
})
