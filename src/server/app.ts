import type { RequestListener } from 'node:http'
import type { AuthOptions } from 'next-auth'
import { forgetEndedSessions } from '@/features/account/server/forget-ended-sessions'
import { signInDoors } from '@/features/account/server/sign-in-doors'
import { logAuditHeads } from '@/features/audit-log/server/log-audit-heads'
import { confirmDueKeys } from '@/features/provider-keys/server/confirm-due-keys'
import { purgeDeletedKeys } from '@/features/provider-keys/server/purge-deleted-keys'
import { createContext, type RequestFacts } from './api/context'
import { appRouter, createCaller } from './api/root'
import { authOptions } from './auth/auth-options'
import type { Deps } from './deps'
import { createEntry, type PageHandler } from './entry'
import type { Job } from './jobs/run-jobs'

/**
 * Everything that answers a request. Pages reach it as `globalThis.__latchkey` and import its type alone, so that
 * server code exists once in the process. In development it is replaced whole when a file changes.
 */
export interface App {
  deps: Deps
  handle: RequestListener
  caller(facts: RequestFacts): ReturnType<typeof createCaller>
  authOptions(facts: RequestFacts): AuthOptions
  jobs: readonly Job[]
}

export function createApp(deps: Deps, page?: PageHandler): App {
  return {
    deps,
    handle: createEntry(deps, appRouter, page),
    caller: (facts) => createCaller(createContext(deps, facts)),
    authOptions: (facts) => authOptions(deps, signInDoors, facts),
    jobs: [
      { name: 'confirm rejected keys', run: () => confirmDueKeys(deps) },
      { name: 'purge deleted keys', run: () => purgeDeletedKeys(deps) },
      { name: 'log heads of audit chains', run: () => logAuditHeads(deps) },
      { name: 'forget ended sessions', run: () => forgetEndedSessions(deps) },
    ],
  }
}
