import { AppError } from '@/core/errors'
import type { Credential, Options, Provider } from '@/providers/provider'
import type { Deps } from '@/server/deps'
import type { ProviderKeyRow } from './provider-key.repository'
import type { ProviderKeyVersionRow } from './provider-key-version.repository'

type KeyFacts = Pick<ProviderKeyRow, 'id' | 'organizationId' | 'provider' | 'baseUrl' | 'options'>

const unreadable = (): AppError =>
  new AppError(
    'SECRET_UNREADABLE',
    'The secret of this key cannot be decrypted. Nothing was sent. Replace the secret, or bring back the master key that sealed it.',
  )

/**
 * Opens the sealed secret of a key. Throws SECRET_UNREADABLE when the seal does not open, and also when address or
 * options no longer lead where the secret was sealed for: an edited row must not send a key to a new address.
 */
export async function openCredential(
  { vault }: Pick<Deps, 'vault'>,
  provider: Provider,
  key: KeyFacts,
  version: ProviderKeyVersionRow,
): Promise<Credential> {
  if (version.sealed === null) throw unreadable()
  const secret = await vault.open(version.sealed, {
    organizationId: key.organizationId,
    providerKeyId: key.id,
    versionId: version.id,
    provider: key.provider,
    destination: version.destination,
  })
  const credential = { secret, options: key.options as Options, baseUrl: key.baseUrl, removed: [] }
  if (destinationOf(provider, credential) !== version.destination) throw unreadable()
  return credential
}

/** Null when it cannot be told: an edited row may hold what its provider would never have stored. */
function destinationOf(provider: Provider, credential: Credential): string | null {
  try {
    return provider.destination(credential)
  } catch {
    return null
  }
}
