import { callTRPCProcedure, TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/core/errors'
import { systemChain } from '@/features/audit-log/audit-event'
import type { Deps } from '@/server/deps'
import { answerQueries } from '@/server/answer-queries'
import { createRateLimits } from '@/server/create-rate-limits'
import { callerFor, contextFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { recordingLog, testDeps } from '@/testing/deps'
import { makeMember, makeOrganization } from '@/testing/factories'
import { appRouter } from './root'

let deps: Deps
beforeAll(async () => {
  deps = testDeps(await openTestDatabase())
})
afterAll(() => deps.db.close())

const rename = async (given: Deps, session: { id: string; userId: string }, organizationId: string) =>
  (await callerFor(given, session)).organizations.update({ organizationId, name: crypto.randomUUID() })

describe('who may call', () => {
  it('is read from the database each time: a lesser role counts from the very next call', async () => {
    const { session, organizationId, user } = await makeMember(deps, 'owner')
    await rename(deps, session, organizationId)
    await deps.db.prisma.membership.updateMany({ where: { userId: user.id }, data: { role: 'viewer' } })
    expect((await refusalOf(rename(deps, session, organizationId))).code).toBe('FORBIDDEN')
  })

  it('no longer includes a removed member, to whom the organization then does not exist', async () => {
    const { session, organizationId, user } = await makeMember(deps, 'owner')
    await rename(deps, session, organizationId)
    await deps.db.prisma.membership.deleteMany({ where: { userId: user.id } })
    expect((await refusalOf(rename(deps, session, organizationId))).code).toBe('NOT_FOUND')
  })

  it('does not include anybody once the organization is deleted', async () => {
    const { session, organizationId } = await makeMember(deps, 'owner')
    await deps.db.prisma.organization.update({
      where: { id: organizationId },
      data: { deletedAt: new Date() },
    })
    expect((await refusalOf(rename(deps, session, organizationId))).code).toBe('NOT_FOUND')
    expect((await (await callerFor(deps, session)).organizations.list()).items).toEqual([])
  })

  it('is decided by the role in the organization that is named, not by roles elsewhere', async () => {
    const { session, user } = await makeMember(deps, 'owner')
    const other = await makeOrganization(deps)
    await deps.db.prisma.membership.create({
      data: { id: `mem_${other.id.slice(4)}`, organizationId: other.id, userId: user.id, role: 'viewer' },
    })
    expect((await refusalOf(rename(deps, session, other.id))).code).toBe('FORBIDDEN')
  })

  it('needs an organization that is named', async () => {
    const { session } = await makeMember(deps, 'owner')
    const wrong = { name: 'Acme' } as { organizationId: string; name: string }
    const refusal = await refusalOf((await callerFor(deps, session)).organizations.update(wrong))
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', field: 'organizationId' })
  })
})

describe('a body that cannot be read', () => {
  it('is told as such to those who may call', async () => {
    const { session } = await makeMember(deps, 'owner')
    const refusal = await refusalOf(
      callTRPCProcedure({
        router: appRouter,
        path: 'organizations.update',
        type: 'mutation',
        ctx: await contextFor(deps, session),
        getRawInput: () => Promise.reject(new TRPCError({ code: 'PARSE_ERROR' })),
        signal: undefined,
        batchIndex: 0,
      }),
    )
    expect(refusal).toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('could not be read') as string,
    })
  })
})

describe('budgets', () => {
  it('count per person and organization, and reads apart from changes', async () => {
    const one = { points: 1, windowSeconds: 60 }
    const rateLimits = createRateLimits({ store: { kind: 'memory' }, budgets: { write: one, read: one } })
    const given = { ...deps, rateLimits }
    const [first, second] = [await makeMember(deps, 'owner'), await makeMember(deps, 'owner')]
    await rename(given, first.session, first.organizationId)
    await rename(given, second.session, second.organizationId)
    await (await callerFor(given, first.session)).organizations.list()
    const refusal = await refusalOf(rename(given, first.session, first.organizationId))
    expect(refusal.code).toBe('TOO_MANY_REQUESTS')
    expect(refusal.retryAfterSeconds).toBeGreaterThan(0)
  })

  it('are not spent by those who may not call', async () => {
    const taken: string[] = []
    const rateLimits = {
      ...deps.rateLimits,
      consume: (bucket: string, key: string) => Promise.reject(taken.push(key)),
    }
    const { organizationId } = await makeMember(deps, 'owner')
    const outsider = await makeMember(deps, 'owner')
    await refusalOf(rename({ ...deps, rateLimits } as Deps, outsider.session, organizationId))
    expect(taken).toEqual([])
  })
})

describe('a failure', () => {
  const ask = async (given: Deps, path: string, input: object = {}) => {
    const query = new URLSearchParams({ input: JSON.stringify(input) })
    const { status, body } = await answerQueries(appRouter, path, query, await contextFor(given, null))
    return { status, error: (JSON.parse(body) as { error: { message: string; data: object } }).error }
  }

  it('has one shape, with the id of the request', async () => {
    const { status, error } = await ask(deps, 'account.get')
    expect(status).toBe(401)
    expect(error.data).toEqual({ code: 'UNAUTHENTICATED', httpStatus: 401, requestId: 'req_test' })
    expect((await ask(deps, 'no.such')).error.data).toEqual({
      code: 'NOT_FOUND',
      httpStatus: 404,
      requestId: 'req_test',
    })
  })

  it('of our own making is logged once, and neither log nor answer holds its message', async () => {
    const { log, lines } = recordingLog()
    const planted = `sk-${'proj'}-${'planted'.repeat(5)}`
    const broken = { prisma: { systemFact: { findUnique: () => Promise.reject(new TypeError(planted)) } } }
    const given = { ...deps, log, db: broken } as unknown as Deps
    const { status, error } = await ask(given, 'access.options')
    expect(status).toBe(500)
    expect(error.data).toMatchObject({ code: 'INTERNAL' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('TypeError')
    expect(JSON.stringify(error) + lines.join()).not.toContain('planted')
    expect(JSON.stringify(error)).not.toMatch(/ at |stack/)
  })

  it('that was meant is not logged', async () => {
    const { log, lines } = recordingLog()
    await ask({ ...deps, log }, 'account.get')
    expect(lines).toEqual([])
  })

  it('is an AppError for callers inside the process', async () => {
    expect(await refusalOf((await callerFor(deps, null)).account.get())).toBeInstanceOf(AppError)
  })
})

describe('the system chain', () => {
  it('is no organization that anybody could name', async () => {
    const { session } = await makeMember(deps, 'owner')
    expect((await refusalOf(rename(deps, session, systemChain))).code).toBe('NOT_FOUND')
  })
})
