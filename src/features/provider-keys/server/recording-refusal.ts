import { AppError } from '@/core/errors'
import type { Actor } from '@/core/actor'
import type { AuditEntry } from '@/features/audit-log/audit-event'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Deps } from '@/server/deps'
import { keyEvent } from './key-event'

/** Runs work that may be refused; a refusal is recorded in a transaction of its own, for the work's is rolled back. */
export async function recordingRefusal<T>(
  deps: Deps,
  actor: Actor,
  deed: { event: AuditEntry['event']; key?: { id: string; label: string }; details: AuditEntry['details'] },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) {
      const entry = keyEvent(actor, {
        ...deed,
        outcome: 'refused',
        details: { ...deed.details, code: error.code },
      })
      await deps.db.transaction(actor.organizationId, ({ tx }) =>
        recordAuditEvent(deps, tx, actor.organizationId, entry),
      )
    }
    throw error
  }
}
