import { jsonBody } from '@/core/http'
import type { HttpRequest, HttpResponse } from '@/core/http'
import { readByRules } from './error-rules'
import type { ErrorRule } from './error-rules'
import type { ProviderError } from './verdict'

const sharedErrors: readonly ErrorRule[] = [
  {
    code: /^(?:insufficient_quota|billing_not_active|credit_balance_exhausted)$|_(?:spend|usage)_limit_exceeded$/,
    means: { class: 'billing', reason: 'billing' },
  },
  { code: /^unsupported_country/, means: { class: 'region', reason: 'region' } },
  { status: 401, text: /(?<!\bor )\bexpired\b/i, means: { class: 'credential', reason: 'expired' } },
]

/** Understands an error answer of an OpenAI-like API: the provider's own lines first. */
export const readOpenAiError = (response: HttpResponse, errors: readonly ErrorRule[]): ProviderError =>
  readByRules(response, [...errors, ...sharedErrors])

/** A GET that wants JSON. */
export const getRequest = (url: string): HttpRequest => ({
  method: 'GET',
  url,
  headers: { accept: 'application/json' },
})

/** A POST of JSON that wants JSON. */
export const postRequest = (url: string, body: unknown): HttpRequest => ({
  method: 'POST',
  url,
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** The smallest chat request under an API address; `body` names the model and the limit. */
export const chatRequest = (apiUrl: string, body: Record<string, unknown>): HttpRequest =>
  postRequest(`${apiUrl}/chat/completions`, { messages: [{ role: 'user', content: 'a' }], ...body })

/** Adds the headers that hold a value. */
export const withHeaders = (
  request: HttpRequest,
  headers: Record<string, string | undefined>,
): HttpRequest => ({
  ...request,
  headers: {
    ...request.headers,
    ...Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => !!entry[1])),
  },
})

/** Whether a status is 2xx. */
export const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status < 300

/** The body where it is a JSON object without an error in it, otherwise null. */
export function plainObject(response: HttpResponse): Record<string, unknown> | null {
  const body = jsonBody(response)
  const isPlain = typeof body === 'object' && body !== null && !Array.isArray(body) && !('error' in body)
  return isPlain ? (body as Record<string, unknown>) : null
}

/** Whether an answer is a chat completion. */
export const isChatAnswer = (response: HttpResponse): boolean => Array.isArray(plainObject(response)?.choices)
