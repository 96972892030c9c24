import type { Finding } from '@/providers/verdict'
import type { Status } from './provider-key'

/** What a check means for a key that someone wants to store. */
export type Admission =
  | { stored: true; status: Exclude<Status, 'deleted'>; usable: boolean }
  | { stored: false; code: 'KEY_REJECTED' | 'KEY_NOT_CONFIRMED' }

export interface AdmissionTerms {
  /** Custom endpoints are stored whatever a test says. */
  trusted: boolean
  ifUncertain: 'reject' | 'saveInactive'
}

/** Whether the secret is fine but what stands beside it is not: deployment, model, organization. */
const areOptionsWrong = ({ outcome, reason }: Finding): boolean =>
  outcome === 'limited' && (reason === 'options_wrong' || reason === 'wrong_organization')

/** Whether the provider accepted the key together with its options. Says nothing of credit or permissions. */
const isAccepted = (finding: Finding): boolean =>
  (finding.outcome === 'valid' || finding.outcome === 'limited') && !areOptionsWrong(finding)

/** Stored or not, and how: the one place that decides it, for new keys and for new secrets. */
export function admitVerdict(finding: Finding, { trusted, ifUncertain }: AdmissionTerms): Admission {
  if (trusted) return { stored: true, status: 'active', usable: true }
  if (finding.outcome === 'invalid') return { stored: false, code: 'KEY_REJECTED' }
  if (isAccepted(finding)) return { stored: true, status: 'active', usable: finding.usable }
  return ifUncertain === 'saveInactive'
    ? { stored: true, status: 'inactive', usable: false }
    : { stored: false, code: 'KEY_NOT_CONFIRMED' }
}

/** Whether a stored key may be switched on: its settled verdict is good, or was before an outage. */
export const canActivate = (settled: Finding, trusted: boolean): boolean =>
  trusted || settled.usable || isAccepted(settled)
