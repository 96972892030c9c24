import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '@/core/actor'
import { environments, statuses } from '@/features/provider-keys/provider-key'
import { outcomes } from '@/providers/verdict'
import { openTestDatabase } from '@/testing/db'
import { grantToApplicationRole } from './application-role'
import type { Database } from './database'

let db: Database
beforeAll(async () => {
  db = await openTestDatabase()
  await db.pool.query(
    `INSERT INTO "User" (id, email, name, "updatedAt") VALUES ('u', 'u@example.com', 'U', now())`,
  )
  await db.pool.query(
    `INSERT INTO "Organization" (id, slug, name, "updatedAt") VALUES ('o', 'o', 'O', now())`,
  )
})
afterAll(() => db.close())

const unique = () => randomBytes(6).toString('hex')

const insertKey = (
  id: string,
  { environment = 'production', name = null as string | null, status = 'active' } = {},
) =>
  db.pool.query(
    `INSERT INTO "ProviderKey" (id, "organizationId", provider, name, label, environment, status, "maskedToken",
       "secretReplacedAt", "createdById", "createdAt", "updatedAt", "deletedAt")
     VALUES ($1, 'o', 'custom', $2, 'L', $3, $4, 'm', now(), 'u', now(), now(), CASE WHEN $4 = 'deleted' THEN now() END)`,
    [id, name, environment, status],
  )

const insertVersion = (
  key: string,
  number: number,
  { state = 'active', sealed = 'v1.m1.x' as string | null } = {},
) =>
  db.pool.query(
    `INSERT INTO "ProviderKeyVersion" (id, "organizationId", "providerKeyId", number, state, sealed, "masterKeyId",
       fingerprint, "fingerprintKeyId", "maskedToken", destination, "createdById", "createdAt")
     VALUES ($1, 'o', $2, $3, $4, $5, 'm1', 'f', 'f1', 'm', 'd', 'u', now())`,
    [unique(), key, number, state, sealed],
  )

const insertEvent = (chain: string, seq: number) =>
  db.pool.query(
    `INSERT INTO "AuditEvent" (id, chain, seq, at, event, "actorKind", "actorName", outcome, canonical, details,
       "prevHash", hash, "auditKeyId")
     VALUES ($1, $2, $3, now(), 'e', 'user', 'U', 'ok', 't', '{}', '', $4, 'a1')`,
    [unique(), chain, seq, `hash-${seq}`],
  )

const prune = (chain: string, seq: number) =>
  db.pool.query(`SELECT prune_audit_events($1, $2, $3, 'signature', 'a1', now()) AS removed`, [
    unique(),
    chain,
    seq,
  ])

const countEvents = async (chain: string) =>
  (await db.pool.query(`SELECT 1 FROM "AuditEvent" WHERE chain = $1`, [chain])).rows.length

test.each([
  ['Membership_role_check', roles],
  ['ProviderKey_environment_check', environments],
  ['ProviderKey_status_check', statuses],
  ['ProviderKey_verdict_check', outcomes],
  ['ProviderKey_lastCheck_check', outcomes],
  ['ProviderKeyCheck_outcome_check', outcomes],
])('%s allows exactly the values that the code knows', async (name, values) => {
  const { rows } = await db.pool.query<{ definition: string }>(
    'SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1',
    [name],
  )
  const allowed = [...(rows[0]?.definition ?? '').matchAll(/'([a-z]+)'/g)].map(([, value]) => value)
  expect(allowed).toEqual([...values])
})

test('an e-mail with a capital letter cannot be stored', async () => {
  const add = db.pool.query(
    `INSERT INTO "User" (id, email, name, "updatedAt") VALUES ('c', 'Foo@example.com', 'C', now())`,
  )
  await expect(add).rejects.toMatchObject({ code: '23514' })
})

test('a name is taken among live keys of one environment, and free once its key is deleted', async () => {
  await insertKey('named', { name: 'local' })
  await expect(insertKey('same', { name: 'local' })).rejects.toMatchObject({ code: '23505' })
  await insertKey('elsewhere', { name: 'local', environment: 'staging' })
  await db.pool.query(`UPDATE "ProviderKey" SET status = 'deleted', "deletedAt" = now() WHERE id = 'named'`)
  await expect(insertKey('again', { name: 'local' })).resolves.toMatchObject({ rowCount: 1 })
})

