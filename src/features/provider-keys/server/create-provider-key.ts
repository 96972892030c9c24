import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { newId } from '@/core/ids'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Provider } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { Deps } from '@/server/deps'
import { defaultLabel } from '../default-label'
import type { createdView, createInput } from '../schema'
import { keyEvent, verdictFacts } from './key-event'
import { insertCheck } from './provider-key-check.repository'
import { insertActiveVersion, listKeysWithFingerprint } from './provider-key-version.repository'
import { toProviderKeyView } from './provider-key-view'
import { insertProviderKey } from './provider-key.repository'
import { recordingRefusal } from './recording-refusal'
import { refusingTakenName } from './refusing-taken-name'
import type { CheckResult } from './run-check'
import { sealVersion } from './seal-version'
import { secretColumns } from './secret-columns'
import { statusAfterTest, testSecret } from './test-secret'

type Input = z.output<typeof createInput>
type Created = z.infer<typeof createdView>

interface NewKey {
  provider: Provider
  input: Input
  label: string
  checked: CheckResult | null
  facts: Record<string, string | number | null>
}

/** Tests a key, and stores it sealed if the test allows; `admitVerdict` says what it allows. */
export async function createProviderKey(deps: Deps, actor: Actor, input: Input): Promise<Created> {
  const provider: Provider = providers[input.provider]
  const label = input.label ?? defaultLabel(input.name ?? provider.name, input.environment)
  const checked = await testSecret(deps, actor, provider, input.credential)
  const facts = {
    provider: provider.id,
    environment: input.environment,
    maskedToken: provider.mask(input.credential),
    ...(checked && verdictFacts(checked.verdict)),
  }
  const deed = { event: 'provider_key.create_failed' as const, details: { ...facts, label } }
  return recordingRefusal(deps, actor, deed, () =>
    storeProviderKey(deps, actor, { provider, input, label, checked, facts }),
  )
}

async function storeProviderKey(deps: Deps, actor: Actor, newKey: NewKey): Promise<Created> {
  const { provider, input, label, checked, facts } = newKey
  const { credential, name, environment } = input
  const { organizationId, userId: createdById } = actor
  const status = statusAfterTest(provider, checked, input.ifUncertain)
  const at = deps.now()
  const id = newId('providerKey')
  const secret = secretColumns({ provider, credential, checked, at })
  const place = { organizationId, providerKeyId: id, number: 1, createdById, at }
  const version = await sealVersion(deps, provider, credential, place)
  return deps.db.transaction(organizationId, async (tenant) => {
    const data = {
      id,
      provider: provider.id,
      name,
      label,
      environment,
      status,
      createdById,
      createdAt: at,
      ...secret,
    }
    const row = await refusingTakenName('name', () => insertProviderKey(tenant, data))
    await insertActiveVersion(tenant, version)
    if (checked)
      await insertCheck(tenant, { providerKeyId: id, verdict: checked.verdict, checkedById: createdById })
    const duplicateOf = await listKeysWithFingerprint(tenant, version, id)
    const event = keyEvent(actor, { event: 'provider_key.created', key: row, details: { ...facts, status } })
    await recordAuditEvent(deps, tenant.tx, organizationId, event)
    return {
      providerKey: toProviderKeyView(row),
      verdict: checked?.verdict ?? null,
      removed: [...credential.removed],
      duplicateOf,
    }
  })
}
