import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '@/server/db/migrate'
import { createPGlitePool } from '@/server/db/pglite-pool'

/** Where a test file's database comes from; `server` is null for the embedded database. */
export interface TestTemplate {
  file: string
  server: { url: string; database: string } | null
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Set by vitest.config.ts: an empty text means the embedded database. */
    testPostgresUrl: string
    testTemplate: TestTemplate
  }
}

const migrationsDirectory = 'prisma/migrations'

/** Makes a migrated template once; every test file starts from a copy of it. Kept until the migrations change. */
export default async function setUp(project: TestProject): Promise<void> {
  const url = project.config.provide.testPostgresUrl ?? ''
  const hash = hashOfMigrations()
  const file = path.join(tmpdir(), `latchkey-test-${hash}.tar`)
  if (url === '') await createTemplateFile(file)
  project.provide('testTemplate', {
    file,
    server: url === '' ? null : { url, database: await createTemplateDatabase(url, hash) },
  })
}

function hashOfMigrations(): string {
  const hash = createHash('sha256')
  hash.update(readFileSync('node_modules/@electric-sql/pglite/package.json'))
  for (const { name, sql } of readMigrations(migrationsDirectory)) hash.update(name).update(sql)
  return hash.digest('hex').slice(0, 16)
}

async function createTemplateFile(file: string): Promise<void> {
  if (existsSync(file)) return
  const database = await PGlite.create()
  const pool = createPGlitePool(database)
  const client = await pool.connect()
  await migrate(client, migrationsDirectory)
  client.release()
  const dump = await database.dumpDataDir('none')
  await pool.end()
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()))
  renameSync(unfinished, file)
}

async function createTemplateDatabase(url: string, hash: string): Promise<string> {
  const name = `latchkey_template_${hash}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name])
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) {
    const unfinished = `${name}_unfinished`
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished}`)
    await admin.query(`CREATE DATABASE ${unfinished}`)
    const client = new pg.Client({ connectionString: withDatabase(url, unfinished) })
    await client.connect()
    await migrate(client, migrationsDirectory)
    await client.end()
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`)
  }
  await admin.end()
  return name
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
