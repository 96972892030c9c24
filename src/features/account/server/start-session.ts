import { AppError } from '@/core/errors'
import { newId } from '@/core/ids'
import { createContext, type RequestFacts } from '@/server/api/context'
import { findPerson } from '@/server/auth/authenticate'
import { sessionAbsoluteMs, sessionIdleMs } from '@/server/auth/session-lifetime'
import type { SignedIn } from '@/server/auth/sign-in-doors'
import type { Deps } from '@/server/deps'
import { accountTransaction } from './account-transaction'
import { recordAccountEvent } from './record-account-event'
import { insertSession, revokeSessions } from './session.repository'
import { findUser } from './user.repository'

const maxUserAgent = 300

/** Opens the row that a browser's cookie names. The session that this browser had before ends. */
export async function startSession(
  deps: Deps,
  { userId, method, sessionId }: SignedIn,
  facts: RequestFacts,
): Promise<string> {
  if (sessionId) return sessionId
  const before = await findPerson(createContext(deps, facts))
  const now = deps.now()
  const id = newId('session')
  await accountTransaction(deps, async (tx) => {
    const user = await findUser(tx, userId)
    if (!user) throw new AppError('WRONG_CREDENTIALS', 'This account is gone.')
    if (before) await revokeSessions(tx, before.userId, { id: before.sessionId }, now)
    await insertSession(tx, {
      id,
      userId,
      method,
      issuer: method === 'password' ? null : method,
      address: facts.address,
      userAgent: (facts.userAgent ?? '').slice(0, maxUserAgent),
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: new Date(now.getTime() + sessionIdleMs),
      absoluteExpiresAt: new Date(now.getTime() + sessionAbsoluteMs),
    })
    const { address, requestId } = facts
    await recordAccountEvent(
      deps,
      tx,
      { userId, name: user.name, address, requestId },
      { event: 'user.signed_in', object: { kind: 'session', id, name: id }, details: { method } },
    )
  })
  return id
}
