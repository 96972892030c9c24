#!/usr/bin/env node
// The first-run browser tests on PostgreSQL, in a database that is made for them and dropped.
import { spawnSync } from 'node:child_process'
import pg from 'pg'

const server = new URL(process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres')
const name = `latchkey_e2e_${process.pid}`
const admin = new pg.Client({ connectionString: server.href })
await admin.connect()
await admin.query(`CREATE DATABASE ${name}`)
const own = new URL(server)
own.pathname = `/${name}`
try {
  const env = { ...process.env, E2E_DATABASE_URL: own.href }
  const { status } = spawnSync('node_modules/.bin/playwright', ['test', '--project', 'fresh'], {
    env,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} finally {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
}
