import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { AppError } from '@/core/errors'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Provider } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { Deps } from '@/server/deps'
import type { createdView, replaceSecretInput } from '../schema'
import { keyEvent, verdictFacts } from './key-event'
import { insertCheck } from './provider-key-check.repository'
import { destroyActiveVersion, findActiveVersion, insertActiveVersion, listKeysWithFingerprint } from './provider-key-version.repository' // prettier-ignore
import { toProviderKeyView } from './provider-key-view'
import { changeProviderKey } from './provider-key.repository'
import type { ProviderKeyRow } from './provider-key.repository'
import { recordingRefusal } from './recording-refusal'
import { noSuchKey, requireProviderKey, staleRevision, whyUnchanged } from './require-provider-key'
import type { CheckResult } from './run-check'
import { sealVersion } from './seal-version'
import { secretColumns } from './secret-columns'
import { statusAfterTest, testSecret } from './test-secret'

type Input = z.output<typeof replaceSecretInput>
type Replaced = z.infer<typeof createdView>

interface Replacement {
  provider: Provider
  before: ProviderKeyRow
  checked: CheckResult | null
  facts: Record<string, string | number | null>
}

/**
 * Gives a key a new secret, and with it perhaps a new address. The new one is tested first; the old one is destroyed
 * in the same transaction, and a failed test leaves it untouched.
 */
export async function replaceSecret(deps: Deps, actor: Actor, input: Input): Promise<Replaced> {
  const before = await requireProviderKey(deps.db.forOrganization(actor.organizationId), input.id)
  if (before.revision !== input.revision) throw staleRevision()
  if (before.provider !== input.provider)
    throw new AppError('BAD_REQUEST', 'A key stays with its provider. Add a new key for another one.', { field: 'provider' }) // prettier-ignore
  const provider: Provider = providers[input.provider]
  const checked = await testSecret(deps, actor, provider, input.credential)
  const facts = {
    maskedToken: provider.mask(input.credential),
    ...(checked && verdictFacts(checked.verdict)),
  }
  const deed = { event: 'provider_key.replace_failed' as const, key: before, details: facts }
  return recordingRefusal(deps, actor, deed, () =>
    storeSecret(deps, actor, input, { provider, before, checked, facts }),
  )
}

async function storeSecret(
  deps: Deps,
  actor: Actor,
  input: Input,
  replacement: Replacement,
): Promise<Replaced> {
  const { provider, before, checked, facts } = replacement
  const { id, revision, credential } = input
  const { organizationId, userId } = actor
  const admitted = statusAfterTest(provider, checked, input.ifUncertain)
  const at = deps.now()
  const secret = secretColumns({ provider, credential, checked, at })
  // A good test does not switch on what a person switched off.
  const status = admitted === 'inactive' ? admitted : before.status
  const old = await findActiveVersion(deps.db.forOrganization(organizationId), id)
  if (!old) throw noSuchKey()
  const place = { organizationId, providerKeyId: id, number: old.number + 1, createdById: userId, at }
  const version = await sealVersion(deps, provider, credential, place)
  return deps.db.transaction(organizationId, async (tenant) => {
    const change = {
      ...secret,
      status,
      expiresAt: null,
      breaker: 'closed',
      breakerReason: null,
      breakerUntil: null,
    }
    const row = await changeProviderKey(tenant, { id, revision }, change)
    if (!row) throw await whyUnchanged(tenant, id)
    await destroyActiveVersion(tenant, id, at)
    await insertActiveVersion(tenant, version)
    if (checked)
      await insertCheck(tenant, { providerKeyId: id, verdict: checked.verdict, checkedById: userId })
    const duplicateOf = await listKeysWithFingerprint(tenant, version, id)
    const event = keyEvent(actor, {
      event: 'provider_key.secret_replaced',
      key: row,
      details: { ...facts, status },
    })
    await recordAuditEvent(deps, tenant.tx, organizationId, event)
    return {
      providerKey: toProviderKeyView(row),
      verdict: checked?.verdict ?? null,
      removed: [...credential.removed],
      duplicateOf,
    }
  })
}
