import { z } from 'zod'
import { jsonBody } from '@/core/http'
import type { HttpResponse } from '@/core/http'
import { errorFacts, readByRules } from './error-rules'
import type { ErrorFacts, ErrorRule } from './error-rules'
import type { ProviderError } from './verdict'

// Exceptions of the Bedrock SDK; the texts where AWS uses one exception for several causes, from public reports.
const errors: readonly ErrorRule[] = [
  { text: /signature expired|signature not yet current/i, means: { class: 'unknown', reason: 'clock' } },
  { code: /^(?:RequestExpired|IncompleteSignature)/, means: { class: 'unknown', reason: 'clock' } },
  { code: /^ExpiredToken/, means: { class: 'credential', reason: 'expired' } },
  {
    status: 403,
    text: /Authentication failed/i,
    means: { class: 'credential', reason: 'rejected', params: { scopedTo: 'region' } },
  },
  {
    status: 403,
    code: /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch)/,
    means: { class: 'credential', reason: 'rejected' },
  },
  { code: /^FTUFormNotFilled/, means: { class: 'permission', reason: 'model_access' } },
  { status: 403, text: /have access to the model/i, means: { class: 'permission', reason: 'model_access' } },
  { status: 400, text: /unsupported countries/i, means: { class: 'permission', reason: 'region' } },
  { code: /^(?:ServiceQuotaExceeded|Throttling)/, means: { class: 'rate', reason: 'rate_limited' } },
  { status: 424, means: { class: 'provider_down', reason: 'server_error' } },
  {
    status: 404,
    code: /^ResourceNotFound/,
    means: { class: 'options', reason: 'options_wrong', params: { option: 'model' } },
  },
]

const stsBody = z.object({ Error: z.object({ Code: z.string(), Message: z.string() }) })

/** STS nests its code; Bedrock names the exception in a header, as `Name:url`, and not always in the body. */
function factsOf(response: HttpResponse): ErrorFacts {
  const facts = errorFacts(response)
  const sts = stsBody.safeParse(jsonBody(response)).data?.Error
  const header = response.headers['x-amzn-errortype']?.split(':')[0]
  return {
    ...facts,
    codes: [...(header ? [header] : []), ...(sts ? [sts.Code] : []), ...facts.codes],
    text: sts ? `${facts.text} ${sts.Message}` : facts.text,
  }
}

/**
 * Understands an error of Bedrock or STS. Of the texts, which quote account ids and role names, only the name of a
 * missing action is kept.
 */
export function readBedrockError(response: HttpResponse, isLongTermKey: boolean): ProviderError {
  const facts = factsOf(response)
  // The same words for a cut key and for a good one whose user may not sign in with keys: the prefix tells them apart.
  if (response.status === 403 && /Invalid API Key format/i.test(facts.text))
    return isLongTermKey
      ? { class: 'permission', reason: 'permission', params: { permission: bearerAction } }
      : { class: 'credential', reason: 'rejected', params: { scopedTo: 'region' } }
  const error = readByRules(response, errors, facts)
  const action = /not authorized to perform: (bedrock:[A-Za-z]{3,40})/.exec(facts.text)?.[1]
  return error.reason === 'permission' && action ? { ...error, params: { permission: action } } : error
}

/** The right to call with an API key at all. */
export const bearerAction = 'bedrock:CallWithBearerToken'

/** Whether AWS could not verify the signature. */
export const isSignatureMismatch = (response: HttpResponse): boolean =>
  factsOf(response).codes.some((code) => /^(?:InvalidSignature|SignatureDoesNotMatch)/.test(code))

/** Whether AWS does not know the access key id: also its answer in a region that the account has not switched on. */
export const isUnknownClient = (response: HttpResponse): boolean =>
  factsOf(response).codes.some((code) => /^UnrecognizedClient/.test(code))
