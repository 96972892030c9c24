import { useMutation } from '@tanstack/react-query'
import type { Refusal } from '@/components/ui/use-form'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { StartLinkingInput } from '../schema'
import { signInWithIssuer } from './use-sign-in'

/** Permits the link, then leaves for the issuer; it is made when the issuer sends the browser back. */
export function useLinking() {
  const trpc = useTRPC()
  const start = useMutation(trpc.account.startLinking.mutationOptions())
  return async (input: StartLinkingInput): Promise<Refusal | null> => {
    try {
      await start.mutateAsync(input)
      await signInWithIssuer(input.method, '/account')
      return null
    } catch (error) {
      return readFailure(error)
    }
  }
}
