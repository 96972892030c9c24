import { accessRouter, accountRouter } from '@/features/account/server/router'
import { organizationsRouter } from '@/features/organizations/server/router'
import { providerKeysRouter } from '@/features/provider-keys/server/router'
import { providersRouter } from './providers-router'
import { createCallerFactory, router } from './trpc'

/** Every procedure that exists. */
export const appRouter = router({
  access: accessRouter,
  account: accountRouter,
  organizations: organizationsRouter,
  providerKeys: providerKeysRouter,
  providers: providersRouter,
})
export type AppRouter = typeof appRouter

/** Calls procedures in this process, as pages do: `createCaller(createContext(deps, facts)).providers.list()`. */
export const createCaller = createCallerFactory(appRouter)
