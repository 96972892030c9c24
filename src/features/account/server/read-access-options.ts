import type { Context } from '@/server/api/context'
import { listIssuers } from '@/server/auth/issuers'
import type { AccessOptionsView } from '../schema'
import { isSetUpNeeded, isSetUpTokenNeeded } from './set-up-state'

/** What a visitor may do here: set up, sign in and how, sign up. */
export async function readAccessOptions(ctx: Context): Promise<AccessOptionsView> {
  const { env } = ctx.deps
  const needed = await isSetUpNeeded(ctx.deps)
  return {
    setUp: { needed, tokenNeeded: needed && isSetUpTokenNeeded(ctx) },
    methods: [
      { id: 'password', name: 'E-mail and password' },
      ...listIssuers(env).map(({ id, name }) => ({ id, name })),
    ],
    signUp: { mode: env.SIGN_UP, withPassword: env.SIGN_UP === 'open' && !needed },
  }
}
