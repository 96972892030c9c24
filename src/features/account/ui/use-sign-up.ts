import { useMutation } from '@tanstack/react-query'
import type { Refusal } from '@/components/ui/use-form'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { SignUpInput } from '../schema'
import { signInWithPassword } from './use-sign-in'

export function useSignUp(to: string) {
  const trpc = useTRPC()
  const { mutateAsync } = useMutation(trpc.access.signUp.mutationOptions())
  return async (input: SignUpInput): Promise<Refusal | null> => {
    try {
      await mutateAsync(input)
      const refusal = await signInWithPassword(input)
      window.location.assign(refusal ? '/sign-in' : to)
      return null
    } catch (error) {
      return readFailure(error)
    }
  }
}
