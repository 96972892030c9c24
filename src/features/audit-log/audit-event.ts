/** What may be recorded. Past tense, `object.deed`. */
export const auditEvents = [
  'installation.set_up',
  'user.signed_in',
  'user.sign_in_failed',
  'user.signed_out',
  'user.signed_out_everywhere',
  'user.signed_up',
  'user.updated',
  'user.password_changed',
  'user.account_linked',
  'session.revoked',
  'organization.created',
  'organization.updated',
  'provider_key.created',
  'provider_key.create_failed',
  'provider_key.draft_tested',
  'provider_key.tested',
  'provider_key.updated',
  'provider_key.activated',
  'provider_key.deactivated',
  'provider_key.secret_replaced',
  'provider_key.replace_failed',
  'provider_key.deleted',
] as const
export type AuditEventName = (typeof auditEvents)[number]

/** The chain of events outside any organization: sign-ins and set-up. */
export const systemChain = 'system'

/** One event to record. Everything here is shown to admins: no secret, and no text that a provider sent. */
export interface AuditEntry {
  event: AuditEventName
  actor: { kind: 'user' | 'system' | 'anonymous'; id: string | null; name: string }
  object?: { kind: 'provider_key' | 'organization' | 'user' | 'session'; id: string; name: string }
  outcome: 'ok' | 'refused' | 'failed'
  address?: string
  requestId?: string
  details?: Record<string, string | number | boolean | null | string[]>
}
