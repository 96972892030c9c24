import { afterEach, describe, expect, it } from 'vitest'
import type { Deps } from '@/server/deps'
import { callerFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeUser } from '@/testing/factories'
import { ensureSetUpToken } from './set-up-state'

const owner = {
  name: 'Ada',
  email: 'Ada@Example.com',
  password: 'correct horse battery',
  organizationName: 'Analytical Engines',
}
let deps: Deps

/** Set-up happens once per installation, so each of these tests has a database of its own. */
async function freshInstallation(env: Partial<Deps['env']> = {}): Promise<Deps> {
  deps = testDeps(await openTestDatabase(), { env })
  return deps
}
afterEach(() => deps.db.close())
const visitor = (given: Deps, address = '203.0.113.7') => callerFor(given, null, { address })

describe('a new installation', () => {
  it('is set up from another machine only with the token that the server printed', async () => {
    const { access } = await visitor(await freshInstallation())
    const token = (await ensureSetUpToken(deps)) ?? ''
    expect(await access.options()).toMatchObject({ setUp: { needed: true, tokenNeeded: true } })
    for (const given of [undefined, '', 'x'.repeat(token.length)])
      expect(await refusalOf(access.setUp({ ...owner, token: given }))).toMatchObject({
        code: 'WRONG_CREDENTIALS',
        field: 'token',
      })
    expect(await access.setUp({ ...owner, token })).toMatchObject({ slug: 'analytical-engines' })
    expect(await access.options()).toMatchObject({ setUp: { needed: false, tokenNeeded: false } })
  })

  it('stores only the hash of the token, and the newest token alone counts', async () => {
    const { access } = await visitor(await freshInstallation())
    const [first, second] = [await ensureSetUpToken(deps), (await ensureSetUpToken(deps)) ?? '']
    const facts = JSON.stringify(await deps.db.prisma.systemFact.findMany())
    expect(facts).not.toContain(first)
    expect(facts).not.toContain(second)
    expect((await refusalOf(access.setUp({ ...owner, token: first ?? '' }))).code).toBe('WRONG_CREDENTIALS')
    await access.setUp({ ...owner, token: second })
    expect(await ensureSetUpToken(deps)).toBeNull()
  })

  it('needs no token on the machine itself', async () => {
    const { access } = await visitor(await freshInstallation(), '127.0.0.1')
    expect(await access.options()).toMatchObject({ setUp: { needed: true, tokenNeeded: false } })
    const { organizationId } = await access.setUp(owner)
    const [user] = await deps.db.prisma.user.findMany({ include: { memberships: true } })
    expect(user).toMatchObject({ email: 'ada@example.com', memberships: [{ organizationId, role: 'owner' }] })
  })

  it('needs the token from loopback too where others reach it: a proxy makes everybody local', async () => {
    const { access } = await visitor(
      await freshInstallation({ APP_URL: 'https://keys.example.com' }),
      '127.0.0.1',
    )
    expect((await refusalOf(access.setUp(owner))).code).toBe('WRONG_CREDENTIALS')
  })

  it('is set up once', async () => {
    const { access } = await visitor(await freshInstallation(), '::1')
    await access.setUp(owner)
    const again = await refusalOf(access.setUp({ ...owner, email: 'eve@example.com' }))
    expect(again.code).toBe('FORBIDDEN')
    expect(await deps.db.prisma.user.count()).toBe(1)
  })

  it('gets one owner from two who set up at the same moment', async () => {
    const { access } = await visitor(await freshInstallation(), '127.0.0.1')
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) => access.setUp({ ...owner, email: `${name}@example.com` })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'FORBIDDEN' })
    expect(await deps.db.prisma.user.count()).toBe(1)
    expect(await deps.db.prisma.organization.count()).toBe(1)
  })

  it('with people in it is not set up again, whatever else its database says', async () => {
    await makeUser(await freshInstallation())
    const { access } = await visitor(deps, '127.0.0.1')
    expect(await access.options()).toMatchObject({ setUp: { needed: false } })
    expect((await refusalOf(access.setUp(owner))).code).toBe('FORBIDDEN')
  })
})

describe('signing up', () => {
  const { organizationName: _, ...person } = owner

  it.each(['invite', 'domain'] as const)(
    'with a password is closed under %s: nobody vouches for the address',
    async (SIGN_UP) => {
      const given = await freshInstallation({ SIGN_UP, SIGN_UP_DOMAINS: ['example.com'] })
      const { access } = await visitor(given)
      expect((await refusalOf(access.signUp(person))).code).toBe('FORBIDDEN')
      expect((await access.options()).signUp).toEqual({ mode: SIGN_UP, withPassword: false })
    },
  )

  it('is open to everybody where the operator says so, but one address is one account', async () => {
    const given = await freshInstallation({ SIGN_UP: 'open' })
    await makeUser(given)
    const { access } = await visitor(given)
    expect((await access.options()).signUp).toEqual({ mode: 'open', withPassword: true })
    expect(await access.signUp(person)).toEqual({ email: 'ada@example.com' })
    const again = await refusalOf(access.signUp({ ...person, email: ' ADA@example.com' }))
    expect(again).toMatchObject({ code: 'EMAIL_TAKEN', field: 'email' })
  })

  it('does not stand in for set-up: the first person is the owner', async () => {
    const { access } = await visitor(await freshInstallation({ SIGN_UP: 'open' }))
    expect((await refusalOf(access.signUp(person))).code).toBe('FORBIDDEN')
  })
})
