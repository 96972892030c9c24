import { useMutation } from '@tanstack/react-query'
import type { Refusal } from '@/components/ui/use-form'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { SetUpInput } from '../schema'
import { signInWithPassword } from './use-sign-in'

/** Makes the first owner and organization, signs in, and goes there. */
export function useSetUp() {
  const trpc = useTRPC()
  const { mutateAsync } = useMutation(trpc.access.setUp.mutationOptions())
  return async (input: SetUpInput): Promise<Refusal | null> => {
    try {
      const { slug } = await mutateAsync(input)
      const refusal = await signInWithPassword(input)
      window.location.assign(refusal ? '/sign-in' : `/${slug}/keys`)
      return null
    } catch (error) {
      return readFailure(error)
    }
  }
}
