import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { Refusal } from '@/components/ui/use-form'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { CreateOrganizationInput } from '../schema'

/** Makes an organization and goes there. */
export function useCreateOrganization() {
  const trpc = useTRPC()
  const router = useRouter()
  const { mutateAsync } = useMutation(trpc.organizations.create.mutationOptions())
  return async (input: CreateOrganizationInput): Promise<Refusal | null> => {
    try {
      const { slug } = await mutateAsync(input)
      router.push(`/${slug}/keys`)
      return null
    } catch (error) {
      return readFailure(error)
    }
  }
}
