import { createHmac } from 'node:crypto'
import type { AuditKey } from './audit-key'
import type { KeyRing } from './key-ring'

/** The ring's audit key as a signer. */
export const createAuditKey = ({ auditKey }: KeyRing): AuditKey => ({
  id: auditKey.id,
  sign: (text) => createHmac('sha256', auditKey.key.reveal()).update(text).digest('hex'),
})
