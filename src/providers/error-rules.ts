import { jsonBody } from '@/core/http'
import type { HttpResponse } from '@/core/http'
import type { ProviderError } from './verdict'

/** An error answer laid flat: every place in which some provider puts a code or a text. */
export interface ErrorFacts {
  status: number
  isJson: boolean
  isEmpty: boolean
  codes: readonly string[]
  text: string
}

/** One line of a provider's table: the first that fits decides. All given parts must fit. */
export interface ErrorRule {
  status?: number | readonly number[]
  code?: RegExp
  text?: RegExp
  /** An answer without a body. */
  empty?: true
  means: ProviderError
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const scalars = (values: unknown[]) =>
  values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String)

/** Reads status, codes and text out of any provider's error body: `error` may be an object or a bare text. */
export function errorFacts(response: HttpResponse): ErrorFacts {
  const parsed = jsonBody(response)
  const body = record(Array.isArray(parsed) ? parsed[0] : parsed)
  const error = record(body.error)
  const details = [...list(error.details), ...list(body.details)].map(record)
  return {
    status: response.status,
    isEmpty: response.body.trim() === '',
    isJson: typeof parsed === 'object' && parsed !== null,
    codes: scalars([
      ...[error.code, error.type, error.status, body.code, body.type, body.status, body.__type],
      ...[record(error.details).error_code, ...details.map((detail) => detail.reason)],
    ]),
    text: scalars([
      body.error,
      error.message,
      body.message,
      body.Message,
      body.detail,
      body.error_description,
    ]).join(' '),
  }
}

const fits = (rule: ErrorRule, facts: ErrorFacts): boolean =>
  (rule.status === undefined || [rule.status].flat().includes(facts.status)) &&
  (rule.code === undefined || facts.codes.some((code) => rule.code?.test(code))) &&
  (rule.text === undefined || rule.text.test(facts.text)) &&
  (rule.empty === undefined || facts.isEmpty)

const serverError = (status: number): ProviderError => ({
  class: 'provider_down',
  reason: 'server_error',
  params: { status },
})
const notTheApi: ProviderError = { class: 'unknown', reason: 'not_the_api' }

const byStatus: Partial<Record<number, ProviderError>> = {
  400: { class: 'request', reason: 'accepted' },
  401: { class: 'credential', reason: 'rejected' },
  402: { class: 'billing', reason: 'billing' },
  403: { class: 'permission', reason: 'permission' },
  408: serverError(408),
  413: { class: 'request', reason: 'accepted' },
  422: { class: 'request', reason: 'accepted' },
  424: serverError(424),
  429: { class: 'rate', reason: 'rate_limited' },
  498: serverError(498),
  499: serverError(499),
}

function byGenericRules({ status, isJson, codes, text }: ErrorFacts): ProviderError {
  if (status >= 500) return serverError(status)
  if (status >= 300 && status < 400) return { class: 'unknown', reason: 'redirected' }
  if (!isJson) return notTheApi
  if (status === 404) {
    const option = /deployment|model/i.exec([text, ...codes].join(' '))?.[0].toLowerCase()
    return option ? { class: 'options', reason: 'options_wrong', params: { option } } : notTheApi
  }
  return byStatus[status] ?? notTheApi
}

/** Whole seconds that the provider asks to wait; its milliseconds come first. */
export function retryAfterSeconds({ headers }: HttpResponse): number | undefined {
  const ms = Number(headers['retry-after-ms'] ?? NaN)
  if (ms >= 0) return Math.ceil(ms / 1000)
  const text = headers['retry-after']
  if (!text) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(text)
    ? Number(text)
    : (Date.parse(text) - Date.parse(headers.date ?? '')) / 1000
  return seconds >= 0 ? Math.ceil(seconds) : undefined
}

/** Understands an error answer: the provider's own lines first, then what holds for every HTTP API. */
export function readByRules(
  response: HttpResponse,
  rules: readonly ErrorRule[],
  facts = errorFacts(response),
): ProviderError {
  // A page of a proxy carries no code: its status is not the provider's, so no line of the provider may fit it.
  const isPage = !facts.isJson && !facts.isEmpty && facts.codes.length === 0
  const rule = isPage ? undefined : rules.find((line) => fits(line, facts))
  const error = rule?.means ?? byGenericRules(facts)
  const seconds = retryAfterSeconds(response)
  return seconds === undefined ? error : { ...error, retryAfterSeconds: seconds }
}
