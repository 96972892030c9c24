import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase } from '@/testing/db'
import type { Database } from './database'
import { migrate } from './migrate'

let db: Database
let client: pg.PoolClient
let directory: string
let schemas = 0

beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'latchkey-migrations-'))
  client = await db.pool.connect()
  const schema = `empty_${++schemas}`
  await client.query(`CREATE SCHEMA ${schema}`)
  await client.query(`SET search_path TO ${schema}`)
})
afterEach(async () => {
  await client.query('RESET search_path')
  client.release()
  rmSync(directory, { recursive: true })
})

function write(name: string, sql: string): void {
  mkdirSync(path.join(directory, name), { recursive: true })
  writeFileSync(path.join(directory, name, 'migration.sql'), sql)
}

async function rowsOf(sql: string): Promise<unknown[]> {
  return (await client.query(sql)).rows as unknown[]
}

test('an empty database gets all migrations in order, and a second run changes nothing', async () => {
  write('0002_fill', `INSERT INTO first VALUES ('a; b'), ('c')`)
  write('0001_first', 'CREATE TABLE first (word text); CREATE INDEX ON first (word)')
  expect(await migrate(client, directory)).toEqual(['0001_first', '0002_fill'])
  expect(await migrate(client, directory)).toEqual([])
  expect(await rowsOf('SELECT word FROM first ORDER BY word')).toEqual([{ word: 'a; b' }, { word: 'c' }])
  expect(
    await rowsOf('SELECT applied_steps_count FROM _prisma_migrations WHERE finished_at IS NOT NULL'),
  ).toHaveLength(2)
})

test('a failing migration is rolled back whole, earlier ones stay, and mending it is enough', async () => {
  write('0001_first', 'CREATE TABLE first (word text)')
  write('0002_second', 'CREATE TABLE second (word text); SELECT 1 / 0')
  await expect(migrate(client, directory)).rejects.toThrow(
    'The migration 0002_second failed and was rolled back: division by zero',
  )
  expect(
    await rowsOf(`SELECT to_regclass('first') IS NULL AS first, to_regclass('second') IS NULL AS second`),
  ).toEqual([{ first: false, second: true }])
  write('0002_second', 'CREATE TABLE second (word text)')
  expect(await migrate(client, directory)).toEqual(['0002_second'])
})

test('a migration left unfinished by another tool is refused, with the way out', async () => {
  write('0001_first', 'CREATE TABLE first (word text)')
  await migrate(client, directory)
  await client.query('UPDATE _prisma_migrations SET finished_at = NULL')
  await expect(migrate(client, directory)).rejects.toThrow('resolve --rolled-back 0001_first')
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = now()')
  await client.query('DROP TABLE first')
  expect(await migrate(client, directory)).toEqual(['0001_first'])
})

test('a migration changed after it was applied is refused by name', async () => {
  write('0001_first', 'CREATE TABLE first (word text)')
  await migrate(client, directory)
  write('0001_first', 'CREATE TABLE first (word text, more text)')
  await expect(migrate(client, directory)).rejects.toThrow('0001_first was changed after it was applied')
})

test('a database of a newer version is refused', async () => {
  write('0001_first', 'CREATE TABLE first (word text)')
  await migrate(client, directory)
  rmSync(path.join(directory, '0001_first'), { recursive: true })
  await expect(migrate(client, directory)).rejects.toThrow('newer Latchkey (0001_first is unknown here)')
})

test('the lock is given back, also after a failure', async () => {
  write('0001_broken', 'nonsense')
  await expect(migrate(client, directory)).rejects.toThrow('0001_broken')
  expect(
    await rowsOf(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`),
  ).toEqual([])
})

test('a role without the right to create tables is told so, and may start once they exist', async () => {
  write('0001_first', 'CREATE TABLE first (word text)')
  const role = `reader_${schemas}_${process.pid}`
  await client.query(`CREATE ROLE ${role}; GRANT USAGE ON SCHEMA empty_${schemas} TO ${role}`)
  try {
    await client.query(`SET ROLE ${role}`)
    await expect(migrate(client, directory)).rejects.toThrow('MIGRATION_DATABASE_URL')
    await client.query('RESET ROLE')
    await migrate(client, directory)
    await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA empty_${schemas} TO ${role}; SET ROLE ${role}`)
    expect(await migrate(client, directory)).toEqual([])
  } finally {
    await client.query(`RESET ROLE; DROP OWNED BY ${role}; DROP ROLE ${role}`)
  }
})
