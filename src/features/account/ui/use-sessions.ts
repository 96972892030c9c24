import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import { leave } from './use-sign-out'

/** Where the person is signed in, and how to end it. */
export function useSessions() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const list = useQuery(trpc.account.sessions.queryOptions())
  const onError = (error: unknown) => void toast(readFailure(error).message, { glyph: 'invalid' })
  const revoke = useMutation(
    trpc.account.revokeSession.mutationOptions({
      onError,
      onSuccess: () => toast('Session ended', { glyph: 'valid' }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.account.sessions.queryKey() }),
    }),
  )
  const everywhere = useMutation(
    trpc.account.signOutEverywhere.mutationOptions({ onError, onSuccess: leave }),
  )
  return {
    sessions: list.data?.items,
    failure: list.error ? readFailure(list.error) : null,
    retry: () => void list.refetch(),
    revoke: (id: string) => revoke.mutate({ id }),
    revoking: revoke.isPending ? revoke.variables.id : null,
    signOutEverywhere: () => everywhere.mutate(),
    isLeaving: everywhere.isPending,
  }
}
