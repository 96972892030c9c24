import type { AuditEntry } from '../audit-event'

/** One stored event, before its hash. */
export interface AuditRecord {
  id: string
  chain: string
  seq: bigint
  at: Date
  event: string
  actorKind: string
  actorId: string | null
  actorName: string
  objectKind: string | null
  objectId: string | null
  objectName: string | null
  address: string | null
  requestId: string | null
  outcome: string
  details: Record<string, unknown>
}

/** What precedes the first event of a chain. */
export const genesisHash = '0'.repeat(64)

export function auditRecord(
  entry: AuditEntry,
  place: { id: string; chain: string; seq: bigint; at: Date },
): AuditRecord {
  return {
    ...place,
    event: entry.event,
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    actorName: entry.actor.name,
    objectKind: entry.object?.kind ?? null,
    objectId: entry.object?.id ?? null,
    objectName: entry.object?.name ?? null,
    address: entry.address ?? null,
    requestId: entry.requestId ?? null,
    outcome: entry.outcome,
    details: entry.details ?? {},
  }
}

/** The text that a hash covers: every column, in one order whatever the database made of the JSON. */
export const canonicalText = ({ seq, at, ...rest }: AuditRecord): string =>
  JSON.stringify(sortedKeys({ ...rest, seq: seq.toString(), at: at.toISOString() }))

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortedKeys(item)]),
  )
}
