import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database'
import { openTestDatabase } from '@/testing/db'

let db: Database
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())

const addUser = (id: string, email = `${id}@example.com`) =>
  db.prisma.user.create({ data: { id, email, name: id } })

test('a row comes back with its dates, numbers and lists as they went in', async () => {
  const now = new Date('2026-01-02T03:04:05.678Z')
  await addUser('types')
  await db.prisma.organization.create({ data: { id: 'types', slug: 'types', name: 'T' } })
  const data = {
    ...{ id: 'types', organizationId: 'types', provider: 'openai', label: 'L', environment: 'development' },
    ...{ options: { region: 'eu', nested: [1, null] }, status: 'active', maskedToken: 'm' },
    ...{ modelsDiscovered: ['a,b', 'c"d', '{}'], secretReplacedAt: now, createdAt: now, updatedAt: now },
    createdById: 'types',
  }
  await db.prisma.providerKey.create({ data })
  expect(await db.prisma.providerKey.findUnique({ where: { id: 'types' } })).toMatchObject(data)
})

test('prepared statements answer what pg answers: big integers as text, times as dates, JSON parsed', async () => {
  const { rows } = await db.pool.query(
    `SELECT $1::bigint AS big, $2::timestamptz AS at, $3::jsonb AS json, $4::text[] AS list, 'null'::jsonb AS nothing`,
    ['9007199254740993', new Date(0), { a: [1] }, ['x', 'y"z']],
  )
  expect(rows).toEqual([
    { big: '9007199254740993', at: new Date(0), json: { a: [1] }, list: ['x', 'y"z'], nothing: null },
  ])
})

test('a duplicate is reported as a unique violation', async () => {
  await addUser('twice')
  await expect(addUser('twice-again', 'twice@example.com')).rejects.toMatchObject({ code: 'P2002' })
})

test('a failed transaction leaves nothing behind', async () => {
  const attempt = db.transaction('none', async ({ tx }) => {
    await tx.user.create({ data: { id: 'gone', email: 'gone@example.com', name: 'gone' } })
    throw new Error('changed our mind')
  })
  await expect(attempt).rejects.toThrow('changed our mind')
  expect(await db.prisma.user.findUnique({ where: { id: 'gone' } })).toBeNull()
})

test('fifty parallel read-modify-write transactions lose no update', async () => {
  await db.prisma.auditHead.create({ data: { chain: 'counter', seq: 0n, hash: '' } })
  const increment = () =>
    db.transaction('none', async ({ tx }) => {
      const rows = await tx.$queryRaw<{ seq: bigint }[]>`
        SELECT "seq" FROM "AuditHead" WHERE "chain" = 'counter' FOR UPDATE`
      await tx.auditHead.update({ where: { chain: 'counter' }, data: { seq: (rows[0]?.seq ?? 0n) + 1n } })
    })
  await Promise.all(Array.from({ length: 50 }, increment))
  expect((await db.prisma.auditHead.findUnique({ where: { chain: 'counter' } }))?.seq).toBe(50n)
})

test('a client given back with an error does not leave its transaction open', async () => {
  const client = await db.pool.connect()
  await client.query('BEGIN')
  await client.query(`INSERT INTO "SystemFact" ("name", "value") VALUES ('half', 'done')`)
  client.release(new Error('broken'))
  expect(await db.prisma.systemFact.findUnique({ where: { name: 'half' } })).toBeNull()
})
