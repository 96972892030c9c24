import { AppError } from '@/core/errors'
import type { Tenant } from '@/server/db/database'
import { findProviderKey } from './provider-key.repository'
import type { ProviderKeyRow } from './provider-key.repository'

/** The same for an id that never was, one that is deleted and one of another organization. */
export const noSuchKey = (): AppError => new AppError('NOT_FOUND', 'No such provider key.')

export const staleRevision = (): AppError =>
  new AppError(
    'STALE_REVISION',
    'Someone else changed this key meanwhile. Look at its newest state, then make your change again.',
  )

/** A living key of this organization, or NOT_FOUND. */
export async function requireProviderKey(tenant: Tenant, id: string): Promise<ProviderKeyRow> {
  const row = await findProviderKey(tenant, id)
  if (!row) throw noSuchKey()
  return row
}

/** Why a change found nothing to change: the key is gone, or no longer what the caller saw. */
export async function whyUnchanged(tenant: Tenant, id: string): Promise<AppError> {
  return (await findProviderKey(tenant, id)) ? staleRevision() : noSuchKey()
}
