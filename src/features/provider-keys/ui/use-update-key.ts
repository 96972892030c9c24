import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import { useTRPC } from '@/trpc/client'
import { readFailure, type Failure } from '@/trpc/failure'
import type { ProviderKeyView, updateInput } from '../schema'
import { useKeyCache } from './use-key-cache'

export type KeyChanges = Omit<z.input<typeof updateInput>, 'organizationId' | 'id' | 'revision'>

/** Changes what is shown of a key. A failure is handed back: the form shows it and keeps what was typed. */
export function useUpdateKey() {
  const trpc = useTRPC()
  const cache = useKeyCache()
  const { mutateAsync, isPending } = useMutation(trpc.providerKeys.update.mutationOptions())

  const update = async (
    { organizationId, id, revision }: ProviderKeyView,
    changes: KeyChanges,
  ): Promise<Failure | null> => {
    try {
      const { providerKey } = await mutateAsync({ organizationId, id, revision, ...changes })
      cache.replace(providerKey)
      void cache.refresh()
      return null
    } catch (error) {
      return readFailure(error)
    }
  }
  return { update, isUpdating: isPending, reload: cache.refresh }
}
