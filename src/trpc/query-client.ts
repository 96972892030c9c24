import { QueryClient } from '@tanstack/react-query'
import { readFailure } from './failure'

const maxRetries = 2

/** Only what another try can mend is tried again. */
const isWorthRetrying = (failures: number, error: unknown) =>
  failures < maxRetries && ['OFFLINE', 'UNAVAILABLE', 'INTERNAL'].includes(readFailure(error).code)

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 5 * 60_000, retry: isWorthRetrying },
      mutations: { retry: false },
    },
  })
