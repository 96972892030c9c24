import type { ProviderId } from '@/providers/registry'
import type { Outcome, Reason, Stage } from '@/providers/verdict'
import type { Environment, Status } from '../provider-key'
import type { ProviderKeyView } from '../schema'
import type { ProviderKeyRow } from './provider-key.repository'

type Params = Record<string, string | number>

/** A row as everybody may see it. The texts in the database are held to their lists by its CHECK constraints. */
export const toProviderKeyView = (row: ProviderKeyRow): ProviderKeyView => ({
  id: row.id,
  provider: row.provider as ProviderId,
  name: row.name,
  label: row.label,
  environment: row.environment as Environment,
  baseUrl: row.baseUrl,
  options: optionsOf(row),
  maskedToken: row.maskedToken,
  status: row.status as Status,
  organizationId: row.organizationId,
  revision: row.revision,
  verdict: {
    outcome: row.verdict as Outcome,
    reason: row.verdictReason as Reason,
    params: row.verdictParams as Params,
    usable: row.usable,
    since: row.verdictAt?.toISOString() ?? null,
  },
  lastCheck: lastCheckOf(row),
  confirmAt: row.confirmAt?.toISOString() ?? null,
  secretReplacedAt: row.secretReplacedAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

function optionsOf({ options }: ProviderKeyRow): Record<string, string> | null {
  const entries = Object.entries(options as Record<string, string>)
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

function lastCheckOf(row: ProviderKeyRow): ProviderKeyView['lastCheck'] {
  if (!row.lastCheckAt) return null
  return {
    outcome: row.lastCheck as Outcome,
    reason: row.lastCheckReason as Reason,
    params: row.lastCheckParams as Params,
    usable: row.lastCheckUsable,
    httpStatus: row.lastCheckHttpStatus,
    requestId: row.lastCheckRequestId,
    latencyMs: row.lastCheckLatencyMs ?? 0,
    checkedAt: row.lastCheckAt.toISOString(),
    stages: row.lastCheckStages as unknown as Stage[],
  }
}
