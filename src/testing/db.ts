import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { createDatabase } from '@/server/db/create-database'
import type { Database } from '@/server/db/database'
import { createPGlitePool } from '@/server/db/pglite-pool'

/**
 * A migrated, empty database of this test file alone: embedded, or on the PostgreSQL server that
 * `TEST_DATABASE=postgres` and `TEST_POSTGRES_URL` name. Call it once per file, and `close()` it at the end.
 */
export async function openTestDatabase(): Promise<Database> {
  const { file, server } = inject('testTemplate')
  if (server) return openOnServer(server)
  const loaded = await PGlite.create({ loadDataDir: new Blob([readFileSync(file)]) })
  return createDatabase(createPGlitePool(loaded), 'pglite', async () => {})
}

async function openOnServer({ url, database }: { url: string; database: string }): Promise<Database> {
  const name = `latchkey_test_${randomBytes(8).toString('hex')}`
  await runOnServer(url, `CREATE DATABASE ${name} TEMPLATE ${database}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: address.href, max: 10 })
  return createDatabase(pool, 'postgres', () => runOnServer(url, `DROP DATABASE ${name} WITH (FORCE)`))
}

async function runOnServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
