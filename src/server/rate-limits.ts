/** Separate budgets per actor and organization; `all-tests` is one person's over all organizations. */
export const buckets = ['read', 'write', 'test', 'all-tests', 'sign-in'] as const
export type Bucket = (typeof buckets)[number]

interface RateLimitState {
  limit: number
  remaining: number
  resetSeconds: number
}

export interface RateLimits {
  /** Takes one point. Throws AppError TOO_MANY_REQUESTS with `retryAfterSeconds` when none is left. */
  consume(bucket: Bucket, key: string): Promise<RateLimitState>
  /** Gives a point back, so that only failed tries count. */
  refund(bucket: Bucket, key: string): Promise<void>
}

/** Against trying out stolen keys: whoever makes a hundred organizations does not get a hundred budgets. */
export async function spendTest(
  rateLimits: Pick<RateLimits, 'consume'>,
  { userId, organizationId }: { userId: string; organizationId: string },
): Promise<void> {
  await rateLimits.consume('test', `${userId}:${organizationId}`)
  await rateLimits.consume('all-tests', userId)
}
