import { useMutation } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { ProviderKeyView } from '../schema'
import { useKeyCache } from './use-key-cache'

/** Deletes one key; true when it is gone. */
export function useDeleteKey() {
  const trpc = useTRPC()
  const cache = useKeyCache()
  const { mutateAsync } = useMutation(trpc.providerKeys.delete.mutationOptions())

  return async ({ organizationId, id, label }: ProviderKeyView): Promise<boolean> => {
    try {
      await mutateAsync({ organizationId, id })
    } catch (error) {
      const failure = readFailure(error)
      if (failure.code !== 'NOT_FOUND') {
        toast(`${label} was not deleted`, { glyph: 'invalid', detail: failure.message })
        return false
      }
    }
    cache.remove(new Set([id]))
    toast(`${label} is deleted`, { detail: 'Revoke it at the provider too, to end the key itself.' })
    void cache.refreshLists()
    return true
  }
}
