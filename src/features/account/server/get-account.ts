import type { Person } from '@/core/actor'
import type { Deps } from '@/server/deps'
import type { AccountView } from '../schema'
import { accountView } from './account-view'
import { requireUser } from './require-user'

/** The person's own account and how it can be signed in to. */
export const getAccount = async (deps: Pick<Deps, 'db' | 'env'>, person: Person): Promise<AccountView> =>
  accountView(deps.env, await requireUser(deps, person))
