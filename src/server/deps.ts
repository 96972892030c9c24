import type { Logger } from 'pino'
import type { HttpExchange, HttpRequest } from '@/core/http'
import type { Env } from '@/env'
import type { Database } from './db/database'
import type { RateLimits } from './rate-limits'
import type { AuditKey } from './secrets/audit-key'
import type { Vault } from './secrets/vault'

/** The only way out: guarded against internal addresses, redirects, long bodies and slow answers. Never throws. */
export interface OutboundHttp {
  send(request: HttpRequest, options?: { timeoutMs?: number }): Promise<Omit<HttpExchange, 'step'>>
}

/** Everything a function of a slice may use besides its input. Built once at start; tests build their own. */
export interface Deps {
  env: Env
  log: Logger
  db: Database
  http: OutboundHttp
  vault: Vault
  auditKey: AuditKey
  rateLimits: RateLimits
  now(): Date
}
