import { describe, expect, it } from 'vitest'
import { AppError } from '@/core/errors'
import { chooseRateLimitStore, createRateLimits, defaultBudgets } from './create-rate-limits'
import { buckets } from './rate-limits'

const limits = (points = 5, windowSeconds = 60) => {
  const budget = { points, windowSeconds }
  return createRateLimits({ store: { kind: 'memory' }, budgets: { read: budget, test: budget } })
}
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as AppError,
  )

describe('rate limits in one process', () => {
  it('of 20 requests at once under a limit of 5, exactly 5 pass', async () => {
    const { consume } = limits()
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => consume('test', 'usr_1:org_1')))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    for (const refused of all.filter((each) => each.status === 'rejected')) {
      expect(refused.reason).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    }
  })

  it('tell how much is left and when it comes back', async () => {
    const { consume } = limits()
    expect(await consume('read', 'a')).toEqual({ limit: 5, remaining: 4, resetSeconds: 60 })
    expect(await consume('read', 'a')).toMatchObject({ remaining: 3 })
  })

  it('a refusal says when to try again, in words and in whole seconds', async () => {
    const { consume } = limits(1, 60)
    await consume('test', 'a')
    const error = await refusalOf(consume('test', 'a'))
    expect(error).toBeInstanceOf(AppError)
    expect(error?.retryAfterSeconds).toBe(60)
    expect(error?.message).toBe('Too many tests of keys in a short time. Try again in 60 seconds.')
    expect(error?.details).toEqual({ limit: 1, remaining: 0, resetSeconds: 60 })
  })

  it('a point given back can be taken again', async () => {
    const { consume, refund } = limits(2)
    await consume('test', 'a')
    await refund('test', 'a')
    expect(await consume('test', 'a')).toMatchObject({ remaining: 1 })
  })

  it('buckets and keys do not share a budget', async () => {
    const { consume } = limits(1)
    await consume('read', 'a')
    expect(await consume('test', 'a')).toMatchObject({ remaining: 0 })
    expect(await consume('read', 'b')).toMatchObject({ remaining: 0 })
    expect((await refusalOf(consume('read', 'a')))?.code).toBe('TOO_MANY_REQUESTS')
  })

  it('a window that has passed gives the budget back', async () => {
    const { consume } = limits(1, 1)
    await consume('read', 'a')
    expect((await refusalOf(consume('read', 'a')))?.retryAfterSeconds).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await consume('read', 'a')).toMatchObject({ remaining: 0 })
  })

  it('give a point back when asked, the last one too', async () => {
    const { consume, refund } = limits(1)
    for (let i = 0; i < 3; i++) {
      expect(await consume('test', 'a')).toMatchObject({ remaining: 0 })
      await refund('test', 'a')
    }
    await consume('test', 'a')
    expect((await refusalOf(consume('test', 'a')))?.code).toBe('TOO_MANY_REQUESTS')
  })

  it('every bucket has a budget', () => {
    for (const bucket of buckets) expect(defaultBudgets[bucket].points).toBeGreaterThan(0)
  })
})

describe('a shared store that cannot be reached', () => {
  it('leaves this process counting alone, and is told', async () => {
    const failures: string[] = []
    const shared = createRateLimits({
      store: { kind: 'redis', url: 'redis://127.0.0.1:1' },
      budgets: { test: { points: 5, windowSeconds: 60 } },
      onStoreFailure: (code) => failures.push(code),
    })
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => shared.consume('test', 'a')))
    await shared.close()
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(failures.length).toBeGreaterThan(0)
  })
})

describe('chooseRateLimitStore', () => {
  const pool = {} as Parameters<typeof chooseRateLimitStore>[0]['pool']

  it('counts in memory on the embedded database, which serves one process', () => {
    expect(chooseRateLimitStore({ kind: 'pglite', pool })).toEqual({ kind: 'memory' })
  })

  it('counts in the database where several processes may run, and in Redis where there is one', () => {
    expect(chooseRateLimitStore({ kind: 'postgres', pool })).toEqual({ kind: 'postgres', pool })
    expect(chooseRateLimitStore({ kind: 'postgres', pool }, 'redis://cache')).toEqual({
      kind: 'redis',
      url: 'redis://cache',
    })
    expect(chooseRateLimitStore({ kind: 'pglite', pool }, 'redis://cache')).toEqual({
      kind: 'redis',
      url: 'redis://cache',
    })
  })
})
