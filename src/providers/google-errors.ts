import type { HttpResponse } from '@/core/http'
import { readByRules } from './error-rules'
import type { ErrorRule } from './error-rules'
import type { ProviderError } from './verdict'

const keyKind: ProviderError = { class: 'unknown', reason: 'api_not_enabled' }
const notEnabled: ProviderError = { class: 'permission', reason: 'api_not_enabled' }

// Reasons of google.rpc.ErrorInfo; where a line has none, public reports gave the wording.
const apiErrors: readonly ErrorRule[] = [
  { status: 400, text: /API key expired/i, means: { class: 'credential', reason: 'expired' } },
  { status: 400, text: /API key not valid/i, means: { class: 'credential', reason: 'rejected' } },
  { code: /^API_KEY_INVALID$/, means: { class: 'credential', reason: 'rejected' } },
  // The key may be good, but keys of this kind are not taken on this path.
  { status: 401, code: /^(?:CREDENTIALS_MISSING|ACCESS_TOKEN_TYPE_UNSUPPORTED)$/, means: keyKind },
  { status: 401, text: /API keys are not supported/i, means: keyKind },
  { code: /^(?:SERVICE_DISABLED|API_KEY_SERVICE_BLOCKED)$/, means: notEnabled },
  {
    code: /^API_KEY_(?:IP_ADDRESS|HTTP_REFERRER)_BLOCKED$/,
    means: { class: 'permission', reason: 'address_not_allowed' },
  },
  { code: /^BILLING_DISABLED$/, means: { class: 'billing', reason: 'billing' } },
  {
    status: 403,
    code: /^IAM_PERMISSION_DENIED$/,
    means: {
      class: 'permission',
      reason: 'permission',
      params: { permission: 'aiplatform.endpoints.predict' },
    },
  },
  { status: 400, text: /location is not supported/i, means: { class: 'region', reason: 'region' } },
  { status: 404, code: /^NOT_FOUND$/, means: { class: 'options', reason: 'options_wrong' } },
]

const tokenErrors: readonly ErrorRule[] = [
  { status: 400, text: /invalid_grant.*short-lived token/is, means: { class: 'unknown', reason: 'clock' } },
  {
    status: [400, 401],
    text: /invalid_(?:grant|client)|unauthorized_client/,
    means: { class: 'credential', reason: 'rejected' },
  },
  // Nothing was authenticated yet, so the other errors say nothing about the key.
  { status: 429, means: { class: 'rate', reason: 'rate_limited', usable: false } },
  { status: [400, 403, 404], means: { class: 'unknown', reason: 'not_the_api' } },
]

/** Understands an error of Vertex AI itself; `option` is what a 404 is about. */
export function readVertexError(response: HttpResponse, option: string): ProviderError {
  const error = readByRules(response, apiErrors)
  return error.class === 'options' ? { ...error, params: { option } } : error
}

/** Understands an error of the token endpoint. */
export const readGoogleTokenError = (response: HttpResponse): ProviderError =>
  readByRules(response, tokenErrors)
