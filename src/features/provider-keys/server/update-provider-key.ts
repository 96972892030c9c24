import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { AppError } from '@/core/errors'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Provider } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { Deps } from '@/server/deps'
import type { Tenant } from '@/server/db/database'
import type { changedView, updateInput } from '../schema'
import { keyEvent } from './key-event'
import { openCredential } from './open-credential'
import { findActiveVersion } from './provider-key-version.repository'
import { toProviderKeyView } from './provider-key-view'
import { changeProviderKey } from './provider-key.repository'
import type { ProviderKeyChange, ProviderKeyRow } from './provider-key.repository'
import { refusingTakenName } from './refusing-taken-name'
import { noSuchKey, requireProviderKey, staleRevision, whyUnchanged } from './require-provider-key'
import { storedOptions } from './stored-options'

type Input = z.output<typeof updateInput>

/** Changes what is shown of a key. The secret stays, and stays bound to where it may be sent. */
export async function updateProviderKey(
  deps: Deps,
  actor: Actor,
  input: Input,
): Promise<z.infer<typeof changedView>> {
  const { organizationId } = actor
  const { id, revision, label, environment, expiresAt } = input
  const outside = deps.db.forOrganization(organizationId)
  const before = await requireProviderKey(outside, id)
  if (before.revision !== revision) throw staleRevision()
  const change: ProviderKeyChange = {
    label,
    environment,
    expiresAt: typeof expiresAt === 'string' ? new Date(expiresAt) : expiresAt,
    options: input.options && (await newOptions(deps, outside, before, input.options)),
    updatedAt: deps.now(),
  }
  const row = await deps.db.transaction(organizationId, async (tenant) => {
    const changed = await refusingTakenName('environment', () =>
      changeProviderKey(tenant, { id, revision }, change),
    )
    if (!changed) throw await whyUnchanged(tenant, id)
    const event = keyEvent(actor, {
      event: 'provider_key.updated',
      key: changed,
      details: changesOf(before, changed),
    })
    await recordAuditEvent(deps, tenant.tx, organizationId, event)
    return changed
  })
  return { providerKey: toProviderKeyView(row) }
}

/** Options parsed by the provider. Those that would move the secret to another address need it given again. */
async function newOptions(
  deps: Deps,
  tenant: Tenant,
  key: ProviderKeyRow,
  given: Record<string, unknown>,
): Promise<Record<string, string>> {
  const provider: Provider = providers[key.provider as ProviderId]
  const parsed = provider.options.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = ['options', ...(issue?.path ?? [])].map(String).join('.')
    throw new AppError('BAD_REQUEST', issue?.message ?? 'These options are not valid.', { field })
  }
  const version = await findActiveVersion(tenant, key.id)
  if (!version) throw noSuchKey()
  const credential = await openCredential(deps, provider, key, version)
  const destination = provider.destination({ ...credential, options: parsed.data })
  if (destination !== version.destination)
    throw new AppError(
      'BAD_REQUEST',
      'This would send the secret to another address. Replace the secret instead, and give it again together with these options.',
      { field: 'options' },
    )
  return storedOptions(parsed.data)
}

function changesOf(before: ProviderKeyRow, after: ProviderKeyRow): Record<string, string | null> {
  const shown = ({ label, environment, expiresAt, options }: ProviderKeyRow) => ({
    label,
    environment,
    expiresAt: expiresAt?.toISOString() ?? null,
    options: JSON.stringify(options),
  })
  const [old, now] = [shown(before), shown(after)]
  const keys = (Object.keys(now) as (keyof typeof now)[]).filter((key) => old[key] !== now[key])
  return Object.fromEntries(keys.flatMap((key) => [[`${key}.before`, old[key]], [`${key}.after`, now[key]]])) // prettier-ignore
}
