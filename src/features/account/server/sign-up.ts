import { AppError } from '@/core/errors'
import { newId } from '@/core/ids'
import type { Context } from '@/server/api/context'
import type { SignUpInput } from '../schema'
import { accountTransaction } from './account-transaction'
import { hashPassword } from './password-hash'
import { isUniqueViolation } from './is-unique-violation'
import { recordAccountEvent } from './record-account-event'
import { requireSetUp } from './set-up-state'
import { maySignUp } from './sign-up-rules'
import { insertUser } from './user.repository'

/** A new account with a password, where the installation is open to everybody. */
export async function signUp(
  { deps, address, requestId }: Context,
  { name, email, password }: SignUpInput,
): Promise<{ email: string }> {
  if (!maySignUp(deps.env, { email, isEmailVerified: false }))
    throw new AppError('FORBIDDEN', 'Accounts are made by invitation here. Ask an owner or admin.')
  await requireSetUp(deps)
  const passwordHash = await hashPassword(password)
  const id = newId('user')
  try {
    await accountTransaction(deps, async (tx) => {
      await insertUser(tx, { id, email, name, passwordHash })
      await recordAccountEvent(
        deps,
        tx,
        { userId: id, name, address, requestId },
        { event: 'user.signed_up', object: { kind: 'user', id, name }, details: { method: 'password' } },
      )
    })
  } catch (error) {
    if (isUniqueViolation(error, 'User'))
      throw new AppError('EMAIL_TAKEN', 'An account has this e-mail address. Sign in instead.', {
        field: 'email',
      })
    throw error
  }
  return { email }
}
