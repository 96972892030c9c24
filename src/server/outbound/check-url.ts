import { isIP } from 'node:net'
import { isBlockedAddress } from './is-blocked-address'

export type CheckedUrl = { ok: true; url: URL } | { ok: false; failure: 'blocked' | 'bad_request' }

/** Where providers listen. Any other port is opened by an allow-list entry: it must not serve to scan ports. */
const openPorts: ReadonlySet<string> = new Set(['', '443', '8443'])
const internalNames: ReadonlySet<string> = new Set([
  'localhost',
  'metadata',
  'metadata.goog',
  'instance-data',
])
const internalSuffixes = ['.localhost', '.local', '.localdomain', '.internal', '.home.arpa']

/**
 * Decides by its text alone whether a URL may be requested; where its name leads is checked when connecting.
 * An origin for which `isAllowedOrigin` holds may be http, internal and on any port.
 */
export function checkUrl(text: string, isAllowedOrigin: (origin: string) => boolean): CheckedUrl {
  const url = parseStrictly(text)
  if (url === null) return { ok: false, failure: 'bad_request' }
  if (isAllowedOrigin(url.origin)) return { ok: true, url }
  const isOpen = url.protocol === 'https:' && openPorts.has(url.port) && !isInternalHost(url.hostname)
  return isOpen ? { ok: true, url } : { ok: false, failure: 'blocked' }
}

/** Refuses what parsers read differently: `\`, spaces and control characters, user information, fragments. */
function parseStrictly(text: string): URL | null {
  const hasTrick = /[\s\\#\p{Cc}]/u.test(text) || /^[^/?]*\/*[^/?]*@/.test(text)
  if (hasTrick || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

/** The URL parser has already turned decimal, octal, hex, short and full-width spellings into plain ones. */
function isInternalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return isBlockedAddress(host)
  // A trailing dot would slip past the name rules; a single label resolves inside the local search domain.
  if (!host.includes('.') || host.endsWith('.')) return true
  return internalNames.has(host) || internalSuffixes.some((suffix) => host.endsWith(suffix))
}
