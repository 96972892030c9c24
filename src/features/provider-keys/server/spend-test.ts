import type { Actor } from '@/core/actor'
import type { Deps } from '@/server/deps'

/** Saving tests a secret too: without this budget, creating keys would tell which stolen ones still work. */
export async function spendTest({ rateLimits }: Deps, { userId, organizationId }: Actor): Promise<void> {
  await rateLimits.consume('test', `${userId}:${organizationId}`)
}
