import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { recordAuditEvents } from '@/features/audit-log/server/record-audit-event'
import type { Deps } from '@/server/deps'
import type { manyView, updateStatusManyInput } from '../schema'
import { keyEvent } from './key-event'
import { resultsOf } from './many-results'
import { listProviderKeysById, lockProviderKeys, setStatusOfMany } from './provider-key.repository'
import { noSuchKey } from './require-provider-key'
import { statusEvent, whyNotActivated } from './status-change'

/** Switches up to 100 keys in one transaction; a result for each, in the order asked. */
export async function updateStatusMany(
  deps: Deps,
  actor: Actor,
  { ids, status }: z.output<typeof updateStatusManyInput>,
): Promise<z.infer<typeof manyView>> {
  const { organizationId } = actor
  return deps.db.transaction(organizationId, async (tenant) => {
    const rows = await listProviderKeysById(tenant, await lockProviderKeys(tenant, ids))
    const found = new Map(rows.map((row) => [row.id, row]))
    const refusals = new Map(
      rows.map((row) => [row.id, status === 'active' && row.status !== status ? whyNotActivated(row) : null]),
    )
    const changed = rows.filter((row) => row.status !== status && !refusals.get(row.id))
    await setStatusOfMany(tenant, changed.map(({ id }) => id), { status, at: deps.now() }) // prettier-ignore
    const events = changed.map((row) => keyEvent(actor, statusEvent(row, status)))
    await recordAuditEvents(deps, tenant.tx, organizationId, events)
    return resultsOf(ids, (id) => (found.has(id) ? (refusals.get(id) ?? null) : noSuchKey()))
  })
}
