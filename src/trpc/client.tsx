'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { useState, type ReactNode } from 'react'
import type { AppRouter } from '@/server/api/root'
import { createQueryClient } from './query-client'

/** `useTRPC().x.y.queryOptions()` and `.mutationOptions()`, for `use-*` hooks of the slices and nobody else. */
const context = createTRPCContext<AppRouter>()
export const { useTRPC, useTRPCClient } = context

const url = '/api/trpc'
const maxBatch = 20

const createClient = () =>
  createTRPCClient<AppRouter>({
    links: [
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
