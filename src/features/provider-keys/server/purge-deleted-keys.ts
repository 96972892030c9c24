import type { Deps } from '@/server/deps'
import { destroyRetiredSecrets, destroySecretsOfDeleted } from './provider-key-job.repository'

const batchSize = 100

/** Destroys the secrets of keys that were deleted thirty days ago, a batch at a time. Says how many keys that were. */
export async function purgeDeletedKeys({ db, now, log }: Pick<Deps, 'db' | 'now' | 'log'>): Promise<number> {
  const at = now()
  await destroyRetiredSecrets(db.prisma, at)
  const keys = await destroySecretsOfDeleted(db.prisma, at, batchSize)
  if (keys > 0) log.info({ keys }, 'secrets of deleted keys were destroyed')
  return keys
}
