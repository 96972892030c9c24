import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { readFailure } from './failure'
import { markSessionEnded } from './session-ended'

const maxRetries = 2

const noteSession = (error: unknown) => {
  if (readFailure(error).code === 'UNAUTHENTICATED') markSessionEnded()
}

/** Only what another try can mend is tried again. */
const isWorthRetrying = (failures: number, error: unknown) =>
  failures < maxRetries && ['OFFLINE', 'UNAVAILABLE', 'INTERNAL'].includes(readFailure(error).code)

export const createQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: noteSession }),
    mutationCache: new MutationCache({ onError: noteSession }),
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 5 * 60_000, retry: isWorthRetrying },
      mutations: { retry: false },
    },
  })
