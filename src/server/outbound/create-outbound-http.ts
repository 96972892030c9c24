import type dns from 'node:dns'
import { fetch, ProxyAgent } from 'undici'
import type { HttpRequest, HttpResult } from '@/core/http'
import type { OutboundHttp } from '../deps'
import { checkUrl } from './check-url'
import { classifyFailure } from './classify-failure'
import { createGuardedAgent } from './guarded-agent'
import { isSendableRequest } from './is-sendable-request'
import { parseOrigin } from './parse-origin'
import { readBody } from './read-body'
import { createOriginRewrite, type OriginRule } from './rewrite-origin'

export interface OutboundOptions {
  /** Exact origins that may be internal, http, and on any port. */
  allow?: readonly string[]
  providerOrigins?: readonly OriginRule[]
  /**
   * An http(s) proxy for everything but the allowed and rewritten origins. The proxy then resolves names, so only
   * addresses written in a URL are checked here: it must refuse internal addresses itself.
   */
  proxy?: string
  /** For a whole exchange, body included, unless `send` is told otherwise. */
  timeoutMs?: number
  maxBodyBytes?: number
  lookup?: typeof dns.lookup
  /** Certificate authorities to trust instead of the platform's, as PEM. */
  ca?: string
}

export interface ClosableOutboundHttp extends OutboundHttp {
  close(): Promise<void>
}

// Lists of models are long: that of a Bedrock region passes 64 KiB, that of Together AI several hundred.
const maxListBytes = 1024 * 1024

/** Builds the client for every call to the outside. Throws with one sentence when an option is malformed. */
export function createOutboundHttp(options: OutboundOptions = {}): ClosableOutboundHttp {
  const { timeoutMs: defaultTimeoutMs = 10_000, maxBodyBytes = maxListBytes } = options
  const allowed = new Set((options.allow ?? []).map(requireOrigin))
  const origins = createOriginRewrite(options.providerOrigins ?? [])
  const isTrusted = (origin: string) => allowed.has(origin) || origins.targets.has(origin)
  const direct = createGuardedAgent({ isAllowedOrigin: isTrusted, lookup: options.lookup, ca: options.ca })
  const proxied = options.proxy === undefined ? direct : createProxy(options.proxy, options.ca)

  async function attempt(request: HttpRequest, timeoutMs: number): Promise<HttpResult> {
    const checked = checkUrl(request.url, (origin) => allowed.has(origin))
    if (!checked.ok) return checked
    if (!isSendableRequest(request)) return { ok: false, failure: 'bad_request' }
    const url = origins.rewrite(checked.url)
    const { method, body } = request
    const response = await fetch(url, {
      method,
      body,
      headers: { 'user-agent': 'latchkey', ...request.headers },
      redirect: 'manual',
      dispatcher: isTrusted(url.origin) ? direct : proxied,
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      return { ok: false, failure: 'redirect' }
    }
    const text = await readBody(response, maxBodyBytes)
    if (text === null) return { ok: false, failure: 'too_large' }
    return {
      ok: true,
      response: { status: response.status, headers: Object.fromEntries(response.headers), body: text },
    }
  }

  return {
    async send(request, { timeoutMs = defaultTimeoutMs } = {}) {
      const startedAt = performance.now()
      const result = await attempt(request, timeoutMs).catch((error: unknown): HttpResult => ({
        ok: false,
        failure: classifyFailure(error),
      }))
      return { result, latencyMs: Math.round(performance.now() - startedAt) }
    },
    async close() {
      await Promise.all([direct.destroy(), proxied === direct ? undefined : proxied.destroy()])
    },
  }
}

function requireOrigin(text: string): string {
  const origin = parseOrigin(text)
  if (origin === null)
    throw new Error(`"${text}" is not an exact origin; write one like https://llm.example.com:8443`)
  return origin
}

function createProxy(proxy: string, ca: string | undefined): ProxyAgent {
  const isProxy = URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)
  // Not quoted: the address of a proxy may carry a password.
  if (!isProxy) throw new Error('The outbound proxy is not an http or https address')
  return new ProxyAgent({ uri: proxy, requestTls: ca === undefined ? undefined : { ca } })
}
