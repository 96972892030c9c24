import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { Prisma } from '@/generated/prisma/client'
import { outcomes } from '@/providers/verdict'
import type { Database } from '@/server/db/database'
import type { Deps } from '@/server/deps'
import { callerFor, refusalOf } from '@/testing/caller'
import { openTestDatabase } from '@/testing/db'
import { testDeps } from '@/testing/deps'
import { makeMember } from '@/testing/factories'
import { makeProviderKey } from '@/testing/provider-keys'
import { environments } from '../provider-key'
import { sortKeys } from '../schema'

let db: Database
let deps: Deps

beforeAll(async () => {
  db = await openTestDatabase()
  deps = testDeps(db)
})
afterAll(() => db.close())

type Row = Prisma.ProviderKeyCreateManyInput
const start = Date.parse('2026-01-01T00:00:00.000Z')
const at = (minutes: number) => new Date(start + minutes * 60_000)
const pick = <T>(from: readonly T[], index: number): T => from[index % from.length]!

/** An organization with as many keys, alike by threes in everything that can be sorted by. */
async function organizationWith(count: number, change: (index: number) => Partial<Row> = () => ({})) {
  const member = await makeMember(deps, 'admin')
  const { organizationId, user } = member
  const rows = Array.from({ length: count }, (_, index): Row => {
    const group = Math.floor(index / 3)
    const createdAt = at(group)
    return {
      id: newId('providerKey'),
      organizationId,
      createdById: user.id,
      provider: pick(['openai', 'mistral', 'cohere'], group),
      label: `Key ${group % 7}`,
      environment: pick(environments, group),
      status: group % 4 === 0 ? 'inactive' : 'active',
      maskedToken: `sk-…${String(index).padStart(4, '0')}`,
      verdict: pick(outcomes, group),
      lastCheckAt: group % 3 === 0 ? null : at(group),
      secretReplacedAt: createdAt,
      createdAt,
      updatedAt: createdAt,
      ...change(index),
    }
  })
  await db.prisma.providerKey.createMany({ data: rows })
  return { ...member, api: (await callerFor(deps, member.session)).providerKeys, rows }
}

type Api = Awaited<ReturnType<typeof organizationWith>>['api']
type Query = NonNullable<Parameters<Api['list']>[0]>

/** All pages of a list, from the first to the last. */
async function walk(api: Api, query: Query) {
  const pages = []
  let cursor: string | undefined
  do {
    const page = await api.list({ ...query, cursor })
    pages.push(page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return pages
}

describe('a list', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [10, [10]],
    [11, [10, 1]],
    [20, [10, 10]],
  ])('of %i keys in pages of ten comes in pages of %j', async (count, sizes) => {
    const { api, organizationId } = await organizationWith(count)
    const pages = await walk(api, { organizationId, limit: 10 })
    expect(pages.map(({ length }) => length)).toEqual(sizes)
    const { total, counts } = await api.list({ organizationId, limit: 10 })
    expect([total, counts.all]).toEqual([count, count])
  })

  it('walks every key exactly once in each order, also where the sort values are equal or absent', async () => {
    const { api, organizationId, rows } = await organizationWith(50)
    const all = rows.map(({ id }) => id).sort()
    for (const sort of sortKeys) {
      const walked = async (direction: 'asc' | 'desc') =>
        (await walk(api, { organizationId, sort, direction, limit: 7 })).flat().map(({ id }) => id)
      const [up, down] = [await walked('asc'), await walked('desc')]
      expect([...up].sort(), sort).toEqual(all)
      expect(down, sort).toEqual([...up].reverse())
    }
  })

  it('takes a key that was never checked for the one checked longest ago', async () => {
    const { api, organizationId } = await organizationWith(9)
    const { items } = await api.list({ organizationId, sort: 'lastCheckAt', direction: 'asc' })
    expect(items.slice(0, 3).every(({ lastCheck }) => lastCheck === null)).toBe(true)
    expect(items.slice(3).every(({ lastCheck }) => lastCheck !== null)).toBe(true)
  })

  it('neither repeats nor skips a key while others are added and deleted between its pages', async () => {
    const { api, organizationId, rows, user } = await organizationWith(9)
    const first = await api.list({ organizationId, limit: 4 })
    await makeProviderKey(deps, { organizationId, createdById: user.id })
    await api.delete({ organizationId, id: first.items[0]!.id })
    const rest = await walk(api, { organizationId, limit: 4, cursor: first.nextCursor! }).then((pages) =>
      pages.flat(),
    )
    expect(rest.length).toBeGreaterThan(0)
    const second = await api.list({ organizationId, limit: 100, cursor: first.nextCursor! })
    const seen = [...first.items, ...second.items].map(({ id }) => id)
    expect([...seen].sort()).toEqual(rows.map(({ id }) => id).sort())
  })

  it('refuses a cursor that was made up, or made for another order', async () => {
    const { api, organizationId } = await organizationWith(11)
    const { nextCursor } = await api.list({ organizationId, limit: 10, sort: 'label' })
    const forged = Buffer.from(
      JSON.stringify({ sort: 'createdAt', direction: 'desc', value: 'never', id: 'x' }),
    )
    for (const cursor of ['nonsense', nextCursor!, forged.toString('base64url')])
      expect(await refusalOf(api.list({ organizationId, cursor }))).toMatchObject({ code: 'BAD_REQUEST', field: 'cursor' }) // prettier-ignore
  })

  it('shows deleted keys nowhere, also not in its counts', async () => {
    const { api, organizationId } = await organizationWith(4, (index) =>
      index < 3 ? { status: 'deleted', deletedAt: at(0) } : {},
    )
    expect(await api.list({ organizationId })).toMatchObject({ items: [{}], total: 1, counts: { all: 1 } })
  })
})

