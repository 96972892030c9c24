import {
  createLoader,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'
import { providerIds } from '@/providers/registry'
import { outcomes } from '@/providers/verdict'
import { environments, settableStatuses } from '../provider-key'
import { sortKeys } from '../schema'

export type SortKey = (typeof sortKeys)[number]
export type Direction = 'asc' | 'desc'

const many = <Value extends string>(values: readonly Value[]) =>
  parseAsArrayOf(parseAsStringLiteral(values)).withDefault([])

/** What is filtered and sorted, as it stands in the address. */
export const listParsers = {
  search: parseAsString.withDefault(''),
  provider: many(providerIds),
  environment: many(environments),
  verdict: many(outcomes),
  status: many(settableStatuses),
  attention: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(sortKeys).withDefault('createdAt'),
  direction: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('desc'),
}
export type ListState = inferParserType<typeof listParsers>

/** Reads the address on the server, with the same rules as the page. */
export const loadListState = createLoader(listParsers)

/** The input of `providerKeys.list` for what the address says. */
export const listQuery = (state: ListState, organizationId: string) => ({
  organizationId,
  search: state.search.trim().slice(0, 100) || undefined,
  providers: state.provider.length > 0 ? state.provider : undefined,
  environments: state.environment.length > 0 ? state.environment : undefined,
  verdicts: state.verdict.length > 0 ? state.verdict : undefined,
  statuses: state.status.length > 0 ? state.status : undefined,
  attention: state.attention || undefined,
  sort: state.sort,
  direction: state.direction,
})

/** Everything back to the start, sorting aside. */
export const noFilters = {
  search: null,
  provider: null,
  environment: null,
  verdict: null,
  status: null,
  attention: null,
}

export const isFiltered = (state: ListState): boolean =>
  state.attention ||
  state.search.trim() !== '' ||
  [state.provider, state.environment, state.verdict, state.status].some((values) => values.length > 0)

const firstDirection: Record<SortKey, Direction> = {
  label: 'asc',
  provider: 'asc',
  environment: 'desc',
  verdict: 'asc',
  lastCheckAt: 'desc',
  secretReplacedAt: 'asc',
  createdAt: 'desc',
}

/** A click on a header: its natural order, then the other, then the usual order again. */
export function nextSort(state: Pick<ListState, 'sort' | 'direction'>, key: SortKey) {
  const first = firstDirection[key]
  if (state.sort !== key) return { sort: key, direction: first }
  if (state.direction === first) return { sort: key, direction: first === 'asc' ? 'desc' : 'asc' } as const
  return { sort: null, direction: null }
}
