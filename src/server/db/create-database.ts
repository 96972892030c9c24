import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from '@/generated/prisma/client'
import type { Database } from './database'

const maxStatementNames = 500
/** The embedded database has one connection: a busy moment must not fail a transaction that only waits. */
const transactionOptions = { maxWait: 10_000, timeout: 15_000 }

/** Joins Prisma and the prepared statements on one pool. `close` ends what stands behind the pool. */
export function createDatabase(pool: pg.Pool, kind: Database['kind'], close: () => Promise<void>): Database {
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNames() })
  const prisma = new PrismaClient({ adapter, transactionOptions })
  return {
    prisma,
    pool,
    kind,
    forOrganization: (organizationId) => ({ organizationId, tx: prisma }),
    transaction: (organizationId, work) => prisma.$transaction((tx) => work({ organizationId, tx })),
    async close() {
      await prisma.$disconnect()
      await pool.end()
      await close()
    },
  }
}

/** One name per statement text, so that the server plans it once. After the cap, statements stay unnamed. */
function createStatementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= maxStatementNames) return ''
    const name = `latchkey_${names.size}`
    names.set(sql, name)
    return name
  }
}
