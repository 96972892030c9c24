import type { Actor } from '@/core/actor'
import type { Verdict } from '@/providers/verdict'
import type { AuditEntry, AuditEventName } from '@/features/audit-log/audit-event'

/** Who did it: a person, or Latchkey itself. */
export type Doer = Actor | 'system'

interface Deed {
  event: AuditEventName
  outcome?: AuditEntry['outcome']
  /** Absent for what never became a key. */
  key?: { id: string; label: string }
  details?: AuditEntry['details']
}

/** An audit entry about a key. */
export const keyEvent = (by: Doer, { event, outcome = 'ok', key, details }: Deed): AuditEntry => ({
  event,
  outcome,
  ...doer(by),
  ...(key && { object: { kind: 'provider_key', id: key.id, name: key.label } }),
  details,
})

const doer = (by: Doer): Pick<AuditEntry, 'actor' | 'address' | 'requestId'> =>
  by === 'system'
    ? { actor: { kind: 'system', id: null, name: 'Latchkey' } }
    : {
        actor: { kind: 'user', id: by.userId, name: by.name },
        address: by.address,
        requestId: by.requestId,
      }

/** What of a verdict goes into the log: codes of ours and the status, no text of the provider. */
export const verdictFacts = ({ outcome, reason, httpStatus }: Verdict) => ({ outcome, reason, httpStatus })
