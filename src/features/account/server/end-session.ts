import type { RequestFacts } from '@/server/api/context'
import type { Deps } from '@/server/deps'
import { accountTransaction } from './account-transaction'
import { recordAccountEvent } from './record-account-event'
import { revokeSessions } from './session.repository'
import { findUser } from './user.repository'

/** Signing out: the row ends, so a copy of the cookie is worth nothing. */
export async function endSession(
  deps: Deps,
  { userId, sessionId }: { userId: string; sessionId: string },
  { address, requestId }: RequestFacts,
): Promise<void> {
  await accountTransaction(deps, async (tx) => {
    const revoked = await revokeSessions(tx, userId, { id: sessionId }, deps.now())
    if (revoked === 0) return
    const name = (await findUser(tx, userId))?.name ?? 'unknown'
    await recordAccountEvent(
      deps,
      tx,
      { userId, name, address, requestId },
      { event: 'user.signed_out', object: { kind: 'session', id: sessionId, name: sessionId } },
    )
  })
}
