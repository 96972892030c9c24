import { AppError } from '@/core/errors'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { Deps } from '@/server/deps'
import { confirmAfterMs } from '../settle-verdict'
import { checkStoredKey } from './check-stored-key'
import { claimDueKeys } from './provider-key-job.repository'
import type { DueKey } from './provider-key-job.repository'
import { findActiveVersion } from './provider-key-version.repository'
import { findProviderKey } from './provider-key.repository'
import { recordCheck } from './record-check'

const batchSize = 20
const atOnce = 5

/** Asks again about keys that were rejected some minutes ago. Says how many it asked about; call it again soon if it was a whole batch. */
export async function confirmDueKeys(deps: Deps): Promise<number> {
  const now = deps.now()
  const due = await claimDueKeys(deps.db.prisma, now, new Date(now.getTime() + confirmAfterMs), batchSize)
  const waiting = [...due]
  const worker = async () => {
    for (let key = waiting.pop(); key; key = waiting.pop()) await confirmKey(deps, key)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return due.length
}

/** A key that fails here is asked about again when its lease ends; the others go on. */
async function confirmKey(deps: Deps, { id, organizationId, dueAt }: DueKey): Promise<void> {
  try {
    const tenant = deps.db.forOrganization(organizationId)
    const [key, version] = await Promise.all([findProviderKey(tenant, id), findActiveVersion(tenant, id)])
    if (!key || !version) return
    const checked = await checkStoredKey(deps, providers[key.provider as ProviderId], key, version)
    const about = { organizationId, keyId: id, versionId: version.id, by: 'system' as const, dueAt }
    await recordCheck(deps, { ...checked, ...about })
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL'
    deps.log.warn({ providerKeyId: id, organizationId, code }, 'a rejection could not be confirmed')
  }
}
