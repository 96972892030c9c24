import type { Role } from '@/core/actor'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Tenant } from '@/server/db/database'
import type { OrganizationView } from '../schema'

type Client = PrismaClient | Prisma.TransactionClient

const columns = {
  id: true,
  slug: true,
  name: true,
  secretMaxAgeDays: true,
  createdAt: true,
} satisfies Prisma.OrganizationSelect
type OrganizationRow = Prisma.OrganizationGetPayload<{ select: typeof columns }>

/** Bounds the list; nobody belongs to so many. */
const maxMemberships = 500

/** The living organizations of a person, by name. */
export async function listOrganizationsOf(client: Client, userId: string): Promise<OrganizationView[]> {
  const memberships = await client.membership.findMany({
    where: { userId, organization: { deletedAt: null } },
    select: { role: true, organization: { select: columns } },
    orderBy: [{ organization: { name: 'asc' } }, { organizationId: 'asc' }],
    take: maxMemberships,
  })
  return memberships.map(({ role, organization }) => viewOf(organization, role as Role))
}

/** Inserts an organization and its owner. A slug in use is the database's to refuse (P2002). */
export async function insertOrganization(
  tx: Prisma.TransactionClient,
  row: { id: string; slug: string; name: string },
  owner: { id: string; userId: string },
): Promise<OrganizationView> {
  const created = await tx.organization.create({ data: row, select: columns })
  await tx.membership.create({ data: { ...owner, organizationId: row.id, role: 'owner' } })
  return viewOf(created, 'owner')
}

/** Null when the organization is gone. */
export async function findOrganization({ tx, organizationId }: Tenant): Promise<OrganizationRow | null> {
  return tx.organization.findFirst({ where: { id: organizationId, deletedAt: null }, select: columns })
}

/** Changes only what is given. */
export async function updateOrganizationRow(
  { tx, organizationId }: Tenant,
  changes: { name?: string; slug?: string; secretMaxAgeDays?: number },
): Promise<OrganizationRow> {
  return tx.organization.update({ where: { id: organizationId }, data: changes, select: columns })
}

export const viewOf = (row: OrganizationRow, role: Role): OrganizationView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  role,
})
