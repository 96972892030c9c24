import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '@/server/deps'
import { callerFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeSession, makeUser } from '@/testing/factories'
import { forgetEndedSessions } from './forget-ended-sessions'
import { hashPassword, isPassword } from './password-hash'

const oldPassword = 'correct horse battery'
const newPassword = 'another horse battery'
let deps: Deps
let passwordHash: string

beforeAll(async () => {
  deps = testDeps(await openTestDatabase())
  passwordHash = await hashPassword(oldPassword)
})
afterAll(() => deps.db.close())

/** A person who is signed in twice. */
async function makePerson(given: Parameters<typeof makeUser>[1] = { passwordHash }) {
  const user = await makeUser(deps, given)
  const [here, there] = [await makeSession(deps, user.id), await makeSession(deps, user.id)]
  return { user, here, there, caller: await callerFor(deps, here), other: await callerFor(deps, there) }
}
const eventsAbout = async (userId: string) => {
  const rows = await deps.db.prisma.auditEvent.findMany({
    where: { chain: 'system', actorId: userId },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ event }) => event)
}

describe('an account', () => {
  it('is shown to its person without its hash', async () => {
    const { user, caller } = await makePerson()
    expect(await caller.account.get()).toEqual({
      id: user.id,
      email: user.email,
      name: 'Ada',
      hasPassword: true,
      methods: [],
      createdAt: expect.any(String) as string,
    })
  })

  it('keeps a new name, and the log the old one beside it', async () => {
    const { user, caller } = await makePerson()
    expect((await caller.account.update({ name: ' Grace ' })).name).toBe('Grace')
    const event = await deps.db.prisma.auditEvent.findFirst({
      where: { actorId: user.id, event: 'user.updated' },
    })
    expect(event?.details).toEqual({ nameBefore: 'Ada', name: 'Grace' })
  })

  it('changes nothing but what can be changed', async () => {
    const { caller } = await makePerson()
    const wrong = { name: 'Eve', email: 'eve@evil.example' } as { name: string }
    expect(await refusalOf(caller.account.update(wrong))).toMatchObject({
      code: 'BAD_REQUEST',
      field: 'email',
    })
  })
})

describe('sessions', () => {
  it('are listed to their person alone, and the current one is named', async () => {
    const { here, there, caller } = await makePerson()
    await makePerson()
    const { items } = await caller.account.sessions()
    expect(items.map(({ id, current }) => [id, current]).sort()).toEqual(
      [
        [here.id, true],
        [there.id, false],
      ].sort(),
    )
  })

  it('that were revoked are refused on the very next request', async () => {
    const { there, caller, other } = await makePerson()
    await other.account.get()
    await caller.account.revokeSession({ id: there.id })
    expect((await refusalOf(other.account.get())).code).toBe('UNAUTHENTICATED')
    await caller.account.get()
  })

  it('of another person cannot be ended, nor told from none', async () => {
    const [mine, theirs] = [await makePerson(), await makePerson()]
    const foreign = await refusalOf(mine.caller.account.revokeSession({ id: theirs.here.id }))
    const unknown = await refusalOf(mine.caller.account.revokeSession({ id: 'ses_unknown' }))
    expect(foreign.code).toBe('NOT_FOUND')
    expect(foreign).toEqual(unknown)
    await theirs.caller.account.get()
  })

  it('end everywhere at once, the current one too', async () => {
    const { user, caller, other } = await makePerson()
    expect(await caller.account.signOutEverywhere()).toEqual({ revoked: 2 })
    for (const each of [caller, other])
      expect((await refusalOf(each.account.get())).code).toBe('UNAUTHENTICATED')
    expect(await eventsAbout(user.id)).toEqual(['user.signed_out_everywhere'])
  })

  it('end when idle too long and when too old, by the clock of the server', async () => {
    const { user } = await makePerson()
    const past = new Date(Date.now() - 1000)
    for (const given of [{ idleExpiresAt: past }, { absoluteExpiresAt: past }]) {
      const caller = await callerFor(deps, await makeSession(deps, user.id, given))
      expect((await refusalOf(caller.account.get())).code).toBe('UNAUTHENTICATED')
    }
  })

  it('note their use at most once a minute, and never beyond their absolute end', async () => {
    const { here } = await makePerson()
    const read = () => deps.db.prisma.session.findUniqueOrThrow({ where: { id: here.id } })
    const { lastSeenAt, absoluteExpiresAt } = await read()
    const later = (seconds: number) =>
      testDeps(deps.db, { now: () => new Date(lastSeenAt.getTime() + seconds * 1000) })
    await (await callerFor(later(30), here)).account.get()
    expect((await read()).lastSeenAt).toEqual(lastSeenAt)
    await (await callerFor(later(61), here)).account.get()
    await expect.poll(async () => (await read()).lastSeenAt.getTime() - lastSeenAt.getTime()).toBe(61_000)
    expect((await read()).idleExpiresAt).toEqual(absoluteExpiresAt)
  })
})

