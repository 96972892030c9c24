import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readFailure } from '@/trpc/failure'
import { useTRPC, useTRPCClient } from '@/trpc/client'
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
  const client = useTRPCClient()
  const input = listQuery(asked, organizationId)
  const [firstInput] = useState(() => JSON.stringify(input))
  const isFirst = initial !== null && JSON.stringify(input) === firstInput
  /* Asked by hand: the binding of the library would overwrite `direction`, which here is the order of the list. */
  const query = useInfiniteQuery({
    queryKey: trpc.providerKeys.list.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.providerKeys.list.query({ ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...(isFirst && {
      initialData: { pages: [initial], pageParams: [null] },
      initialDataUpdatedAt: readAt,
    }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= maxRefreshedPages,
  })
  const pages = query.data?.pages
  const counts = useLast(pages?.at(-1)?.counts)
  return {
    pages: pages?.map((page) => page.items) ?? null,
    total: pages?.at(-1)?.total ?? 0,
    /** Of the whole organization: also known when the rows of a filter could not be had. */
    counts,
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

function useLast<T>(value: T | undefined): T | null {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last ?? null
}
