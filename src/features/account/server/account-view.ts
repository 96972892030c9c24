import { listIssuers } from '@/server/auth/issuers'
import type { Env } from '@/env'
import type { AccountView } from '../schema'
import type { UserRow } from './user.repository'

/** A person's own account: never the hash, never another person's. */
export const accountView = (env: Env, user: UserRow): AccountView => ({
  id: user.id,
  email: user.email,
  name: user.name,
  hasPassword: user.passwordHash !== null,
  methods: listIssuers(env).map(({ id, name }) => ({
    id,
    name,
    linkedAt: user.accounts.find(({ provider }) => provider === id)?.createdAt.toISOString() ?? null,
  })),
  createdAt: user.createdAt.toISOString(),
})
