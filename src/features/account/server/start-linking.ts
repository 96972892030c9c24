import type { z } from 'zod'
import type { Person } from '@/core/actor'
import { AppError } from '@/core/errors'
import { listIssuers } from '@/server/auth/issuers'
import type { Deps } from '@/server/deps'
import type { StartLinkingInput, startLinkingView } from '../schema'
import { grantLinkPermit } from './link-permit'
import { requireFreshSignIn } from './require-fresh-sign-in'
import { requireUser } from './require-user'

/**
 * Permits this session to link an issuer by signing in there next. Nothing else links accounts: an issuer that merely
 * reports the same e-mail address would be a way into an account that is not its own.
 */
export async function startLinking(
  deps: Deps,
  person: Person,
  { method, password }: StartLinkingInput,
): Promise<z.infer<typeof startLinkingView>> {
  if (!listIssuers(deps.env).some(({ id }) => id === method))
    throw new AppError('BAD_REQUEST', 'This way to sign in is not set up here.', { field: 'method' })
  const user = await requireUser(deps, person)
  await requireFreshSignIn(deps, person, user, { field: 'password', value: password })
  const expiresAt = await grantLinkPermit(deps, person.sessionId, method)
  return { method, expiresAt: expiresAt.toISOString() }
}
