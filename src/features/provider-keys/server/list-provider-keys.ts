import type { z } from 'zod'
import type { Actor } from '@/core/actor'
import { providerIds, providers } from '@/providers/registry'
import type { Outcome } from '@/providers/verdict'
import type { Deps } from '@/server/deps'
import type { listInput, listView } from '../schema'
import { readCursor, writeCursor } from './list-cursor'
import { countByVerdict, countProviderKeys, listProviderKeyRows } from './provider-key-list.repository'
import type { ListFilters, ListOrder } from './provider-key-list.repository'
import { toProviderKeyView } from './provider-key-view'
import type { ProviderKeyRow } from './provider-key.repository'

type Input = z.output<typeof listInput>

/** One page of the keys of the organizations that the actors act in, in four statements at most. */
export async function listProviderKeys(
  deps: Deps,
  actors: readonly Actor[],
  { sort, direction, cursor, limit, ...asked }: Input,
): Promise<z.infer<typeof listView>> {
  const order = { sort, direction }
  const after = readCursor(cursor, order)
  const organizationIds = actors.map(({ organizationId }) => organizationId)
  if (organizationIds.length === 0) return nothing
  const scope = { tx: deps.db.prisma, organizationIds }
  const filters: ListFilters = { ...asked, searchedProviders: providersNamed(asked.search) }
  const [rows, total, counts] = await Promise.all([
    listProviderKeyRows(scope, filters, { ...order, after, take: limit + 1 }),
    countProviderKeys(scope, filters),
    countByVerdict(scope),
  ])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(toProviderKeyView),
    nextCursor:
      last && rows.length > limit
        ? writeCursor({ ...order, value: sortValue(last, order), id: last.id })
        : null,
    total,
    counts: summaryOf(counts),
  }
}

const nothing: z.infer<typeof listView> = { items: [], nextCursor: null, total: 0, counts: { all: 0, invalid: 0, attention: 0 } } // prettier-ignore

const providersNamed = (search: string | undefined): string[] =>
  search
    ? providerIds.filter((id) => `${id} ${providers[id].name}`.toLowerCase().includes(search.toLowerCase()))
    : []

function sortValue(row: ProviderKeyRow, { sort }: ListOrder): string | null {
  const value = row[sort]
  return value instanceof Date ? value.toISOString() : value
}

function summaryOf(counts: ReadonlyMap<Outcome, number>) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const quiet = (counts.get('valid') ?? 0) + (counts.get('untested') ?? 0)
  return { all, invalid: counts.get('invalid') ?? 0, attention: all - quiet }
}
