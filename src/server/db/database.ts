import type pg from 'pg'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'

/** A database handle that a repository may use: one organization, one transaction or none. */
export interface Tenant {
  organizationId: string
  tx: Prisma.TransactionClient
}

export interface Database {
  prisma: PrismaClient
  /** For the few prepared statements on the hot path. */
  pool: pg.Pool
  kind: 'pglite' | 'postgres'
  forOrganization(organizationId: string): Tenant
  /** Runs work in one transaction. Inside, use only the tenant given: the outer handle would wait for itself. */
  transaction<T>(organizationId: string, work: (tenant: Tenant) => Promise<T>): Promise<T>
  close(): Promise<void>
}
