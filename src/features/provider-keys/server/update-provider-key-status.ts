import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Deps } from '@/server/deps'
import type { changedView, updateStatusInput } from '../schema'
import { keyEvent } from './key-event'
import { toProviderKeyView } from './provider-key-view'
import { changeProviderKey, lockProviderKeys } from './provider-key.repository'
import { noSuchKey, requireProviderKey, staleRevision } from './require-provider-key'
import { statusEvent, whyNotActivated } from './status-change'

/** Switches a key on or off, at once. Asking for what it already is changes nothing. */
export async function updateProviderKeyStatus(
  deps: Deps,
  actor: Actor,
  { id, revision, status }: z.output<typeof updateStatusInput>,
): Promise<z.infer<typeof changedView>> {
  const row = await deps.db.transaction(actor.organizationId, async (tenant) => {
    const [locked] = await lockProviderKeys(tenant, [id])
    if (!locked) throw noSuchKey()
    const before = await requireProviderKey(tenant, id)
    if (revision !== undefined && before.revision !== revision) throw staleRevision()
    if (before.status === status) return before
    const refusal = status === 'active' ? whyNotActivated(before) : null
    if (refusal) throw refusal
    const after = await changeProviderKey(tenant, { id, revision }, { status, updatedAt: deps.now() })
    if (!after) throw noSuchKey()
    await recordAuditEvent(deps, tenant.tx, actor.organizationId, keyEvent(actor, statusEvent(after, status)))
    return after
  })
  return { providerKey: toProviderKeyView(row) }
}
