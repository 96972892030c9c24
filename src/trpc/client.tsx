'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { useState, type ReactNode } from 'react'
import type { AppRouter } from '@/server/api/root'
import { readFailure } from './failure'
import { createQueryClient } from './query-client'
import { markSessionEnded } from './session-ended'

/** `useTRPC().x.y.queryOptions()` and `.mutationOptions()`, for `use-*` hooks of the slices and nobody else. */
const context = createTRPCContext<AppRouter>()
export const { useTRPC, useTRPCClient } = context

const url = '/api/trpc'
const maxBatch = 20

/** On the wire, so that no way to call misses it: a page must never sit before a refusal without a way to sign in. */
const noteEndedSession: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error(error) {
          if (readFailure(error).code === 'UNAUTHENTICATED') markSessionEnded()
          observer.error(error)
        },
      }),
    )

const createClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      noteEndedSession,
      splitLink({
        condition: ({ type }) => type === 'query',
        true: httpBatchLink({ url, maxItems: maxBatch }),
        /* One by one: in a batch, a quick change would wait for the slowest test of a key. */
        false: httpLink({ url }),
      }),
    ],
  })

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  )
}
