import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { openTestDatabase } from '@/testing/db'
import { recordingLog, testDeps } from '@/testing/deps'
import type { AuditEntry } from '../audit-event'
import { logAuditHeads } from './log-audit-heads'
import { recordAuditEvent, recordAuditEvents } from './record-audit-event'
import { checkpointText, verifyAuditChain } from './verify-audit-chain'

let db: Database
let deps: Deps

beforeAll(async () => {
  db = await openTestDatabase()
  deps = testDeps(db)
})
afterAll(() => db.close())

const entry = (name: string): AuditEntry => ({
  event: 'provider_key.updated',
  actor: { kind: 'user', id: 'usr_1', name: 'Ada' },
  object: { kind: 'provider_key', id: 'pk_1', name },
  outcome: 'ok',
  address: '203.0.113.7',
  requestId: 'req_1',
  details: { z: 1, a: 'äöü "quoted"', list: ['b', 'a'], nothing: null },
})

async function chainOf(count: number) {
  const chain = `org_${randomUUID()}`
  await db.transaction(chain, ({ tx }) =>
    recordAuditEvents(
      deps,
      tx,
      chain,
      Array.from({ length: count }, (_, index) => entry(`Key ${index + 1}`)),
    ),
  )
  return chain
}
const verify = (chain: string, by = deps) => verifyAuditChain(by, db.prisma, chain)

/** Changes rows as a superuser of the database could: with the guard against changes out of the way. */
async function tamper(sql: string, ...values: unknown[]) {
  await db.prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER')
    await tx.$executeRawUnsafe(sql, ...values)
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER')
  })
}

describe('an audit chain', () => {
  it('holds from its first event to its last, over more than one batch', async () => {
    expect(await verify(await chainOf(1_203))).toEqual({ ok: true, upTo: 1_203n, events: 1_203 })
    expect(await verify('org_without_events')).toEqual({ ok: true, upTo: 0n, events: 0 })
  })

  it('numbers events without gaps when many are recorded at once', async () => {
    const chain = `org_${randomUUID()}`
    await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        db.transaction(chain, ({ tx }) => recordAuditEvent(deps, tx, chain, entry(`Key ${index}`))),
      ),
    )
    expect(await verify(chain)).toEqual({ ok: true, upTo: 25n, events: 25 })
  })

  it('records nothing of a deed that was rolled back', async () => {
    const chain = await chainOf(2)
    const failing = db.transaction(chain, async ({ tx }) => {
      await recordAuditEvent(deps, tx, chain, entry('Never'))
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await verify(chain)).toMatchObject({ ok: true, upTo: 2n })
  })

  it.each([
    ['"objectName" = \'Another\'', 'event altered'],
    ['"details" = \'{"z":2}\'', 'event altered'],
    ['"at" = "at" + interval \'1 day\'', 'event altered'],
    ['"hash" = repeat(\'0\', 64)', 'signature wrong'],
    ['"prevHash" = repeat(\'0\', 64)', 'event missing'],
    ['"auditKeyId" = \'other\'', 'signed by another key'],
  ])('names the event whose %s was set', async (change, fault) => {
    const chain = await chainOf(5)
    await tamper(`UPDATE "AuditEvent" SET ${change} WHERE "chain" = $1 AND "seq" = 3`, chain)
    expect(await verify(chain)).toEqual({ ok: false, brokenSeq: 3n, fault })
  })

  it('names the place of an event that was removed, also at its end', async () => {
    const [middle, end] = [await chainOf(5), await chainOf(5)]
    await tamper('DELETE FROM "AuditEvent" WHERE "chain" = $1 AND "seq" = 2', middle)
    await tamper('DELETE FROM "AuditEvent" WHERE "chain" = $1 AND "seq" > 3', end)
    expect(await verify(middle)).toEqual({ ok: false, brokenSeq: 2n, fault: 'event missing' })
    expect(await verify(end)).toEqual({ ok: false, brokenSeq: 4n, fault: 'end cut off' })
  })

  it('does not hold under another audit key', async () => {
    const foreign = { ...deps, auditKey: { id: deps.auditKey.id, sign: () => 'f'.repeat(64) } }
    expect(await verify(await chainOf(1), foreign)).toEqual({
      ok: false,
      brokenSeq: 1n,
      fault: 'signature wrong',
    })
  })

  it('has its head in the log once an hour', async () => {
    const chain = await chainOf(3)
    const { log, lines } = recordingLog()
    const hour = 3_600_000
    const start = Date.now()
    const logAt = (ms: number) => logAuditHeads({ ...deps, log, now: () => new Date(start + ms) })
    for (const ms of [0, 60_000, hour]) await logAt(ms)
    const { hash } = await db.prisma.auditHead.findUniqueOrThrow({ where: { chain } })
    const heads = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => line.chain === chain)
    expect(heads).toMatchObject([
      { seq: '3', hash },
      { seq: '3', hash },
    ])
  })

  it('cannot be changed by the product itself', async () => {
    const chain = await chainOf(1)
    await expect(
      db.prisma.auditEvent.updateMany({ where: { chain }, data: { actorName: 'Eve' } }),
    ).rejects.toThrow()
    await expect(db.prisma.auditEvent.deleteMany({ where: { chain } })).rejects.toThrow()
  })

  it('goes on from the checkpoint that pruning leaves, and refuses one that is not signed', async () => {
    for (const isSigned of [true, false]) {
      const chain = await chainOf(6)
      const { seq, hash } = await db.prisma.auditEvent.findFirstOrThrow({ where: { chain, seq: 4n } })
      const signature = isSigned ? deps.auditKey.sign(checkpointText(chain, { seq, hash })) : 'f'.repeat(64)
      await db.prisma
        .$queryRaw`SELECT prune_audit_events(${randomUUID()}, ${chain}, 4, ${signature}, ${deps.auditKey.id}, now())`
      expect(await verify(chain)).toEqual(
        isSigned
          ? { ok: true, upTo: 6n, events: 2 }
          : { ok: false, brokenSeq: 4n, fault: 'checkpoint wrong' },
      )
    }
  })
})
