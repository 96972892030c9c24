import type { Person } from '@/core/actor'
import { AppError } from '@/core/errors'
import type { Deps } from '@/server/deps'
import { freshSignInMs } from '../schema'
import { isPassword } from './password-hash'
import { findSessionStart } from './session.repository'
import type { UserRow } from './user.repository'

/**
 * A session alone must not change how the account is entered: a borrowed browser would keep it for good. Asks for the
 * password, or, of a person without one, for a sign-in within the last minutes.
 */
export async function requireFreshSignIn(
  deps: Pick<Deps, 'db' | 'now'>,
  { userId, sessionId }: Person,
  user: UserRow,
  password: { field: string; value: string | undefined },
): Promise<void> {
  const { field, value } = password
  if (user.passwordHash !== null) {
    if (value === undefined) throw new AppError('BAD_REQUEST', 'Type your current password.', { field })
    if (!(await isPassword(user.passwordHash, value)))
      throw new AppError('WRONG_CREDENTIALS', 'This is not your current password.', { field })
    return
  }
  const now = deps.now()
  const start = await findSessionStart(deps.db.prisma, userId, sessionId, now)
  if (!start || now.getTime() - start.getTime() > freshSignInMs)
    throw new AppError('FORBIDDEN', 'Sign out and in again, then come back here within ten minutes.')
}