describe('filters of a list', () => {
  it('change its items and its total, but not the counts of the whole organization', async () => {
    const { api, organizationId, rows } = await organizationWith(60)
    const expected = (holds: (row: Row) => boolean) =>
      rows
        .filter(holds)
        .map(({ id }) => id)
        .sort()
    const cases: [Omit<Query, 'organizationId'>, (row: Row) => boolean][] = [
      [{ providers: ['mistral', 'cohere'] }, ({ provider }) => provider !== 'openai'],
      [{ environments: ['production'] }, ({ environment }) => environment === 'production'],
      [{ statuses: ['inactive'] }, ({ status }) => status === 'inactive'],
      [
        { verdicts: ['invalid', 'untested'] },
        ({ verdict }) => verdict === 'invalid' || verdict === 'untested',
      ],
      [{ attention: true }, ({ verdict }) => verdict !== 'valid' && verdict !== 'untested'],
      [{ providers: ['openai'], statuses: ['active'] }, ({ provider, status }) => provider === 'openai' && status === 'active'], // prettier-ignore
      [{ search: 'key 3' }, ({ label }) => label === 'Key 3'],
      [{ search: '0007' }, ({ maskedToken }) => maskedToken.endsWith('0007')],
      [{ search: 'Mistral' }, ({ provider }) => provider === 'mistral'],
      [{ search: 'no such thing' }, () => false],
      [{ providers: [] }, () => false],
    ]
    for (const [filter, holds] of cases) {
      const { items, total, counts } = await api.list({ organizationId, limit: 100, ...filter })
      expect(items.map(({ id }) => id).sort(), JSON.stringify(filter)).toEqual(expected(holds))
      expect(total).toBe(items.length)
      expect(counts).toEqual({ all: 60, invalid: 9, attention: 39 })
    }
  })

  it('take % and _ of a search for themselves', async () => {
    const { api, organizationId } = await organizationWith(3, (index) => ({ label: ['100% of it', 'snake_case', 'other'][index] })) // prettier-ignore
    const found = async (search: string) =>
      (await api.list({ organizationId, search })).items.map(({ label }) => label)
    expect(await found('%')).toEqual(['100% of it'])
    expect(await found('_')).toEqual(['snake_case'])
    expect(await found('\\')).toEqual([])
  })
})

describe('ten thousand keys', () => {
  it('are listed page by page, each once, and counted no further than one more', async () => {
    const { api, organizationId, rows } = await organizationWith(1)
    const copies = (from: number, to: number) =>
      db.pool.query(
        `INSERT INTO "ProviderKey" SELECT (jsonb_populate_record(k, jsonb_build_object('id', k."id" || '_' || n))).*
         FROM "ProviderKey" k, generate_series($2::int, $3::int) n WHERE k."id" = $1`,
        [rows[0]!.id, from, to],
      )
    await copies(1, 9_999)
    const pages = await walk(api, { organizationId, limit: 100 })
    expect(pages).toHaveLength(100)
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(10_000)
    expect((await api.list({ organizationId })).total).toBe(10_000)
    await copies(10_000, 10_005)
    expect(await api.list({ organizationId })).toMatchObject({ total: 10_001, counts: { all: 10_006 } })
  })
})
