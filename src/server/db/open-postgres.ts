import pg from 'pg'
import { StartError } from '../start-error'
import { grantToApplicationRole } from './application-role'
import { createDatabase } from './create-database'
import type { Database } from './database'
import { migrate } from './migrate'

export interface PostgresOptions {
  url: string
  /** Role that owns the tables and migrates them; absent: the application's own role does both. */
  migrationUrl?: string
  migrationsDirectory: string
  /** Told when the server drops an idle connection; the pool makes a new one by itself. */
  onConnectionLost(error: Error): void
}

const poolSize = 10
const connectionTimeoutMs = 5_000
const statementTimeoutMs = 30_000
const idleInTransactionTimeoutMs = 60_000
/** @prisma/adapter-pg 7 writes and reads times without their offset: in any other zone they would be shifted. */
const inUtc = '-c TimeZone=UTC'

/** Opens a PostgreSQL database and migrates it. Throws StartError when it cannot be reached or entered. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: 'latchkey',
    options: inUtc,
    max: poolSize,
    connectionTimeoutMillis: connectionTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
  })
  pool.on('error', options.onConnectionLost)
  try {
    const role = await connectedRole(pool, options.url)
    await migrateAs(role, options)
    return createDatabase(pool, 'postgres', async () => {})
  } catch (error) {
    await pool.end()
    throw error
  }
}

async function connectedRole(pool: pg.Pool, url: string): Promise<string> {
  try {
    return await roleOf(pool)
  } catch (error) {
    throw unreachable('DATABASE_URL', url, error)
  }
}

async function roleOf(connection: pg.Pool | pg.Client): Promise<string> {
  const { rows } = await connection.query<{ role: string }>('SELECT current_user AS role')
  return rows[0]?.role ?? ''
}

async function migrateAs(applicationRole: string, options: PostgresOptions): Promise<void> {
  const url = options.migrationUrl ?? options.url
  const client = new pg.Client({
    connectionString: url,
    options: inUtc,
    connectionTimeoutMillis: connectionTimeoutMs,
  })
  client.on('error', options.onConnectionLost)
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(options.migrationUrl ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL', url, error)
  }
  try {
    await migrate(client, options.migrationsDirectory)
    if ((await roleOf(client)) !== applicationRole) await grantToApplicationRole(client, applicationRole)
  } finally {
    await client.end()
  }
}

const causes: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name cannot be resolved now',
  ETIMEDOUT: 'it does not answer in time',
  '28P01': 'it refuses the password',
  '28000': 'it refuses this user',
  '3D000': 'it has no such database',
  '53300': 'it has no connection left',
  '57P03': 'it is starting up or shutting down',
}

/** Names the server, never the URL: that holds a password. */
function unreachable(setting: string, url: string, error: unknown): StartError {
  const { code, message } = error as { code?: string; message: string }
  const why =
    causes[code ?? ''] ?? (/timeout/.test(message) ? causes.ETIMEDOUT : `error ${code ?? 'unknown'}`)
  return new StartError(`PostgreSQL at ${serverOf(url)} cannot be used: ${why}. Check ${setting}.`, {
    cause: error,
  })
}

function serverOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`
}
