import type { Prisma } from '@/generated/prisma/client'
import type { Outcome } from '@/providers/verdict'
import type { Tenant } from '@/server/db/database'
import { maxCounted } from '../provider-key'
import type { sortKeys } from '../schema'
import type { ListPosition } from './list-cursor'
import { providerKeySelect } from './provider-key.repository'
import type { ProviderKeyRow } from './provider-key.repository'

/** Living keys of the organizations that the caller may read, already decided. */
export interface ListScope {
  tx: Tenant['tx']
  organizationIds: readonly string[]
}

export interface ListFilters {
  search?: string
  /** Providers whose name, as people read it, contains the search. */
  searchedProviders: readonly string[]
  providers?: readonly string[]
  environments?: readonly string[]
  statuses?: readonly string[]
  verdicts?: readonly string[]
  attention?: boolean
}

export interface ListOrder {
  sort: (typeof sortKeys)[number]
  direction: 'asc' | 'desc'
}

export interface ListPage extends ListOrder {
  after: ListPosition | null
  take: number
}

/** Settled verdicts that ask for nobody. */
const quietVerdicts: Outcome[] = ['valid', 'untested']

export const listProviderKeyRows = (
  { tx, organizationIds }: ListScope,
  filters: ListFilters,
  { sort, direction, after, take }: ListPage,
): Promise<ProviderKeyRow[]> =>
  tx.providerKey.findMany({
    where: { AND: [matching(organizationIds, filters), after ? beyond(after) : {}] },
    orderBy: [{ [sort]: orderOf(sort, direction) }, { id: direction }],
    take,
    select: providerKeySelect,
  })

/** Rows that match, counted no further than one beyond what is told. */
export const countProviderKeys = (
  { tx, organizationIds }: ListScope,
  filters: ListFilters,
): Promise<number> =>
  tx.providerKey.count({ where: matching(organizationIds, filters), take: maxCounted + 1 })

/** How many living keys there are of each settled verdict. */
export async function countByVerdict({ tx, organizationIds }: ListScope): Promise<Map<Outcome, number>> {
  const groups = await tx.providerKey.groupBy({
    by: ['verdict'],
    where: living(organizationIds),
    _count: { _all: true },
  })
  return new Map(groups.map(({ verdict, _count }) => [verdict as Outcome, _count._all]))
}

const living = ([first, ...others]: readonly string[]): Prisma.ProviderKeyWhereInput => ({
  organizationId: others.length === 0 ? first : { in: [first ?? '', ...others] },
  deletedAt: null,
})

function matching(organizationIds: readonly string[], filters: ListFilters): Prisma.ProviderKeyWhereInput {
  const { providers, environments, statuses, verdicts, attention, search } = filters
  return {
    ...living(organizationIds),
    provider: oneOf(providers),
    environment: oneOf(environments),
    status: oneOf(statuses),
    AND: [
      { verdict: oneOf(verdicts) },
      attention === undefined
        ? {}
        : { verdict: attention ? { notIn: quietVerdicts } : { in: quietVerdicts } },
      search ? { OR: containing(search, filters.searchedProviders) } : {},
    ],
  }
}

const oneOf = (values: readonly string[] | undefined) => values && { in: [...values] }

function containing(search: string, providers: readonly string[]): Prisma.ProviderKeyWhereInput[] {
  // The database reads % and _ as wildcards.
  const contains = search.replace(/[\\%_]/g, '\\$&')
  const text = { contains, mode: 'insensitive' as const }
  return [
    { label: text },
    { name: text },
    { maskedToken: text },
    { baseUrl: text },
    { provider: { in: [...providers] } },
  ]
}

/** Never checked counts as checked longest ago. */
const orderOf = (sort: ListOrder['sort'], direction: 'asc' | 'desc') =>
  sort === 'lastCheckAt'
    ? { sort: direction, nulls: direction === 'asc' ? ('first' as const) : ('last' as const) }
    : direction

/** Rows behind a position, by sort value and then by id: no row twice and none left out, whatever is added meanwhile. */
function beyond({ sort, direction, value, id }: ListPosition): Prisma.ProviderKeyWhereInput {
  const further = (than: string) => (direction === 'asc' ? { gt: than } : { lt: than })
  const sameValue = { [sort]: value, id: further(id) }
  if (value === null)
    return { OR: direction === 'asc' ? [sameValue, { [sort]: { not: null } }] : [sameValue] }
  const unchecked = sort === 'lastCheckAt' && direction === 'desc' ? [{ [sort]: null }] : []
  return { OR: [{ [sort]: further(value) }, sameValue, ...unchecked] }
}
