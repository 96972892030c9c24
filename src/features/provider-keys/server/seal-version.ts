import { newId } from '@/core/ids'
import type { Credential, Provider } from '@/providers/provider'
import type { Deps } from '@/server/deps'
import type { ProviderKeyVersionData } from './provider-key-version.repository'

interface Place {
  organizationId: string
  providerKeyId: string
  number: number
  createdById: string
  at: Date
}

/** A secret, sealed for one place: it opens for this key, this version and this destination alone. */
export async function sealVersion(
  { vault }: Pick<Deps, 'vault'>,
  provider: Provider,
  credential: Credential,
  { organizationId, providerKeyId, number, createdById, at }: Place,
): Promise<ProviderKeyVersionData> {
  const id = newId('providerKeyVersion')
  const destination = provider.destination(credential)
  const context = { organizationId, providerKeyId, versionId: id, provider: provider.id, destination }
  return {
    id,
    providerKeyId,
    number,
    ...(await vault.seal(credential.secret, context)),
    ...vault.fingerprint(credential.secret, organizationId),
    maskedToken: provider.mask(credential),
    destination,
    createdById,
    createdAt: at,
  }
}
