import type { Tenant } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { findAuditCheckpoint, findAuditHead, listAuditEvents } from './audit-event.repository'
import type { SignedRecord } from './audit-event.repository'
import { canonicalText, genesisHash } from './audit-record'

type AuditChainFault =
  | 'event missing'
  | 'event altered'
  | 'signature wrong'
  | 'signed by another key'
  | 'checkpoint wrong'
  | 'end cut off'

export type AuditChainReport =
  { ok: true; upTo: bigint; events: number } | { ok: false; brokenSeq: bigint; fault: AuditChainFault }

type AuditKey = Deps['auditKey']
interface Link {
  seq: bigint
  hash: string
}

const batchSize = 500

/** What a checkpoint's signature covers. */
export const checkpointText = (chain: string, { seq, hash }: Link): string =>
  `checkpoint:${chain}:${seq}:${hash}`

/** Walks a chain from its start (or its last checkpoint) and names the first event that does not hold. */
export async function verifyAuditChain(
  { auditKey }: Pick<Deps, 'auditKey'>,
  tx: Tenant['tx'],
  chain: string,
): Promise<AuditChainReport> {
  const checkpoint = await findAuditCheckpoint(tx, chain)
  if (checkpoint && auditKey.sign(checkpointText(chain, checkpoint)) !== checkpoint.signature)
    return { ok: false, brokenSeq: checkpoint.seq, fault: 'checkpoint wrong' }
  // Read before the walk: events that come meanwhile lie behind it and do not count.
  const head = (await findAuditHead(tx, chain)) ?? { seq: 0n, hash: genesisHash }
  let link: Link = checkpoint ?? { seq: 0n, hash: genesisHash }
  let events = 0
  while (link.seq < head.seq) {
    const batch = await listAuditEvents(tx, chain, link.seq, batchSize)
    for (const record of batch) {
      if (record.seq > head.seq) break
      const fault = faultOf(record, link, auditKey)
      if (fault) return { ok: false, brokenSeq: link.seq + 1n, fault }
      link = record
      events++
    }
    if (batch.length < batchSize) break
  }
  if (link.seq !== head.seq || link.hash !== head.hash)
    return { ok: false, brokenSeq: link.seq + 1n, fault: 'end cut off' }
  return { ok: true, upTo: link.seq, events }
}

function faultOf(record: SignedRecord, previous: Link, auditKey: AuditKey): AuditChainFault | null {
  const { canonical, prevHash, hash, auditKeyId, ...columns } = record
  if (record.seq !== previous.seq + 1n || prevHash !== previous.hash) return 'event missing'
  if (canonicalText(columns) !== canonical) return 'event altered'
  if (auditKeyId !== auditKey.id) return 'signed by another key'
  return auditKey.sign(prevHash + canonical) === hash ? null : 'signature wrong'
}
