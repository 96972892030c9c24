import type { HttpExchange, HttpFailure } from '@/core/http'
import type { CheckEnd } from './provider'
import type { ErrorClass, Finding, Outcome, ProviderError, Reason } from './verdict'

const byClass: Record<ErrorClass, { outcome: Outcome; usable: boolean }> = {
  credential: { outcome: 'invalid', usable: false },
  permission: { outcome: 'limited', usable: false },
  billing: { outcome: 'limited', usable: false },
  rate: { outcome: 'valid', usable: true },
  options: { outcome: 'limited', usable: false },
  request: { outcome: 'valid', usable: true },
  region: { outcome: 'unreachable', usable: false },
  provider_down: { outcome: 'inconclusive', usable: false },
  unknown: { outcome: 'inconclusive', usable: false },
}

const byReason: Partial<Record<Reason, Outcome>> = {
  trial_key: 'limited',
  network_acl: 'inconclusive',
  clock: 'inconclusive',
  key_auth_disabled: 'invalid',
  account_disabled: 'invalid',
}

const byFailure: Record<HttpFailure, Omit<Finding, 'usable'>> = {
  dns: { outcome: 'unreachable', reason: 'no_answer' },
  refused: { outcome: 'unreachable', reason: 'no_answer' },
  reset: { outcome: 'unreachable', reason: 'no_answer' },
  tls: { outcome: 'unreachable', reason: 'no_answer' },
  timeout: { outcome: 'unreachable', reason: 'no_answer' },
  // A wrong setting, not a silent host: "unreachable" would tell what stands behind an internal address.
  blocked: { outcome: 'invalid', reason: 'blocked_address' },
  redirect: { outcome: 'inconclusive', reason: 'redirected' },
  too_large: { outcome: 'inconclusive', reason: 'not_the_api' },
  bad_request: { outcome: 'invalid', reason: 'malformed' },
}

/** What an error answer says about the credential. */
export function findingOfError({
  class: errorClass,
  reason,
  params,
  usable,
  retryAfterSeconds,
}: ProviderError): Finding {
  const base = byClass[errorClass]
  return {
    outcome: byReason[reason] ?? base.outcome,
    reason,
    params: { ...params, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
    usable: usable ?? base.usable,
  }
}

/** What the lack of an answer says about the credential. */
export const findingOfFailure = (failure: HttpFailure): Finding => ({
  ...byFailure[failure],
  params: { failure },
  usable: false,
})

/** A 2xx answer that is not the API's. */
export const notTheApi: Finding = {
  outcome: 'inconclusive',
  reason: 'not_the_api',
  params: {},
  usable: false,
}

/** The key was accepted. */
export const accepted: Finding = { outcome: 'valid', reason: 'accepted', params: {}, usable: true }

/** The key was accepted, and these models were listed. */
export const acceptedWith = (models: string[]): CheckEnd => ({
  ...accepted,
  params: models.length > 0 ? { models: models.length } : {},
  models,
})

/** The newest exchange of a step: a retried step counts once, by its last answer. */
export const exchangeOf = (exchanges: readonly HttpExchange[], step: string): HttpExchange | undefined =>
  exchanges.findLast((exchange) => exchange.step === step)
