import type { Actor } from '@/core/actor'
import type { Credential, Provider } from '@/providers/provider'
import type { Deps } from '@/server/deps'
import { spendTest } from '@/server/rate-limits'
import { admitVerdict } from '../admit-verdict'
import type { AdmissionTerms } from '../admit-verdict'
import type { Status } from '../provider-key'
import { runCheck } from './run-check'
import type { CheckResult } from './run-check'
import { verdictError } from './verdict-error'

/** Tests a secret before it is stored; null for providers that are tested on demand only. */
export async function testSecret(
  deps: Deps,
  actor: Actor,
  provider: Provider,
  credential: Credential,
): Promise<CheckResult | null> {
  if (!provider.testedBeforeSaving) return null
  await spendTest(deps.rateLimits, actor)
  return runCheck(deps, { provider, credential, versionId: null })
}

/** The status with which a tested secret is stored. Throws KEY_REJECTED or KEY_NOT_CONFIRMED when it is not. */
export function statusAfterTest(
  provider: Provider,
  checked: CheckResult | null,
  ifUncertain: AdmissionTerms['ifUncertain'],
): Exclude<Status, 'deleted'> {
  if (!checked) return 'active'
  const admission = admitVerdict(checked.verdict, { trusted: !provider.testedBeforeSaving, ifUncertain })
  if (!admission.stored) throw verdictError(admission.code, checked.verdict, provider.name)
  return admission.status
}
