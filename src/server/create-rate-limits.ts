import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import type pg from 'pg'
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import { AppError } from '@/core/errors'
import { buckets, type Bucket, type RateLimits } from './rate-limits'

export interface Budget {
  points: number
  windowSeconds: number
}

/** In how many organizations one person may use up the budget of tests in the same minute. */
export const organizationsAtFullBudget = 3

export const defaultBudgets: Record<Bucket, Budget> = {
  read: { points: 600, windowSeconds: 60 },
  write: { points: 60, windowSeconds: 60 },
  test: { points: 20, windowSeconds: 60 },
  'all-tests': { points: 20 * organizationsAtFullBudget, windowSeconds: 60 },
  'sign-in': { points: 10, windowSeconds: 600 },
}

/** Where the counts stand: in this process, or where several processes see them. */
export type RateLimitStore =
  { kind: 'memory' } | { kind: 'postgres'; pool: pg.Pool } | { kind: 'redis'; url: string }

export interface RateLimitOptions {
  store: RateLimitStore
  budgets?: Partial<Record<Bucket, Budget>>
  /** Told the error's code when a shared store fails; this process then counts alone. */
  onStoreFailure?(code: string): void
}

export interface ManagedRateLimits extends RateLimits {
  /** Removes counts whose window has passed; to be called now and then. */
  deleteExpired(): Promise<void>
  close(): Promise<void>
}

/** The embedded database serves one process, so counts in memory are exact there and cost nothing. */
export function chooseRateLimitStore(
  database: { kind: 'pglite' | 'postgres'; pool: pg.Pool },
  redisUrl?: string,
): RateLimitStore {
  if (redisUrl !== undefined) return { kind: 'redis', url: redisUrl }
  return database.kind === 'postgres' ? { kind: 'postgres', pool: database.pool } : { kind: 'memory' }
}

export function createRateLimits({ store, budgets, onStoreFailure }: RateLimitOptions): ManagedRateLimits {
  const redis = store.kind === 'redis' ? connectRedis(store.url) : undefined
  const limiters = new Map(
    buckets.map((bucket) => {
      const budget = { ...defaultBudgets, ...budgets }[bucket]
      const alone = new RateLimiterMemory(limiterOptions(bucket, budget))
      return [bucket, { budget, alone, shared: createShared(bucket, budget, store, redis) ?? alone }] as const
    }),
  )

  return {
    async consume(bucket, key) {
      const { budget, alone, shared } = limiters.get(bucket)!
      const counted = countedKey(key)
      // A store that fails must neither let everybody pass nor lock everybody out.
      const { isAllowed, state } = await take(shared, counted).catch((error: unknown) => {
        onStoreFailure?.(codeOf(error))
        return take(alone, counted)
      })
      const resetSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000))
      const left = { limit: budget.points, remaining: Math.max(0, state.remainingPoints), resetSeconds }
      if (isAllowed) return left
      throw new AppError('TOO_MANY_REQUESTS', `${refusals[bucket]} Try again in ${inWords(resetSeconds)}.`, {
        retryAfterSeconds: resetSeconds,
        details: { ...left, remaining: 0 },
      })
    },
    async refund(bucket, key) {
      const { alone, shared } = limiters.get(bucket)!
      const counted = countedKey(key)
      await shared.reward(counted).catch((error: unknown) => {
        onStoreFailure?.(codeOf(error))
        return alone.reward(counted)
      })
    },
    async deleteExpired() {
      if (store.kind !== 'postgres') return
      await store.pool.query({ text: 'DELETE FROM "rate_limits" WHERE "expire" < $1', values: [Date.now()] })
    },
    async close() {
      redis?.disconnect()
    },
  }
}

const refusals: Record<Bucket, string> = {
  read: 'Too many requests in a short time.',
  write: 'Too many changes in a short time.',
  test: 'Too many tests of keys in a short time.',
  'all-tests': 'Too many tests of keys in a short time, over all your organizations.',
  'sign-in': 'Too many attempts to sign in.',
}

const inWords = (seconds: number): string => {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

const limiterOptions = (bucket: Bucket, { points, windowSeconds }: Budget) => ({
  keyPrefix: bucket,
  points,
  duration: windowSeconds,
})

function createShared(
  bucket: Bucket,
  budget: Budget,
  store: RateLimitStore,
  redis: Redis | undefined,
): RateLimiterAbstract | undefined {
  // Once a key was refused it is refused from memory until its window ends, without asking the store. Not when its
  // last point is taken: that one may be given back.
  const options = { ...limiterOptions(bucket, budget), inMemoryBlockOnConsumed: budget.points + 1 }
  if (redis !== undefined) return new RateLimiterRedis({ ...options, storeClient: redis })
  if (store.kind !== 'postgres') return undefined
  return new RateLimiterPostgres({
    ...options,
    storeClient: store.pool,
    // The class would otherwise judge by the constructor's name, which a subclass of Pool does not share.
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
  })
}

/** Commands fail at once while Redis is away, instead of queueing behind a request that waits. */
function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    commandTimeout: 1_000,
  })
  // Without a listener a lost connection would end the process; the failing commands tell of it.
  redis.on('error', () => undefined)
  return redis
}

/** Keys hold e-mails and addresses: of any length, and not to be read in a table of counters. */
const countedKey = (key: string): string => createHash('sha256').update(key).digest('base64url')

async function take(limiter: RateLimiterAbstract, key: string) {
  try {
    return { isAllowed: true, state: await limiter.consume(key) }
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { isAllowed: false, state: refused }
    throw refused
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
