import type { z } from 'zod'
import { can } from '@/core/actor'
import type { Actor } from '@/core/actor'
import { listAuditEventsAbout } from '@/features/audit-log/server/list-audit-events-about'
import type { Outcome, Reason } from '@/providers/verdict'
import type { Deps } from '@/server/deps'
import type { detailView, oneKeyInput } from '../schema'
import { listChecks } from './provider-key-check.repository'
import { toProviderKeyView } from './provider-key-view'
import { findModels } from './provider-key.repository'
import { requireProviderKey } from './require-provider-key'

const shownChecks = 50
const shownEvents = 20

/** One key with its models and its history. */
export async function getProviderKey(
  deps: Deps,
  actor: Actor,
  { id }: z.output<typeof oneKeyInput>,
): Promise<z.infer<typeof detailView>> {
  const tenant = deps.db.forOrganization(actor.organizationId)
  const row = await requireProviderKey(tenant, id)
  const [models, checks, audit] = await Promise.all([
    findModels(tenant, id),
    listChecks(tenant, id, shownChecks),
    can(actor.role, 'audit-log:read') ? listAuditEventsAbout(tenant, id, shownEvents) : null,
  ])
  return {
    providerKey: toProviderKeyView(row),
    models: {
      discovered: models?.modelsDiscovered ?? [],
      declared: models?.modelsDeclared ?? [],
      allowed: models?.modelsAllowed ?? [],
    },
    checks: checks.map(({ outcome, reason, params, checkedAt, ...check }) => ({
      ...check,
      outcome: outcome as Outcome,
      reason: reason as Reason,
      params: params as Record<string, string | number>,
      checkedAt: checkedAt.toISOString(),
    })),
    audit,
  }
}
