import { useScreen } from './screen-context'
import { clockWords } from './time-words'
import type { useKeys } from './use-keys'
import { useOnline } from './use-online'
import { useZone } from './use-zone'

/** Why what is shown may be old, or null when it is fresh. */
export function useStaleWords({ failure, refreshedAt, pages }: ReturnType<typeof useKeys>): string | null {
  const isOnline = useOnline()
  const zone = useZone()
  const { now } = useScreen()
  if (pages === null || (isOnline && !failure)) return null
  const at = clockWords(new Date(refreshedAt).toISOString(), { now, zone })
  return isOnline ? `Not refreshed since ${at}` : `Offline; as of ${at}`
}
