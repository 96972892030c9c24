import { newId } from '@/core/ids'
import type { Verdict } from '@/providers/verdict'
import type { Tenant } from '@/server/db/database'
import type { SettledVerdict } from '../settle-verdict'
import { providerKeySelect } from './provider-key.repository'
import type { ProviderKeyRow } from './provider-key.repository'

/** Columns of the settled verdict. */
export const settledColumns = (settled: SettledVerdict) => ({
  verdict: settled.outcome,
  verdictReason: settled.reason,
  verdictParams: settled.params,
  usable: settled.usable,
  verdictAt: settled.since,
  rejections: settled.rejections,
  confirmAt: settled.confirmAt,
})

/** Columns of the newest check; all empty before the first. */
export const lastCheckColumns = (verdict: Verdict | null) => ({
  lastCheck: verdict?.outcome ?? 'untested',
  lastCheckReason: verdict?.reason ?? 'not_tested',
  lastCheckParams: verdict?.params ?? {},
  lastCheckUsable: verdict?.usable ?? false,
  lastCheckHttpStatus: verdict?.httpStatus ?? null,
  lastCheckRequestId: verdict?.requestId ?? null,
  lastCheckLatencyMs: verdict?.latencyMs ?? null,
  lastCheckAt: verdict ? new Date(verdict.checkedAt) : null,
  lastCheckStages: verdict?.stages.map((stage) => ({ ...stage })) ?? [],
})

/** Locks a living key and says which secret is its own now; null when the key is gone. */
export async function lockForCheck(
  { tx, organizationId }: Tenant,
  keyId: string,
): Promise<{ versionId: string } | null> {
  const [row] = await tx.$queryRaw<{ versionId: string }[]>`
    SELECT v."id" AS "versionId" FROM "ProviderKey" k
    JOIN "ProviderKeyVersion" v ON v."providerKeyId" = k."id" AND v."organizationId" = k."organizationId"
    WHERE k."organizationId" = ${organizationId} AND k."id" = ${keyId} AND k."deletedAt" IS NULL AND v."state" = 'active'
    FOR UPDATE OF k`
  return row ?? null
}

/** Writes a finished check beside its key. Not an edit: revision and time of change stay. */
export const saveCheck = (
  { tx, organizationId }: Tenant,
  keyId: string,
  {
    settled,
    verdict,
    models,
  }: { settled: SettledVerdict; verdict: Verdict; models: readonly string[] | null },
): Promise<ProviderKeyRow> =>
  tx.providerKey.update({
    where: { organizationId_id: { organizationId, id: keyId } },
    data: {
      ...settledColumns(settled),
      ...lastCheckColumns(verdict),
      ...(models && { modelsDiscovered: [...models] }),
    },
    select: providerKeySelect,
  })

export async function insertCheck(
  { tx, organizationId }: Tenant,
  check: { providerKeyId: string; verdict: Verdict; checkedById: string | null },
): Promise<void> {
  const { providerKeyId, verdict, checkedById } = check
  const { outcome, reason, params, usable, httpStatus, requestId, latencyMs, checkedAt } = verdict
  await tx.providerKeyCheck.create({
    data: {
      id: newId('check'),
      organizationId,
      providerKeyId,
      outcome,
      reason,
      params,
      usable,
      httpStatus,
      requestId,
      latencyMs,
      checkedAt: new Date(checkedAt),
      checkedById,
    },
    select: { id: true },
  })
}

export const listChecks = ({ tx, organizationId }: Tenant, providerKeyId: string, limit: number) =>
  tx.providerKeyCheck.findMany({
    where: { organizationId, providerKeyId },
    orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: {
      id: true,
      outcome: true,
      reason: true,
      params: true,
      usable: true,
      httpStatus: true,
      latencyMs: true,
      checkedAt: true,
    },
  })
