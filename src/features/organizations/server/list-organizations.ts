import type { Person } from '@/core/actor'
import type { Deps } from '@/server/deps'
import type { OrganizationView } from '../schema'
import { listOrganizationsOf } from './organization.repository'

/** Every living organization that the person belongs to, with their role in it. */
export async function listOrganizations(
  { db }: Pick<Deps, 'db'>,
  { userId }: Person,
): Promise<{ items: OrganizationView[] }> {
  return { items: await listOrganizationsOf(db.prisma, userId) }
}
