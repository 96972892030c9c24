import { newId } from '@/core/ids'
import type { Tenant } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import type { AuditEntry } from '../audit-event'
import { appendAuditEvents, lockAuditHead } from './audit-event.repository'
import type { SignedRecord } from './audit-event.repository'
import { auditRecord, canonicalText, genesisHash } from './audit-record'

type AuditDeps = Pick<Deps, 'auditKey' | 'now'>

/** Appends one event to a chain, inside the caller's transaction: the deed and its record stand or fall together. */
export const recordAuditEvent = (
  deps: AuditDeps,
  tx: Tenant['tx'],
  chain: string,
  entry: AuditEntry,
): Promise<void> => recordAuditEvents(deps, tx, chain, [entry])

/** Appends several events in order, in as many statements as one. Call it last: it holds the chain's lock. */
export async function recordAuditEvents(
  { auditKey, now }: AuditDeps,
  tx: Tenant['tx'],
  chain: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
  let { seq, hash } = await lockAuditHead(tx, chain, genesisHash)
  const at = now()
  const signed = entries.map((entry): SignedRecord => {
    const record = auditRecord(entry, { id: newId('auditEvent'), chain, seq: ++seq, at })
    const canonical = canonicalText(record)
    const prevHash = hash
    hash = auditKey.sign(prevHash + canonical)
    return { ...record, canonical, prevHash, hash, auditKeyId: auditKey.id }
  })
  await appendAuditEvents(tx, signed)
}