describe('rows of sessions', () => {
  it('are forgotten 30 days after their end, and never while they live', async () => {
    const { user, here, there, caller } = await makePerson()
    await caller.account.revokeSession({ id: there.id })
    const inDays = (days: number) =>
      testDeps(deps.db, { now: () => new Date(Date.now() + days * 86_400_000) })
    const rows = async () =>
      (await deps.db.prisma.session.findMany({ where: { userId: user.id } })).map(({ id }) => id)
    await forgetEndedSessions(inDays(29))
    expect((await rows()).sort()).toEqual([here.id, there.id].sort())
    await forgetEndedSessions(inDays(30.5))
    expect(await rows()).toEqual([here.id])
  })
})

describe('changing the password', () => {
  it('needs the current one', async () => {
    const { user, caller } = await makePerson()
    const wrong = await refusalOf(
      caller.account.changePassword({ currentPassword: 'a wrong one', newPassword }),
    )
    expect(wrong).toMatchObject({ code: 'WRONG_CREDENTIALS', field: 'currentPassword' })
    const missing = await refusalOf(caller.account.changePassword({ newPassword }))
    expect(missing).toMatchObject({ code: 'BAD_REQUEST', field: 'currentPassword' })
    const row = await deps.db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })
    expect(row.passwordHash).toBe(passwordHash)
  })

  it('ends every other session and keeps this one', async () => {
    const { user, caller, other } = await makePerson()
    expect(await caller.account.changePassword({ currentPassword: oldPassword, newPassword })).toEqual({
      revoked: 1,
    })
    expect((await refusalOf(other.account.get())).code).toBe('UNAUTHENTICATED')
    await caller.account.get()
    const { passwordHash: hash } = await deps.db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(hash, newPassword)).toBe(true)
    expect(await isPassword(hash, oldPassword)).toBe(false)
  })

  it.each([
    ['short', 'too short'],
    ['of one letter', 'a'.repeat(20)],
    ['endless', 'abcde'.repeat(60)],
  ])('refuses a password that is %s', async (_, chosen) => {
    const { caller } = await makePerson()
    const change = caller.account.changePassword({ currentPassword: oldPassword, newPassword: chosen })
    expect(await refusalOf(change)).toMatchObject({ code: 'BAD_REQUEST', field: 'newPassword' })
  })

  it('refuses one that holds the e-mail address', async () => {
    const { user, caller } = await makePerson()
    const chosen = `${user.email.toUpperCase()}!!`
    const change = caller.account.changePassword({ currentPassword: oldPassword, newPassword: chosen })
    expect(await refusalOf(change)).toMatchObject({ code: 'BAD_REQUEST', field: 'newPassword' })
  })

  it('of a person without one needs a fresh sign-in', async () => {
    const { user, caller } = await makePerson({})
    await caller.account.changePassword({ newPassword })
    await deps.db.prisma.user.update({ where: { id: user.id }, data: { passwordHash: null } })
    const createdAt = new Date(Date.now() - 11 * 60_000)
    const stale = await callerFor(deps, await makeSession(deps, user.id, { createdAt }))
    expect((await refusalOf(stale.account.changePassword({ newPassword }))).code).toBe('FORBIDDEN')
  })
})
