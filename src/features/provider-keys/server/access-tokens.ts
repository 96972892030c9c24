import type { HttpExchange, HttpResponse } from '@/core/http'
import { jsonBody } from '@/core/http'

/**
 * Answers of token endpoints, per version of a key. A check reuses one only for a minute: an older one would vouch
 * for a key that was revoked since.
 */
const reusedForMs = 60_000
const maxKept = 500
const kept = new Map<string, { exchange: HttpExchange; at: number }>()

export function findTokenExchange(versionId: string, now: Date): HttpExchange | null {
  const found = kept.get(versionId)
  if (found && now.getTime() - found.at < reusedForMs) return found.exchange
  kept.delete(versionId)
  return null
}

export function keepTokenExchange(versionId: string, exchange: HttpExchange, now: Date): void {
  kept.set(versionId, { exchange, at: now.getTime() })
  const [oldest] = kept.keys()
  if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
}

/** The access token in the answer of an OAuth token endpoint, or undefined. */
export function accessTokenIn(response: HttpResponse): string | undefined {
  const body = jsonBody(response)
  const token: unknown =
    typeof body === 'object' && body !== null && 'access_token' in body ? body.access_token : undefined
  return response.status === 200 && typeof token === 'string' && token !== '' ? token : undefined
}
