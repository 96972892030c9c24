import { randomBytes } from 'node:crypto'
import { startFakeProviders } from '@demo/fake-providers/start'
import type { FakeProviders } from '@demo/fake-providers/start'
import { newId } from '@/core/ids'
import { Secret } from '@/core/secret'
import type { Environment, Status } from '@/features/provider-keys/provider-key'
import type { Credential, Provider } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { Outcome, Reason } from '@/providers/verdict'
import type { Deps } from '@/server/deps'
import { createOutboundHttp } from '@/server/outbound/create-outbound-http'

const anything = () => randomBytes(6).toString('hex')

/** The fake providers, and the product's own guarded client that the setting for provider origins leads to them. */
export async function startProviders(): Promise<{ fakes: FakeProviders; http: Deps['http'] }> {
  const fakes = await startFakeProviders()
  const http = createOutboundHttp({
    providerOrigins: [{ from: '*', to: `http://127.0.0.1:${fakes.port}/{host}` }],
  })
  return { fakes, http }
}

/** An OpenAI key, put together here so that no file holds one. `scenario` is one of the fake provider's. */
export const openaiKey = (scenario = 'ok', body = anything().repeat(4)): string =>
  `${['sk', 'proj'].join('-')}-${body}zz${scenario}`

/** A clock that stands until it is moved. */
export function testClock(start = '2026-03-02T09:00:00.000Z') {
  let now = new Date(start)
  return {
    now: () => now,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

interface KeyParts {
  organizationId: string
  createdById: string
  provider?: ProviderId
  secret?: Credential['secret']
  baseUrl?: string
  options?: Record<string, string>
  name?: string
  label?: string
  environment?: Environment
  status?: Status
  verdict?: { outcome: Outcome; reason: Reason; usable: boolean }
  createdAt?: Date
  lastCheckAt?: Date | null
}

const accepted = { outcome: 'valid', reason: 'accepted', usable: true } as const

/** A stored key with a sealed secret, as if it had been created and tested. */
export async function makeProviderKey(deps: Deps, parts: KeyParts) {
  const { organizationId, createdById, verdict = accepted, createdAt = deps.now(), status = 'active' } = parts
  const { lastCheckAt = createdAt, provider: providerId = 'openai' } = parts
  const provider: Provider = providers[providerId]
  const id = newId('providerKey')
  const credential: Credential = {
    secret: parts.secret ?? new Secret({ key: openaiKey() }),
    options: parts.options ?? {},
    baseUrl: parts.baseUrl ?? null,
    removed: [],
  }
  const maskedToken = provider.mask(credential)
  const row = await deps.db.prisma.providerKey.create({
    data: {
      id,
      organizationId,
      createdById,
      provider: providerId,
      name: parts.name,
      label: parts.label ?? `Key ${anything()}`,
      environment: parts.environment ?? 'development',
      baseUrl: credential.baseUrl,
      options: parts.options ?? {},
      status,
      maskedToken,
      verdict: verdict.outcome,
      verdictReason: verdict.reason,
      usable: verdict.usable,
      verdictAt: createdAt,
      lastCheck: verdict.outcome,
      lastCheckReason: verdict.reason,
      lastCheckUsable: verdict.usable,
      lastCheckLatencyMs: 120,
      lastCheckAt,
      secretReplacedAt: createdAt,
      createdAt,
      updatedAt: createdAt,
      deletedAt: status === 'deleted' ? createdAt : null,
    },
  })
  await makeVersion(deps, provider, credential, { id, organizationId, createdById, createdAt })
  return row
}

async function makeVersion(
  { db, vault }: Deps,
  provider: Provider,
  credential: Credential,
  key: { id: string; organizationId: string; createdById: string; createdAt: Date },
): Promise<void> {
  const { id: providerKeyId, organizationId, createdById, createdAt } = key
  const versionId = newId('providerKeyVersion')
  const destination = provider.destination(credential)
  const context = { organizationId, providerKeyId, versionId, provider: provider.id, destination }
  await db.prisma.providerKeyVersion.create({
    data: {
      id: versionId,
      organizationId,
      providerKeyId,
      number: 1,
      state: 'active',
      ...(await vault.seal(credential.secret, context)),
      ...vault.fingerprint(credential.secret, organizationId),
      maskedToken: provider.mask(credential),
      destination,
      createdById,
      createdAt,
    },
  })
}
