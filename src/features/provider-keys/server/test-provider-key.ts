import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { Deps } from '@/server/deps'
import type { oneKeyInput, testedView } from '../schema'
import { checkStoredKey } from './check-stored-key'
import { findActiveVersion } from './provider-key-version.repository'
import { toProviderKeyView } from './provider-key-view'
import { recordCheck } from './record-check'
import { noSuchKey, requireProviderKey } from './require-provider-key'

/** Tests a stored key again, and records what came of it. */
export async function testProviderKey(
  deps: Deps,
  actor: Actor,
  { id }: z.output<typeof oneKeyInput>,
): Promise<z.infer<typeof testedView>> {
  const { organizationId } = actor
  const tenant = deps.db.forOrganization(organizationId)
  const key = await requireProviderKey(tenant, id)
  const version = await findActiveVersion(tenant, id)
  if (!version) throw noSuchKey()
  const checked = await checkStoredKey(deps, providers[key.provider as ProviderId], key, version)
  const row = await recordCheck(deps, {
    ...checked,
    organizationId,
    keyId: id,
    versionId: version.id,
    by: actor,
  })
  return { providerKey: toProviderKeyView(row), verdict: checked.verdict }
}
