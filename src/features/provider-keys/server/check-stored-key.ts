import { AppError } from '@/core/errors'
import type { Credential, Provider } from '@/providers/provider'
import { stageNames } from '@/providers/verdict'
import type { Deps } from '@/server/deps'
import { openCredential } from './open-credential'
import type { ProviderKeyRow } from './provider-key.repository'
import type { ProviderKeyVersionRow } from './provider-key-version.repository'
import { runCheck } from './run-check'
import type { CheckResult } from './run-check'

/** Checks a stored key. One that does not open is a verdict, not an error, and nothing of it is sent. */
export async function checkStoredKey(
  deps: Deps,
  provider: Provider,
  key: ProviderKeyRow,
  version: ProviderKeyVersionRow,
): Promise<CheckResult> {
  const credential = await openOrNull(deps, provider, key, version)
  if (!credential) return unreadableResult(deps.now())
  return runCheck(deps, { provider, credential, versionId: version.id })
}

async function openOrNull(
  deps: Deps,
  provider: Provider,
  key: ProviderKeyRow,
  version: ProviderKeyVersionRow,
): Promise<Credential | null> {
  try {
    return await openCredential(deps, provider, key, version)
  } catch (error) {
    if (error instanceof AppError && error.code === 'SECRET_UNREADABLE') return null
    throw error
  }
}

const unreadableResult = (at: Date): CheckResult => ({
  verdict: {
    outcome: 'inconclusive',
    reason: 'secret_unreadable',
    params: {},
    usable: false,
    httpStatus: null,
    requestId: null,
    latencyMs: 0,
    checkedAt: at.toISOString(),
    stages: stageNames.map((name) => ({ name, state: 'skipped', latencyMs: null })),
  },
  models: null,
})
