import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { toast } from '@/components/ui/toast'
import type { Refusal } from '@/components/ui/use-form'
import { useTRPC } from '@/trpc/client'
import { readFailure } from '@/trpc/failure'
import type { OrganizationView, UpdateOrganizationInput } from '../schema'

/** Saves changes; a new address moves the page there. */
export function useOrganizationSettings(organization: OrganizationView) {
  const trpc = useTRPC()
  const router = useRouter()
  const { mutateAsync } = useMutation(trpc.organizations.update.mutationOptions())
  return async (input: UpdateOrganizationInput): Promise<Refusal | null> => {
    try {
      const { slug } = await mutateAsync(input)
      toast('Settings saved', { glyph: 'valid' })
      if (slug !== organization.slug) router.replace(`/${slug}/settings`)
      router.refresh()
      return null
    } catch (error) {
      return readFailure(error)
    }
  }
}
