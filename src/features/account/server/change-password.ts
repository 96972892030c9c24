import type { Person } from '@/core/actor'
import { AppError } from '@/core/errors'
import type { Deps } from '@/server/deps'
import type { ChangePasswordInput } from '../schema'
import { accountTransaction } from './account-transaction'
import { hashPassword } from './password-hash'
import { recordAccountEvent } from './record-account-event'
import { requireFreshSignIn } from './require-fresh-sign-in'
import { requireUser } from './require-user'
import { revokeSessions } from './session.repository'
import { updateUserRow } from './user.repository'

/** Sets a new password and ends every other session: whoever knew the old one is out. */
export async function changePassword(
  deps: Deps,
  person: Person,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<{ revoked: number }> {
  const user = await requireUser(deps, person)
  await requireFreshSignIn(deps, person, user, { field: 'currentPassword', value: currentPassword })
  if (newPassword.toLowerCase().includes(user.email))
    throw new AppError('BAD_REQUEST', 'A password must not contain your e-mail address.', {
      field: 'newPassword',
    })
  const passwordHash = await hashPassword(newPassword)
  return accountTransaction(deps, async (tx) => {
    await updateUserRow(tx, person.userId, { passwordHash })
    const revoked = await revokeSessions(tx, person.userId, { exceptId: person.sessionId }, deps.now())
    await recordAccountEvent(deps, tx, person, {
      event: 'user.password_changed',
      object: { kind: 'user', id: person.userId, name: person.name },
      details: { revokedSessions: revoked },
    })
    return { revoked }
  })
}
