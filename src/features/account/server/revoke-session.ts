import type { Person } from '@/core/actor'
import { AppError } from '@/core/errors'
import type { Deps } from '@/server/deps'
import { accountTransaction } from './account-transaction'
import { recordAccountEvent } from './record-account-event'
import { revokeSessions } from './session.repository'

/** Ends one of the person's own sessions; another person's reads like one that never was. */
export async function revokeSession(
  deps: Deps,
  person: Person,
  { id }: { id: string },
): Promise<{ revoked: number }> {
  return accountTransaction(deps, async (tx) => {
    const revoked = await revokeSessions(tx, person.userId, { id }, deps.now())
    if (revoked === 0) throw new AppError('NOT_FOUND', 'No such session; it may have ended already.')
    await recordAccountEvent(deps, tx, person, {
      event: 'session.revoked',
      object: { kind: 'session', id, name: id },
    })
    return { revoked }
  })
}
