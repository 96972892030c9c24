import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../start-error'

/** One connection: a `pg.Client`, or a client taken from a pool. */
export interface MigrationClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface AppliedRow {
  migration_name: string
  checksum: string
  finished_at: Date | null
  rolled_back_at: Date | null
}

// The lock, the table and its columns are those of `prisma migrate deploy`, so that both can be used by turns.
const migrationLockId = 72707369
const insufficientPrivilege = '42501'
const lockTries = 120
const lockPauseMs = 500
const migrationTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** The migrations of a directory, in order. */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .sort()
    .map((name) => ({ name, file: path.join(directory, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is missing and answers the names applied. Each migration and its record are one transaction: a
 * crash or an error leaves the database as it was. Throws StartError when a migration fails, when an earlier one
 * failed, or when the database and the directory tell different histories.
 */
export async function migrate(client: MigrationClient, directory: string): Promise<string[]> {
  await takeLock(client)
  try {
    await ensureTable(client)
    const migrations = readMigrations(directory)
    const missing = findMissing(migrations, await readHistory(client))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLockId])
  }
}

async function takeLock(client: MigrationClient): Promise<void> {
  for (let tries = 0; tries < lockTries; tries++) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [migrationLockId])
    if ((rows[0] as { taken: boolean }).taken) return
    await sleep(lockPauseMs)
  }
  throw new StartError(
    `Another process has been migrating the database for over ${(lockTries * lockPauseMs) / 1000} s. Wait for it to end, then start again.`,
  )
}

/** A role that may not create tables can still start on a database that another role has migrated. */
async function ensureTable(client: MigrationClient): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`)
  if ((rows[0] as { exists: boolean }).exists) return
  try {
    await client.query(migrationTable)
  } catch (cause) {
    if ((cause as { code?: string }).code !== insufficientPrivilege) throw cause
    throw new StartError(
      'The database role may not create tables, and they do not exist yet. Give it that right, or name a role that has it in MIGRATION_DATABASE_URL.',
      { cause },
    )
  }
}

async function readHistory(client: MigrationClient): Promise<AppliedRow[]> {
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  return rows as AppliedRow[]
}

function findMissing(migrations: Migration[], history: AppliedRow[]): Migration[] {
  for (const row of history) {
    const name = row.migration_name
    const migration = migrations.find((candidate) => candidate.name === name)
    if (!row.finished_at)
      throw new StartError(
        `The migration ${name} failed earlier and was not resolved. Mend the database, then mark it with: node tools/prisma.mjs migrate resolve --rolled-back ${name}`,
      )
    if (!migration)
      throw new StartError(
        `The database was migrated by a newer Latchkey (${name} is unknown here). Start that version, or restore a backup made before it.`,
      )
    if (migration.checksum !== row.checksum)
      throw new StartError(
        `The migration ${name} was changed after it was applied to this database. Restore its file, and put the change into a new migration.`,
      )
  }
  const applied = new Set(history.map((row) => row.migration_name))
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(client: MigrationClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const why = error instanceof Error ? error.message : String(error)
    throw new StartError(`The migration ${name} failed and was rolled back: ${why}`, { cause: error })
  }
}
