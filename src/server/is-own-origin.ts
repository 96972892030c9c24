import type { IncomingHttpHeaders } from 'node:http'

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Whether a host name or `host:port` names this machine itself. */
export const isLoopbackHost = (host: string): boolean => loopbackNames.test(host.replace(/:\d+$/, ''))

/**
 * Whether a request that changes something comes from our own pages, or from a program that carries no cookie.
 * Against cross-site request forgery: a foreign page can make a browser send our cookie, but not our origin.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, appUrl: string): boolean {
  const { origin, cookie } = headers
  if (origin !== undefined) return origin === new URL(appUrl).origin || isSameLoopback(headers, appUrl)
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return cookie === undefined
}

/**
 * On a machine of one's own, other loopback names and forwarded ports reach us too. A foreign name that resolves to
 * loopback (DNS rebinding) does not pass: its Host is no loopback name.
 */
function isSameLoopback({ origin, host = '' }: IncomingHttpHeaders, appUrl: string): boolean {
  return isLoopbackHost(new URL(appUrl).host) && isLoopbackHost(host) && origin === `http://${host}`
}
