import { AppError } from '@/core/errors'
import { systemChain } from '@/features/audit-log/audit-event'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { RequestFacts } from '@/server/api/context'
import type { SignedIn } from '@/server/auth/sign-in-doors'
import type { Deps } from '@/server/deps'
import { email as emailSchema, passwordLength } from '../schema'
import { accountTransaction } from './account-transaction'
import { isPassword } from './password-hash'
import { returnSignInTry, takeSignInTry } from './sign-in-throttle'
import { findUserByEmail, type UserRow } from './user.repository'

/** Checks e-mail and password. An unknown account costs the same time, reads and writes as a wrong password. */
export async function signInWithPassword(
  deps: Deps,
  { email: typed, password }: { email: string; password: string },
  facts: RequestFacts,
): Promise<SignedIn> {
  const email = emailSchema.safeParse(typed).data ?? ''
  const { isLast } = await takeSignInTry(deps, facts.address, email)
  const user = await findUserByEmail(deps.db.prisma, email)
  const fits = await isPassword(user?.passwordHash ?? null, password.slice(0, passwordLength.max + 1))
  if (user && fits) {
    await returnSignInTry(deps, facts.address, email)
    return { userId: user.id, method: 'password' }
  }
  await recordRefusal(deps, user, facts, isLast)
  throw new AppError('WRONG_CREDENTIALS', 'This e-mail address and password do not fit together.')
}

/** What was typed is not recorded: people type passwords into the wrong field. */
const recordRefusal = (deps: Deps, user: UserRow | null, facts: RequestFacts, isLastTry: boolean) =>
  accountTransaction(deps, (tx) =>
    recordAuditEvent(deps, tx, systemChain, {
      event: 'user.sign_in_failed',
      actor: { kind: 'anonymous', id: null, name: 'unknown' },
      object: user ? { kind: 'user', id: user.id, name: user.name } : undefined,
      outcome: 'refused',
      address: facts.address,
      requestId: facts.requestId,
      details: { method: 'password', throttledFromHere: isLastTry },
    }),
  )
