import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from './is-own-origin'

/**
 * Where to send a page request that came under another name than ours; null when it may stay. Cookies and sign-in
 * belong to one name, and a foreign name that resolves to this machine gets no page (DNS rebinding).
 */
export function otherName(req: IncomingMessage, appUrl: string): string | null {
  if (req.method !== 'GET' && req.method !== 'HEAD') return null
  const app = new URL(appUrl)
  const host = req.headers.host?.toLowerCase() ?? ''
  if (host === app.host || isForwardedPort(host, app)) return null
  return app.origin + (req.url ?? '/')
}

/** Under another loopback port stands a tunnel or a container, behind which our own address may lead nowhere. */
function isForwardedPort(host: string, app: URL): boolean {
  return isLoopbackHost(app.host) && isLoopbackHost(host) && portOf(host) !== (app.port || '80')
}

const portOf = (host: string): string => /:(\d+)$/.exec(host)?.[1] ?? '80'
