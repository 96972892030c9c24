import type { Person } from '@/core/actor'
import { systemChain, type AuditEntry } from '@/features/audit-log/audit-event'
import { recordAuditEvent } from '@/features/audit-log/server/record-audit-event'
import type { Tenant } from '@/server/db/database'
import type { Deps } from '@/server/deps'

type Rest = Pick<AuditEntry, 'event'> & Partial<Pick<AuditEntry, 'object' | 'details' | 'outcome'>>

/** Records a person's deed about their own account on the system chain. Last in its transaction. */
export const recordAccountEvent = (
  deps: Pick<Deps, 'auditKey' | 'now'>,
  tx: Tenant['tx'],
  { userId, name, address, requestId }: Omit<Person, 'sessionId'>,
  entry: Rest,
): Promise<void> =>
  recordAuditEvent(deps, tx, systemChain, {
    actor: { kind: 'user', id: userId, name },
    outcome: 'ok',
    address,
    requestId,
    ...entry,
  })
