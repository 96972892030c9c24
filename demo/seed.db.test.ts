import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Deps } from '@/server/deps'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { startProviders } from '@/testing/provider-keys'
import { tidewaterKeys, westbankKeys } from './demo-keys'
import { demoPeople, seedDemo } from './seed'

let deps: Deps
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  const db = await openTestDatabase()
  const fake = await startProviders()
  closing.push(
    () => fake.fakes.close(),
    () => db.close(),
  )
  deps = testDeps(db, { http: fake.http })
  await seedDemo(deps)
}, 60_000)

afterAll(async () => {
  for (const close of closing) await close()
})

it('the demo shows every verdict, every environment and both positions of the switch', async () => {
  const keys = await deps.db.prisma.providerKey.findMany({
    select: { verdict: true, environment: true, status: true, provider: true },
  })
  expect(keys).toHaveLength(tidewaterKeys.length + westbankKeys.length)
  const seen = (field: 'verdict' | 'environment' | 'status') =>
    [...new Set(keys.map((key) => key[field]))].sort()
  expect(seen('verdict')).toEqual(['inconclusive', 'invalid', 'limited', 'unreachable', 'untested', 'valid'])
  expect(seen('environment')).toEqual(['development', 'production', 'staging'])
  expect(seen('status')).toEqual(['active', 'inactive'])
  expect(new Set(keys.map(({ provider }) => provider)).size).toBe(10)
})

it('one person stands for each role, in both organizations', async () => {
  const memberships = await deps.db.prisma.membership.findMany({
    select: { role: true, organizationId: true },
  })
  expect(memberships).toHaveLength(8)
  expect(new Set(demoPeople.map(({ role }) => role)).size).toBe(4)
})

it('a second start of the demo changes nothing', async () => {
  const count = () => deps.db.prisma.auditEvent.count()
  const before = await count()
  await seedDemo(deps)
  expect(await count()).toBe(before)
})

it('a demo that was cut short says what to do', async () => {
  await deps.db.prisma.systemFact.delete({ where: { name: 'demo_filled' } })
  await expect(seedDemo(deps)).rejects.toThrow('Delete its directory')
})
