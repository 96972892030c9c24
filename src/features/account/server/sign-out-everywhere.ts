import type { Person } from '@/core/actor'
import type { Deps } from '@/server/deps'
import { accountTransaction } from './account-transaction'
import { recordAccountEvent } from './record-account-event'
import { revokeSessions } from './session.repository'

/** Ends every session of the person, this one too. */
export async function signOutEverywhere(deps: Deps, person: Person): Promise<{ revoked: number }> {
  return accountTransaction(deps, async (tx) => {
    const revoked = await revokeSessions(tx, person.userId, {}, deps.now())
    await recordAccountEvent(deps, tx, person, {
      event: 'user.signed_out_everywhere',
      object: { kind: 'user', id: person.userId, name: person.name },
      details: { revokedSessions: revoked },
    })
    return { revoked }
  })
}
