import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '@/server/deps'
import { callerFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeMember, makeMembership, makeOrganization, makeSession, makeUser } from '@/testing/factories'

let deps: Deps
beforeAll(async () => {
  deps = testDeps(await openTestDatabase())
})
afterAll(() => deps.db.close())

async function makePerson() {
  const user = await makeUser(deps)
  return { user, caller: await callerFor(deps, await makeSession(deps, user.id)) }
}

describe('organizations', () => {
  it('are listed to their members with their role, by name; deleted and foreign ones are not', async () => {
    const { user, caller } = await makePerson()
    expect(await caller.organizations.list()).toEqual({ items: [] })
    const zeta = await makeOrganization(deps, { name: 'Zeta' })
    const alpha = await makeOrganization(deps, { name: 'Alpha' })
    const gone = await makeOrganization(deps, { name: 'Gone', deletedAt: new Date() })
    await makeOrganization(deps, { name: 'Foreign' })
    await makeMembership(deps, zeta.id, user.id, 'viewer')
    await makeMembership(deps, alpha.id, user.id, 'owner')
    await makeMembership(deps, gone.id, user.id, 'owner')
    const { items } = await caller.organizations.list()
    expect(items.map(({ id, role }) => [id, role])).toEqual([
      [alpha.id, 'owner'],
      [zeta.id, 'viewer'],
    ])
  })

  it('are created with their maker as owner, and on record', async () => {
    const { user, caller } = await makePerson()
    const made = await caller.organizations.create({ name: 'Difference Engines' })
    expect(made).toMatchObject({ slug: 'difference-engines', role: 'owner', secretMaxAgeDays: 90 })
    const events = await deps.db.prisma.auditEvent.findMany({ where: { chain: made.id } })
    expect(events).toMatchObject([{ event: 'organization.created', actorId: user.id, actorName: 'Ada' }])
    await caller.organizations.update({ organizationId: made.id, name: 'Engines' })
  })

  it('have an address of their own: a taken one is refused by its field, and leaves nothing behind', async () => {
    const { caller } = await makePerson()
    await caller.organizations.create({ name: 'First', slug: 'taken-once' })
    const again = await refusalOf(caller.organizations.create({ name: 'Second', slug: 'taken-once' }))
    expect(again).toMatchObject({ code: 'SLUG_TAKEN', field: 'slug' })
    expect((await caller.organizations.list()).items).toHaveLength(1)
  })

  it('share no address even if 20 ask for it at once', async () => {
    const { caller } = await makePerson()
    const asked = Array.from({ length: 20 }, () =>
      caller.organizations.create({ name: 'Race', slug: 'race' }),
    )
    const outcomes = await Promise.allSettled(asked)
    const codes = outcomes.map((each) =>
      each.status === 'fulfilled' ? 'ok' : (each.reason as { code: string }).code,
    )
    expect(codes.sort()).toEqual([...Array<string>(19).fill('CONFLICT'), 'ok'])
  })

  it.each([
    ['slug', { slug: 'api' }],
    ['slug', { slug: 'openai' }],
    ['slug', { slug: 'Not Good' }],
    ['name', { name: '   ' }],
    ['owner', { owner: 'usr_1' }],
  ])('are refused with a wrong %s', async (field, wrong) => {
    const { caller } = await makePerson()
    const refusal = await refusalOf(caller.organizations.create({ name: 'Acme', ...wrong }))
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', field })
  })
})

describe('changing an organization', () => {
  it('changes what is given, and records before and after', async () => {
    const { session, organizationId } = await makeMember(deps, 'admin')
    const caller = await callerFor(deps, session)
    const slug = `new-${organizationId.slice(-8)}`
    const changed = await caller.organizations.update({ organizationId, slug, secretMaxAgeDays: 30 })
    expect(changed).toMatchObject({ slug, secretMaxAgeDays: 30, name: 'Analytical Engines', role: 'admin' })
    const [event] = await deps.db.prisma.auditEvent.findMany({ where: { chain: organizationId } })
    expect(event?.details).toMatchObject({ secretMaxAgeDaysBefore: 90, secretMaxAgeDays: 30, slug })
  })

  it('to what it is already leaves no record', async () => {
    const { session, organizationId } = await makeMember(deps, 'owner')
    await (
      await callerFor(deps, session)
    ).organizations.update({ organizationId, name: 'Analytical Engines' })
    expect(await deps.db.prisma.auditEvent.count({ where: { chain: organizationId } })).toBe(0)
  })

  it('to nothing, or to a taken address, is refused', async () => {
    const { session, organizationId } = await makeMember(deps, 'owner')
    const { slug } = await makeOrganization(deps)
    const { organizations } = await callerFor(deps, session)
    expect((await refusalOf(organizations.update({ organizationId }))).code).toBe('BAD_REQUEST')
    expect(await refusalOf(organizations.update({ organizationId, slug }))).toMatchObject({
      code: 'SLUG_TAKEN',
      field: 'slug',
    })
  })
})
