/** Separate budgets per actor and organization (see CASES of the contract: tests, writes, reads). */
export const buckets = ['read', 'write', 'test', 'sign-in'] as const
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
