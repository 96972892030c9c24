import type { Tenant } from '@/server/db/database'
import { listNewestAuditEventsAbout } from './audit-event.repository'

export interface AuditTrailEntry {
  id: string
  event: string
  actorName: string
  outcome: string
  at: string
  details: Record<string, unknown>
}

/** What was done to one object, newest first. */
export async function listAuditEventsAbout(
  tenant: Tenant,
  objectId: string,
  limit: number,
): Promise<AuditTrailEntry[]> {
  const rows = await listNewestAuditEventsAbout(tenant, objectId, limit)
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    details: row.details as Record<string, unknown>,
  }))
}
