import { createCallerFactory, router } from './trpc'
import { providersRouter } from './providers-router'

/** Every procedure that exists. */
export const appRouter = router({ providers: providersRouter })
export type AppRouter = typeof appRouter

/** Calls procedures in this process, as pages do: `createCaller(createContext(deps, facts)).providers.list()`. */
export const createCaller = createCallerFactory(appRouter)
