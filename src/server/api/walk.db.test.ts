import { callTRPCProcedure, type AnyTRPCProcedure } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { can, permissions, roles, type Role } from '@/core/actor'
import { contextFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeMember, makeOrganization, makeSession, makeUser } from '@/testing/factories'
import type { Deps } from '@/server/deps'
import { appRouter } from './root'
import type { Meta } from './trpc'

/** Procedures outside any organization. Whoever adds one says so here. */
const publicProcedures = ['access.options', 'access.setUp', 'access.signUp']
const personProcedures = [
  ...['account.get', 'account.update', 'account.changePassword', 'account.startLinking'],
  ...['account.sessions', 'account.revokeSession', 'account.signOutEverywhere'],
  ...['organizations.list', 'organizations.create', 'providers.list'],
]

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>)
const metaOf = (procedure: AnyTRPCProcedure): Meta => (procedure.meta ?? {}) as Meta
const ofAccess = (access: Meta['access']) =>
  procedures.filter(([, procedure]) => metaOf(procedure).access === access).map(([path]) => path)
const organizationProcedures = procedures.flatMap(([path, procedure]) => {
  const { access, permission } = metaOf(procedure)
  return access === 'organization' && permission ? [{ path, permission }] : []
})
const withoutPermission = organizationProcedures.flatMap(({ path, permission }) =>
  roles.filter((role) => !can(role, permission)).map((role) => ({ path, permission, role })),
)

let deps: Deps
let organizationId: string
const members = {} as Record<Role, { id: string; userId: string }>
let outsider: { id: string; userId: string }

beforeAll(async () => {
  deps = testDeps(await openTestDatabase())
  const organization = await makeOrganization(deps)
  organizationId = organization.id
  for (const role of roles) members[role] = (await makeMember(deps, role, organization)).session
  outsider = (await makeMember(deps, 'owner')).session
})
afterAll(() => deps.db.close())

interface Ask {
  session: { id: string; userId: string } | null
  input: () => unknown
}

/** Calls as the HTTP adapter does, with an input that is read only when somebody asks for it. */
async function call(path: string, { session, input }: Ask): Promise<unknown> {
  const procedure = procedures.find(([name]) => name === path)?.[1]
  return callTRPCProcedure({
    router: appRouter,
    path,
    type: procedure?._def.type ?? 'query',
    ctx: await contextFor(deps, session),
    getRawInput: async () => input(),
    signal: undefined,
    batchIndex: 0,
  })
}

const unreadable = () => {
  throw new SyntaxError('Unexpected token')
}
/** Names the organization; everything else is wrong for every procedure. */
const wrongInput = () => ({ organizationId, nonsense: { id: 1 } })

describe('every procedure', () => {
  it.each(procedures.map(([path]) => path))('%s says what it answers', (path) => {
    const definition = procedures.find(([name]) => name === path)?.[1]._def as { output?: unknown }
    expect(definition.output).toBeDefined()
  })

  it('is open to anyone only if it is on the short list', () => {
    expect(ofAccess('public').sort()).toEqual([...publicProcedures].sort())
  })

  it('is open to any signed-in person only if it is on the short list', () => {
    expect(ofAccess('person').sort()).toEqual([...personProcedures].sort())
  })

  it('otherwise needs a permission that exists', () => {
    const others = procedures
      .map(([path]) => path)
      .filter((path) => ![...publicProcedures, ...personProcedures].includes(path))
    expect(organizationProcedures.map(({ path }) => path).sort()).toEqual(others.sort())
    for (const { permission } of organizationProcedures) expect(permissions).toHaveProperty(permission)
  })
})

describe('a visitor without a session', () => {
  const guarded = procedures.map(([path]) => path).filter((path) => !publicProcedures.includes(path))

  it.each(guarded)('%s refuses before it looks at the input', async (path) => {
    for (const input of [wrongInput, unreadable, () => undefined, () => 'text', () => null])
      expect((await refusalOf(call(path, { session: null, input }))).code).toBe('UNAUTHENTICATED')
  })

  it.each(guarded)('%s refuses the cookie of a session that never was', async (path) => {
    const { id: userId } = await makeUser(deps)
    const session = { id: 'ses_none', userId }
    expect((await refusalOf(call(path, { session, input: wrongInput }))).code).toBe('UNAUTHENTICATED')
  })

  it.each(guarded)('%s refuses a session under the name of another person', async (path) => {
    const { id } = await makeSession(deps, (await makeUser(deps)).id)
    const session = { id, userId: members.owner.userId }
    expect((await refusalOf(call(path, { session, input: wrongInput }))).code).toBe('UNAUTHENTICATED')
  })
})

describe('a member of another organization', () => {
  it.each(organizationProcedures)('$path answers as if there were no such organization', async ({ path }) => {
    const foreign = await refusalOf(call(path, { session: outsider, input: wrongInput }))
    const unknown = await refusalOf(
      call(path, { session: outsider, input: () => ({ ...wrongInput(), organizationId: 'org_unknown' }) }),
    )
    expect(foreign.code).toBe('NOT_FOUND')
    expect(foreign).toEqual(unknown)
  })
})

describe('a member whose role lacks the permission', () => {
  it.each(withoutPermission)('$path refuses a $role', async ({ path, role }) => {
    expect((await refusalOf(call(path, { session: members[role], input: wrongInput }))).code).toBe(
      'FORBIDDEN',
    )
  })
})

describe('a member whose role holds the permission', () => {
  const allowed = organizationProcedures.flatMap(({ path, permission }) =>
    roles.filter((role) => can(role, permission)).map((role) => ({ path, role })),
  )
  it.each(allowed)(
    '$path lets a $role through to the input, which is refused by its field',
    async ({ path, role }) => {
      const refusal = await refusalOf(call(path, { session: members[role], input: wrongInput }))
      expect(refusal.code).toBe('BAD_REQUEST')
    },
  )
})
