import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** UTC while the server's page is taken over, so that both write the same text; then the reader's own zone. */
export const useZone = (): string | undefined =>
  useSyncExternalStore<string | undefined>(
    never,
    () => undefined,
    () => 'UTC',
  )
