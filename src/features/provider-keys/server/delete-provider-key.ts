import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Deps } from '@/server/deps'
import type { deletedView, deleteInput } from '../schema'
import { deletion } from './deletion'
import { keyEvent } from './key-event'
import { lockProviderKeys, markDeleted } from './provider-key.repository'
import { noSuchKey, requireProviderKey, staleRevision } from './require-provider-key'

/** Deletes a key: out of use and of sight at once, its secret destroyed thirty days later. */
export async function deleteProviderKey(
  deps: Deps,
  actor: Actor,
  { id, revision }: z.output<typeof deleteInput>,
): Promise<z.infer<typeof deletedView>> {
  await deps.db.transaction(actor.organizationId, async (tenant) => {
    const [locked] = await lockProviderKeys(tenant, [id])
    if (!locked) throw noSuchKey()
    const key = await requireProviderKey(tenant, id)
    if (revision !== undefined && key.revision !== revision) throw staleRevision()
    await markDeleted(tenant, [id], deletion(actor, deps.now()))
    await recordAuditEvent(
      deps,
      tenant.tx,
      actor.organizationId,
      keyEvent(actor, { event: 'provider_key.deleted', key }),
    )
  })
  return { id }
}
