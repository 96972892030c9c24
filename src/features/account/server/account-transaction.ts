import type { Tenant } from '@/server/db/database'
import type { Deps } from '@/server/deps'

/** One transaction over rows that belong to people and the installation, not to an organization. */
export const accountTransaction = <T>(
  { db }: Pick<Deps, 'db'>,
  work: (tx: Tenant['tx']) => Promise<T>,
): Promise<T> => db.prisma.$transaction(work)
