import { setTimeout as pause } from 'node:timers/promises'
import type { HttpExchange, HttpRequest, HttpResult } from '@/core/http'
import type { Deps } from '@/server/deps'

export const checkDeadlineMs = 10_000
const maxRequests = 6
const retryPauseMs = 250

/** What one check may spend: ten seconds over all its requests, six requests, one second try. */
export interface CheckBudget {
  send(request: HttpRequest): Promise<Omit<HttpExchange, 'step'>>
  /** What has run out, if anything. */
  spent(): 'time' | 'requests' | null
}

export function startCheckBudget(http: Deps['http']): CheckBudget {
  const startedAt = performance.now()
  let requests = 0
  let hasRetried = false
  const remainingMs = () => Math.max(0, checkDeadlineMs - (performance.now() - startedAt))
  const spent = () => (remainingMs() < 1 ? 'time' : requests >= maxRequests ? 'requests' : null)
  const once = (request: HttpRequest) => {
    requests++
    return http.send(request, { timeoutMs: Math.ceil(remainingMs()) })
  }
  return {
    spent,
    async send(request) {
      const first = await once(request)
      if (hasRetried || !isPassing(first.result) || remainingMs() <= retryPauseMs || spent()) return first
      hasRetried = true
      await pause(retryPauseMs)
      return once(request)
    },
  }
}

const networkFailures = new Set(['dns', 'refused', 'reset', 'tls', 'timeout'])

/** A failure that may be gone a moment later. A refusal of ours (blocked, redirect, size) never is. */
const isPassing = (result: HttpResult): boolean =>
  result.ok ? result.response.status >= 500 : networkFailures.has(result.failure)