test('a key is deleted in both columns or in neither', async () => {
  await insertKey('half')
  const remove = db.pool.query(`UPDATE "ProviderKey" SET status = 'deleted' WHERE id = 'half'`)
  await expect(remove).rejects.toMatchObject({ code: '23514' })
})

test('a key has one active secret, and a destroyed one holds nothing', async () => {
  await insertKey('versions')
  await insertVersion('versions', 1)
  await expect(insertVersion('versions', 2)).rejects.toMatchObject({ code: '23505' })
  await expect(insertVersion('versions', 3, { state: 'destroyed' })).rejects.toMatchObject({ code: '23514' })
  await expect(insertVersion('versions', 4, { state: 'retiring', sealed: null })).rejects.toMatchObject({
    code: '23514',
  })
  await expect(insertVersion('versions', 5, { state: 'destroyed', sealed: null })).resolves.toMatchObject({
    rowCount: 1,
  })
})

test('audit events can be neither changed nor removed', async () => {
  await insertEvent('fixed', 1)
  for (const sql of [
    `UPDATE "AuditEvent" SET outcome = 'failed' WHERE chain = 'fixed'`,
    `DELETE FROM "AuditEvent" WHERE chain = 'fixed'`,
    'TRUNCATE "AuditEvent"',
  ])
    await expect(db.pool.query(sql)).rejects.toMatchObject({ code: '23514' })
  expect(await countEvents('fixed')).toBe(1)
})

test('pruning removes a chain up to a point, leaves its signed checkpoint, and spares other chains', async () => {
  for (const seq of [1, 2, 3]) await insertEvent('long', seq)
  await insertEvent('other', 1)
  expect((await prune('long', 2)).rows).toEqual([{ removed: '2' }])
  expect([await countEvents('long'), await countEvents('other')]).toEqual([1, 1])
  const { rows } = await db.pool.query(
    `SELECT seq, hash, signature FROM "AuditCheckpoint" WHERE chain = 'long'`,
  )
  expect(rows).toEqual([{ seq: '2', hash: 'hash-2', signature: 'signature' }])
  await expect(db.pool.query(`DELETE FROM "AuditCheckpoint"`)).rejects.toMatchObject({ code: '23514' })
  await expect(prune('long', 99)).rejects.toMatchObject({ code: '23514' })
})

test('after pruning, the same transaction can remove nothing more', async () => {
  for (const seq of [1, 2]) await insertEvent('again', seq)
  const attempt = db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT prune_audit_events(${unique()}, 'again', 1, 's', 'a1', now())`
    await tx.$executeRaw`DELETE FROM "AuditEvent" WHERE chain = 'again'`
  })
  await expect(attempt).rejects.toThrow('append-only')
  expect(await countEvents('again')).toBe(2)
})

test('the application role adds audit events and prunes them, but cannot touch one or its trigger', async () => {
  const role = `app_${unique()}`
  await db.pool.query(`CREATE ROLE ${role}`)
  const client = await db.pool.connect()
  try {
    await grantToApplicationRole(client, role)
    await client.query(`SET ROLE ${role}`)
    await client.query(
      `INSERT INTO "AuditEvent" (id, chain, seq, at, event, "actorKind", "actorName", outcome, canonical, details,
         "prevHash", hash, "auditKeyId") VALUES ('r', 'role', 1, now(), 'e', 'user', 'U', 'ok', 't', '{}', '', 'h', 'a1')`,
    )
    for (const sql of [
      `UPDATE "AuditEvent" SET outcome = 'failed'`,
      `DELETE FROM "AuditEvent"`,
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`,
      `INSERT INTO "AuditCheckpoint" VALUES ('x', 'role', 1, 'h', 's', 'a1', now())`,
      `DELETE FROM "_prisma_migrations"`,
    ])
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' })
    const { rows } = await client.query(
      `SELECT prune_audit_events('p', 'role', 1, 's', 'a1', now()) AS removed`,
    )
    expect(rows).toEqual([{ removed: '1' }])
  } finally {
    await client.query('RESET ROLE')
    await client.query(`DROP OWNED BY ${role}`)
    await client.query(`DROP ROLE ${role}`)
    client.release()
  }
})
