import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { toast } from '@/components/ui/toast'
import type { Refusal } from '@/components/ui/use-form'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { AccountView, ChangePasswordInput, UpdateAccountInput } from '../schema'

const sessionsWords = (count: number) =>
  count === 1 ? 'One other session was ended' : `${count} other sessions were ended`

/** The signed-in person's own account, and what may be changed of it. */
export function useAccount(initial: AccountView) {
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { data: account } = useQuery(trpc.account.get.queryOptions(undefined, { initialData: initial }))
  const update = useMutation(trpc.account.update.mutationOptions())
  const changePassword = useMutation(trpc.account.changePassword.mutationOptions())

  const attempt = async (work: () => Promise<unknown>): Promise<Refusal | null> => {
    try {
      await work()
      return null
    } catch (error) {
      return readFailure(error)
    }
  }

  return {
    account,
    update: (input: UpdateAccountInput) =>
      attempt(async () => {
        const changed = await update.mutateAsync(input)
        queryClient.setQueryData(trpc.account.get.queryKey(), changed)
        toast('Name saved', { glyph: 'valid' })
        router.refresh()
      }),
    changePassword: (input: ChangePasswordInput) =>
      attempt(async () => {
        const { revoked } = await changePassword.mutateAsync(input)
        toast('Password changed', {
          glyph: 'valid',
          detail: revoked > 0 ? sessionsWords(revoked) : undefined,
        })
        await queryClient.invalidateQueries({ queryKey: trpc.account.pathKey() })
      }),
  }
}
