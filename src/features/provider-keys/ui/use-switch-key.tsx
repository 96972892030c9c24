import { useMutation } from '@tanstack/react-query'
import { Power, PowerOff } from 'lucide-react'
import { toast } from '@/components/ui/toast'
import { readFailure } from '@/trpc/failure'
import { useTRPC } from '@/trpc/client'
import type { ProviderKeyView } from '../schema'
import { useKeyCache } from './use-key-cache'

const wordFor = (isOn: boolean) => (isOn ? 'on' : 'off')

/** Switches a key at once, and back with the reason when the server refuses. A change can be undone. */
export function useSwitchKey() {
  const trpc = useTRPC()
  const cache = useKeyCache()
  const { mutate } = useMutation(
    trpc.providerKeys.updateStatus.mutationOptions({
      onMutate: ({ id, status }) => cache.patch(id, (key) => ({ ...key, status })),
      onSuccess: ({ providerKey }) => cache.replace(providerKey),
    }),
  )

  const switchKey = (key: ProviderKeyView, isOn: boolean, revision = key.revision) => {
    const { organizationId, id, label } = key
    const status = isOn ? ('active' as const) : ('inactive' as const)
    mutate(
      { organizationId, id, revision, status },
      {
        onSuccess: ({ providerKey }) =>
          toast(`${label} is ${wordFor(isOn)}`, {
            id: `switch-${id}`,
            icon: isOn ? <Power /> : <PowerOff />,
            action: { label: 'Undo', onClick: () => switchKey(providerKey, !isOn) },
          }),
        onError: (error) => {
          const failure = readFailure(error)
          cache.patch(id, (now) => ({ ...now, status: key.status }))
          toast(`${label} is still ${wordFor(!isOn)}`, {
            id: `switch-${id}`,
            glyph: 'invalid',
            detail: failure.message,
          })
          if (failure.code === 'STALE_REVISION' || failure.code === 'NOT_FOUND') void cache.refresh()
        },
      },
    )
  }
  return switchKey
}
