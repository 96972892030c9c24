import { randomBytes } from 'node:crypto'
import type { Role } from '@/core/actor'
import { newId } from '@/core/ids'
import { Secret } from '@/core/secret'
import type { Environment, Status } from '@/features/provider-keys/provider-key'
import type { Credential, Provider } from '@/providers/provider'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { Outcome, Reason } from '@/providers/verdict'
import type { Deps } from '@/server/deps'

const anything = () => randomBytes(6).toString('hex')

export async function makeOrganization(deps: Deps, { name = `Org ${anything()}` } = {}) {
  const id = newId('organization')
  return deps.db.prisma.organization.create({ data: { id, name, slug: `org-${anything()}` } })
}

/** A person, with this role in the organization if one is given. */
export async function makePerson(deps: Deps, membership?: { organizationId: string; role: Role }) {
  const id = newId('user')
  const person = await deps.db.prisma.user.create({
    data: { id, name: `Person ${anything()}`, email: `${anything()}@example.com`, emailVerified: deps.now() },
  })
  if (membership) await makeMembership(deps, { ...membership, userId: id })
  return person
}

export const makeMembership = (deps: Deps, data: { organizationId: string; userId: string; role: Role }) =>
  deps.db.prisma.membership.create({ data: { id: newId('membership'), ...data } })

/** An OpenAI key, put together here so that no file holds one. `ending` names a scenario of the fake providers. */
export const openaiKey = (ending = 'ok', body = anything().repeat(4)): string =>
  `${['sk', 'proj'].join('-')}-${body}zz${ending}`

export interface KeyParts {
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
