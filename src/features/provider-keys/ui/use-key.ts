import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { KeyDetail } from './screen-props'

interface Props {
  organizationId: string
  id: string
  initial: KeyDetail | null
  readAt: number
}

/** One key with its history. */
export function useKey({ organizationId, id, initial, readAt }: Props) {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.providerKeys.get.queryOptions(
      { organizationId, id },
      initial ? { initialData: initial, initialDataUpdatedAt: readAt } : {},
    ),
  )
  return {
    detail: query.data ?? null,
    failure: query.error ? readFailure(query.error) : null,
    refresh: () => void query.refetch(),
  }
}
