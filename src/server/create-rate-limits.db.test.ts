import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '@/core/errors'
import { openTestDatabase } from '@/testing/db'
import { createRateLimits, type Budget } from './create-rate-limits'
import type { Database } from './db/database'

let db: Database
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())

const limits = (budget: Budget, failures: string[] = []) =>
  createRateLimits({
    store: { kind: 'postgres', pool: db.pool },
    budgets: { test: budget, read: budget },
    onStoreFailure: (code) => failures.push(code),
  })
const rows = () => db.prisma.rateLimit.findMany()

describe('rate limits in the database', () => {
  it('of 20 requests at once under a limit of 5, spread over two processes, exactly 5 pass', async () => {
    const failures: string[] = []
    const processes = [
      limits({ points: 5, windowSeconds: 60 }, failures),
      limits({ points: 5, windowSeconds: 60 }, failures),
    ]
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => processes[i % 2]!.consume('test', 'usr_1:org_1')),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    for (const refused of all.filter((each) => each.status === 'rejected')) {
      const { code, retryAfterSeconds } = refused.reason as AppError
      expect(code).toBe('TOO_MANY_REQUESTS')
      expect(retryAfterSeconds).toBeGreaterThan(50)
    }
    expect(failures).toEqual([])
  })

  it('the last point can be given back and taken again', async () => {
    const { consume, refund } = limits({ points: 2, windowSeconds: 60 })
    await consume('test', 'returned')
    for (let i = 0; i < 3; i++) {
      expect(await consume('test', 'returned')).toMatchObject({ remaining: 0 })
      await refund('test', 'returned')
    }
    await consume('test', 'returned')
    await expect(consume('test', 'returned')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('a key that was refused is refused again without asking the database', async () => {
    const { consume } = limits({ points: 1, windowSeconds: 60 })
    expect(await consume('test', 'exhausted')).toMatchObject({ limit: 1, remaining: 0 })
    await expect(consume('test', 'exhausted')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    const before = await rows()
    for (let i = 0; i < 5; i++)
      await expect(consume('test', 'exhausted')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    expect(await rows()).toEqual(before)
  })

  it('a key of any length and content is counted, and cannot be read in the table', async () => {
    const failures: string[] = []
    const { consume } = limits({ points: 1, windowSeconds: 60 }, failures)
    const key = `someone@example.com'; "${'x'.repeat(10_000)}`
    await consume('read', key)
    await expect(consume('read', key)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    expect(failures).toEqual([])
    expect(JSON.stringify((await rows()).map((row) => row.key))).not.toContain('someone')
  })

  it('the budget comes back with the next window, and passed windows can be swept away', async () => {
    const { consume, deleteExpired } = limits({ points: 1, windowSeconds: 1 })
    await consume('test', 'brief')
    await expect(consume('test', 'brief')).rejects.toMatchObject({ retryAfterSeconds: 1 })
    const count = (await rows()).length
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await deleteExpired()
    expect((await rows()).length).toBe(count - 1)
    expect(await consume('test', 'brief')).toMatchObject({ remaining: 0 })
  })
})
