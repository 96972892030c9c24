import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { recordAuditEvents } from '@/features/audit-log/server/record-audit-event'
import type { Deps } from '@/server/deps'
import type { deleteManyInput, manyView } from '../schema'
import { deletion } from './deletion'
import { keyEvent } from './key-event'
import { resultsOf } from './many-results'
import { listProviderKeysById, lockProviderKeys, markDeleted } from './provider-key.repository'
import { noSuchKey } from './require-provider-key'

/** Deletes up to 100 keys in one transaction; a result for each, in the order asked. */
export async function deleteMany(
  deps: Deps,
  actor: Actor,
  { ids }: z.output<typeof deleteManyInput>,
): Promise<z.infer<typeof manyView>> {
  const { organizationId } = actor
  return deps.db.transaction(organizationId, async (tenant) => {
    const rows = await listProviderKeysById(tenant, await lockProviderKeys(tenant, ids))
    const found = new Set(rows.map(({ id }) => id))
    await markDeleted(tenant, [...found], deletion(actor, deps.now()))
    const events = rows.map((key) => keyEvent(actor, { event: 'provider_key.deleted', key }))
    await recordAuditEvents(deps, tenant.tx, organizationId, events)
    return resultsOf(ids, (id) => (found.has(id) ? null : noSuchKey()))
  })
}
