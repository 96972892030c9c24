import type { Person } from '@/core/actor'
import { AppError } from '@/core/errors'
import { newId } from '@/core/ids'
import type { IssuerProfile, SignedIn } from '@/server/auth/sign-in-doors'
import type { Deps } from '@/server/deps'
import { accountTransaction } from './account-transaction'
import { takeLinkPermit } from './link-permit'
import { recordAccountEvent } from './record-account-event'
import { insertAccount } from './user.repository'

/** Links an issuer to the account of a running session, which goes on. Uses the permit up. */
export async function linkIssuer(
  deps: Deps,
  person: Person,
  { issuer, subject }: IssuerProfile,
  linkedTo: string | null,
): Promise<SignedIn> {
  const { userId, sessionId } = person
  if (linkedTo !== null && linkedTo !== userId)
    throw new AppError('FORBIDDEN', 'This sign-in is linked to another account here.')
  await accountTransaction(deps, async (tx) => {
    if (!(await takeLinkPermit(tx, sessionId)) || linkedTo === userId) return
    await insertAccount(tx, { id: newId('account'), userId, provider: issuer, providerAccountId: subject })
    await recordAccountEvent(deps, tx, person, {
      event: 'user.account_linked',
      object: { kind: 'user', id: userId, name: person.name },
      details: { method: issuer },
    })
  })
  return { userId, method: issuer, sessionId }
}
