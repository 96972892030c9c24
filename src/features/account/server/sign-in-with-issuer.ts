import { AppError } from '@/core/errors'
import { newId } from '@/core/ids'
import { createContext, type RequestFacts } from '@/server/api/context'
import { findPerson } from '@/server/auth/authenticate'
import type { IssuerProfile, SignedIn } from '@/server/auth/sign-in-doors'
import type { Deps } from '@/server/deps'
import { email as emailSchema } from '../schema'
import { accountTransaction } from './account-transaction'
import { isUniqueViolation } from './is-unique-violation'
import { linkIssuer } from './link-issuer'
import { hasLinkPermit } from './link-permit'
import { recordAccountEvent } from './record-account-event'
import { requireSetUp } from './set-up-state'
import { maySignUp } from './sign-up-rules'
import { findLinkedUserId, insertAccount, insertUser } from './user.repository'

/** Who an issuer's profile is here: the account it was linked to, one that asked to be linked just now, or a new one. */
export async function signInWithIssuer(
  deps: Deps,
  profile: IssuerProfile,
  facts: RequestFacts,
): Promise<SignedIn> {
  const { issuer } = profile
  const linkedTo = await findLinkedUserId(deps.db.prisma, profile)
  const person = await findPerson(createContext(deps, facts))
  if (person && (await hasLinkPermit(deps, person.sessionId, issuer)))
    return linkIssuer(deps, person, profile, linkedTo)
  if (linkedTo) return { userId: linkedTo, method: issuer }
  return { userId: await createUser(deps, profile, facts), method: issuer }
}

async function createUser(deps: Deps, profile: IssuerProfile, facts: RequestFacts): Promise<string> {
  const { issuer, subject, isEmailVerified } = profile
  const email = emailSchema.safeParse(profile.email).data
  if (!email) throw new AppError('BAD_REQUEST', 'This issuer did not tell your e-mail address.')
  if (!maySignUp(deps.env, { email, isEmailVerified }))
    throw new AppError('FORBIDDEN', 'Accounts are made by invitation here. Ask an owner or admin.')
  await requireSetUp(deps)
  const id = newId('user')
  const name = profile.name?.trim().slice(0, 80) || email.slice(0, email.indexOf('@'))
  try {
    await accountTransaction(deps, async (tx) => {
      await insertUser(tx, { id, email, name, ...(isEmailVerified && { emailVerified: deps.now() }) })
      await insertAccount(tx, {
        id: newId('account'),
        userId: id,
        provider: issuer,
        providerAccountId: subject,
      })
      const { address, requestId } = facts
      await recordAccountEvent(
        deps,
        tx,
        { userId: id, name, address, requestId },
        { event: 'user.signed_up', object: { kind: 'user', id, name }, details: { method: issuer } },
      )
    })
  } catch (error) {
    // Never matched by address: whoever controls an account at an issuer would control the one here.
    if (isUniqueViolation(error, 'User'))
      throw new AppError(
        'EMAIL_TAKEN',
        'An account has this e-mail address. Sign in to it, then link this issuer.',
      )
    throw error
  }
  return id
}
