import { AppError } from '@/core/errors'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { Outcome, Reason } from '@/providers/verdict'
import type { Deps } from '@/server/deps'
import { settleVerdict } from '../settle-verdict'
import type { SettledVerdict } from '../settle-verdict'
import { keyEvent, verdictFacts } from './key-event'
import type { Doer } from './key-event'
import { insertCheck, lockForCheck, saveCheck } from './provider-key-check.repository'
import type { ProviderKeyRow } from './provider-key.repository'
import { noSuchKey, requireProviderKey } from './require-provider-key'
import type { CheckResult } from './run-check'

interface FinishedCheck extends CheckResult {
  organizationId: string
  keyId: string
  /** The version that was tested. */
  versionId: string
  by: Doer
  /** When the confirmation was due that this check was made for. */
  dueAt?: Date
}

/**
 * Records a check beside its key and settles the verdict. A key deleted meanwhile is NOT_FOUND; the result of a
 * secret replaced meanwhile is dropped, for it says nothing about the new one.
 */
export async function recordCheck(deps: Deps, check: FinishedCheck): Promise<ProviderKeyRow> {
  const { organizationId, keyId, versionId, verdict, models, by, dueAt } = check
  return deps.db.transaction(organizationId, async (tenant) => {
    const locked = await lockForCheck(tenant, keyId)
    if (!locked) throw noSuchKey()
    if (locked.versionId !== versionId)
      throw new AppError('STALE_REVISION', 'The secret was replaced while it was tested. Test the new one.')
    const before = await requireProviderKey(tenant, keyId)
    const trusted = !providers[before.provider as ProviderId].testedBeforeSaving
    const settled = settleVerdict(settledOf(before, dueAt), verdict, { now: deps.now(), trusted })
    const row = await saveCheck(tenant, keyId, { settled, verdict, models })
    await insertCheck(tenant, {
      providerKeyId: keyId,
      verdict,
      checkedById: by === 'system' ? null : by.userId,
    })
    const details = { ...verdictFacts(verdict), settled: settled.outcome }
    const event = keyEvent(by, { event: 'provider_key.tested', key: row, details })
    await recordAuditEvent(deps, tenant.tx, organizationId, event)
    return row
  })
}

/** A claimed confirmation counts as due, although the claim has moved its time. */
const settledOf = (row: ProviderKeyRow, dueAt?: Date): SettledVerdict => ({
  outcome: row.verdict as Outcome,
  reason: row.verdictReason as Reason,
  params: row.verdictParams as Record<string, string | number>,
  usable: row.usable,
  since: row.verdictAt,
  rejections: row.rejections,
  confirmAt: row.confirmAt && (dueAt ?? row.confirmAt),
})
