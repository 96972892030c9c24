/** How a check can end. `untested` is the state before the first check. */
export const outcomes = ['valid', 'limited', 'invalid', 'unreachable', 'inconclusive', 'untested'] as const
export type Outcome = (typeof outcomes)[number]

/** Why it ended so. A code: the words stand in `verdict-words.ts`, once for the API and the pages. */
export const reasons = [
  'accepted',
  'rate_limited',
  'models_not_listed',
  'chat_not_allowed',
  'billing',
  'trial_key',
  'wrong_organization',
  'address_not_allowed',
  'region',
  'permission',
  'api_not_enabled',
  'model_access',
  'options_wrong',
  'malformed',
  'wrong_provider',
  'admin_key',
  'rejected',
  'expired',
  'account_disabled',
  'key_auth_disabled',
  'no_answer',
  'blocked_address',
  'redirected',
  'not_the_api',
  'server_error',
  'clock',
  'keys_not_checked',
  'network_acl',
  'secret_unreadable',
  'not_tested',
] as const
export type Reason = (typeof reasons)[number]

/** What one check found. `usable`: a chat request with this key can be expected to work. */
export interface Finding {
  outcome: Outcome
  reason: Reason
  /** Facts for the words, for example `{ scope: 'api.model.read' }`. Never text that a provider sent. */
  params?: Record<string, string | number>
  usable: boolean
}

export const stageNames = ['reach', 'authenticate', 'permissions', 'models'] as const
export type StageName = (typeof stageNames)[number]

/** The four questions a check answers, in order; those after a failure are `skipped`. */
export interface Stage {
  name: StageName
  state: 'passed' | 'warned' | 'failed' | 'unknown' | 'skipped'
  latencyMs: number | null
}

/** A finished check: stored whole, and answered to whoever may see the key. */
export interface Verdict extends Required<Finding> {
  httpStatus: number | null
  /** The provider's id of the deciding request, for its support. */
  requestId: string | null
  latencyMs: number
  /** ISO 8601, UTC. */
  checkedAt: string
  stages: Stage[]
}

/** Whose fault a provider's error answer is. Serves checks now and routing later. */
export type ErrorClass =
  | 'credential'
  | 'permission'
  | 'billing'
  | 'rate'
  | 'options'
  | 'request'
  | 'region'
  | 'provider_down'
  | 'unknown'

/** A provider's error answer, understood. Its text is dropped: providers echo parts of keys and account ids. */
export interface ProviderError {
  class: ErrorClass
  reason: Reason
  params?: Record<string, string | number>
  /** Set where the class does not tell, for example a permission error that spares chat. */
  usable?: boolean
  retryAfterSeconds?: number
}
