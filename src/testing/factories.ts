import type { Role } from '@/core/actor'
import { newId } from '@/core/ids'
import type { Deps } from '@/server/deps'

type Rows = Pick<Deps, 'db' | 'now'>

/** Slugs and e-mails are unique; an id's tail makes them so. */
const tail = (id: string) => id.slice(-12)

/** A person; `passwordHash` only where a test signs in. */
export async function makeUser(
  { db }: Rows,
  given: { email?: string; name?: string; passwordHash?: string } = {},
): Promise<{ id: string; email: string; name: string }> {
  const id = newId('user')
  const data = { id, email: `${tail(id)}@example.com`, name: 'Ada', ...given }
  await db.prisma.user.create({ data })
  return { id, email: data.email, name: data.name }
}

/** An organization without members. */
export async function makeOrganization(
  { db }: Rows,
  given: { slug?: string; name?: string; deletedAt?: Date } = {},
): Promise<{ id: string; slug: string; name: string }> {
  const id = newId('organization')
  const data = { id, slug: `org-${tail(id)}`, name: 'Analytical Engines', ...given }
  await db.prisma.organization.create({ data })
  return { id, slug: data.slug, name: data.name }
}

export async function makeMembership(
  { db }: Rows,
  organizationId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await db.prisma.membership.create({ data: { id: newId('membership'), organizationId, userId, role } })
}

/** A live session of a person. */
export async function makeSession(
  { db, now }: Rows,
  userId: string,
  given: { method?: string; createdAt?: Date; idleExpiresAt?: Date; absoluteExpiresAt?: Date } = {},
): Promise<{ id: string; userId: string }> {
  const id = newId('session')
  const at = now()
  const nextDay = new Date(at.getTime() + 86_400_000)
  await db.prisma.session.create({
    data: {
      id,
      userId,
      method: 'password',
      address: '203.0.113.7',
      userAgent: 'test',
      createdAt: at,
      lastSeenAt: at,
      idleExpiresAt: nextDay,
      absoluteExpiresAt: nextDay,
      ...given,
    },
  })
  return { id, userId }
}

/** A person with a role in an organization (a new one unless given), signed in. */
export async function makeMember(deps: Rows, role: Role, organization?: { id: string }) {
  const { id: organizationId } = organization ?? (await makeOrganization(deps))
  const user = await makeUser(deps)
  await makeMembership(deps, organizationId, user.id, role)
  return { user, organizationId, role, session: await makeSession(deps, user.id) }
}
