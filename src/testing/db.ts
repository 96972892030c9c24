import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
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
  return createDatabase(pool, 'postgres', () => dropDatabase(url, name))
}

/** An ended pool's connections live on for a moment; cut then, each would raise an error that nobody awaits. */
async function dropDatabase(url: string, name: string): Promise<void> {
  const isInUse = `SELECT 1 FROM pg_stat_activity WHERE datname = '${name}'`
  for (let tries = 0; tries < 100 && (await runOnServer(url, isInUse)) > 0; tries++) await pause(20)
  await runOnServer(url, `DROP DATABASE ${name} WITH (FORCE)`)
}

/** Says how many rows came or were changed. */
async function runOnServer(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(sql)
  await client.end()
  return rowCount ?? 0
}
