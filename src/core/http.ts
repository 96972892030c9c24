/** One outbound request as data: what a provider wants sent. Credentials are added by `authorize`, last. */
export interface HttpRequest {
  method: 'GET' | 'POST'
  /** Absolute URL at the provider's own public address. */
  url: string
  /** Lower-case names. */
  headers: Record<string, string>
  body?: string
}

export interface HttpResponse {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  /** At most the size cap of the outbound client; longer bodies are a failure. */
  body: string
}

/** Why no usable answer came. `blocked` never says what stands behind the address. */
export const httpFailures = [
  'dns',
  'refused',
  'reset',
  'tls',
  'timeout',
  'blocked',
  'redirect',
  'too_large',
  'bad_request',
] as const
export type HttpFailure = (typeof httpFailures)[number]

export type HttpResult = { ok: true; response: HttpResponse } | { ok: false; failure: HttpFailure }

/** A request that was sent and what came of it. */
export interface HttpExchange {
  /** The name that the provider gave this request, for example `models` or `token`. */
  step: string
  result: HttpResult
  latencyMs: number
}

/** The body as JSON, or undefined when it is not JSON. Never throws: parse errors quote their input. */
export function jsonBody(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.body)
  } catch {
    return undefined
  }
}
