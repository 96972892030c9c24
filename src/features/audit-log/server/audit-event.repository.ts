import type { Prisma } from '@/generated/prisma/client'
import type { Tenant } from '@/server/db/database'
import type { AuditRecord } from './audit-record'

type Tx = Tenant['tx']
export type SignedRecord = AuditRecord & {
  canonical: string
  prevHash: string
  hash: string
  auditKeyId: string
}

const auditEventSelect = {
  id: true,
  chain: true,
  seq: true,
  at: true,
  event: true,
  actorKind: true,
  actorId: true,
  actorName: true,
  objectKind: true,
  objectId: true,
  objectName: true,
  address: true,
  requestId: true,
  outcome: true,
  details: true,
  canonical: true,
  prevHash: true,
  hash: true,
  auditKeyId: true,
} satisfies Prisma.AuditEventSelect

/** Makes the chain's head if there is none, and holds its lock until the transaction ends: events of a chain queue here. */
export async function lockAuditHead(
  tx: Tx,
  chain: string,
  genesis: string,
): Promise<{ seq: bigint; hash: string }> {
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    INSERT INTO "AuditHead" ("chain", "seq", "hash") VALUES (${chain}, 0, ${genesis})
    ON CONFLICT ("chain") DO UPDATE SET "chain" = EXCLUDED."chain"
    RETURNING "seq", "hash"`
  if (!head) throw new Error('the head of the audit chain is missing')
  return head
}

export async function appendAuditEvents(tx: Tx, records: readonly SignedRecord[]): Promise<void> {
  const last = records.at(-1)
  if (!last) return
  await tx.auditEvent.createMany({
    data: records.map((record) => ({ ...record, details: record.details as Prisma.InputJsonObject })),
  })
  await tx.auditHead.update({
    where: { chain: last.chain },
    data: { seq: last.seq, hash: last.hash },
    select: { chain: true },
  })
}

export const findAuditHead = (tx: Tx, chain: string) =>
  tx.auditHead.findUnique({ where: { chain }, select: { seq: true, hash: true } })

export const listAuditHeads = (tx: Tx, afterChain: string, limit: number) =>
  tx.auditHead.findMany({
    where: { chain: { gt: afterChain } },
    orderBy: { chain: 'asc' },
    take: limit,
    select: { chain: true, seq: true, hash: true },
  })

/** Where a pruned chain begins. */
export const findAuditCheckpoint = (tx: Tx, chain: string) =>
  tx.auditCheckpoint.findFirst({
    where: { chain },
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true, signature: true, auditKeyId: true },
  })

export async function listAuditEvents(
  tx: Tx,
  chain: string,
  afterSeq: bigint,
  limit: number,
): Promise<SignedRecord[]> {
  const rows = await tx.auditEvent.findMany({
    where: { chain, seq: { gt: afterSeq } },
    orderBy: { seq: 'asc' },
    take: limit,
    select: auditEventSelect,
  })
  return rows.map((row) => ({ ...row, details: row.details as Record<string, unknown> }))
}

export const listNewestAuditEventsAbout = (tenant: Tenant, objectId: string, limit: number) =>
  tenant.tx.auditEvent.findMany({
    where: { chain: tenant.organizationId, objectId },
    orderBy: { seq: 'desc' },
    take: limit,
    select: { id: true, event: true, actorName: true, outcome: true, at: true, details: true },
  })
