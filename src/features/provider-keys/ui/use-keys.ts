import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readFailure } from '@/trpc/failure'
import { useTRPC } from '@/trpc/client'
import { listQuery, type ListState } from './list-url'
import type { KeyList } from './screen-props'

/** Pages that are worth asking for again when the window comes back. */
const maxRefreshedPages = 4

interface Props {
  organizationId: string
  asked: ListState
  initial: KeyList | null
  /** When `initial` was read, in milliseconds. */
  readAt: number
}

/** The keys for the filters in the address, page by page. */
export function useKeys({ organizationId, asked, initial, readAt }: Props) {
  const trpc = useTRPC()
  const input = listQuery(asked, organizationId)
  const [firstInput] = useState(() => JSON.stringify(input))
  const isFirst = initial !== null && JSON.stringify(input) === firstInput
  const query = useInfiniteQuery({
    ...trpc.providerKeys.list.infiniteQueryOptions(input, {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      ...(isFirst && {
        initialData: { pages: [initial], pageParams: [null] },
        initialDataUpdatedAt: readAt,
      }),
    }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= maxRefreshedPages,
  })
  const pages = query.data?.pages
  return {
    pages: pages?.map((page) => page.items) ?? null,
    total: pages?.at(-1)?.total ?? 0,
    counts: pages?.at(-1)?.counts ?? null,
    /** Rows of the filters before are still shown. */
    isOutdated: query.isPlaceholderData,
    isRefreshing: query.isRefetching,
    refreshedAt: query.dataUpdatedAt,
    failure: query.error ? readFailure(query.error) : null,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void query.refetch(),
  }
}
