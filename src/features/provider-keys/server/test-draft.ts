import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Provider } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { Deps } from '@/server/deps'
import type { draftView, testDraftInput } from '../schema'
import { keyEvent, verdictFacts } from './key-event'
import { runCheck } from './run-check'

/** Tests a secret without storing it. Recorded with its mask: nobody can try out stolen keys here unseen. */
export async function testDraft(
  deps: Deps,
  actor: Actor,
  { provider: id, credential }: z.output<typeof testDraftInput>,
): Promise<z.infer<typeof draftView>> {
  const provider: Provider = providers[id]
  const { verdict } = await runCheck(deps, { provider, credential, versionId: null })
  const details = { provider: id, maskedToken: provider.mask(credential), ...verdictFacts(verdict) }
  await deps.db.transaction(actor.organizationId, ({ tx }) =>
    recordAuditEvent(
      deps,
      tx,
      actor.organizationId,
      keyEvent(actor, { event: 'provider_key.draft_tested', details }),
    ),
  )
  return { verdict, removed: [...credential.removed] }
}
