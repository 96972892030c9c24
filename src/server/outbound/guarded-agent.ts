import dns from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { isBlockedAddress } from './is-blocked-address'

export interface GuardOptions {
  /** Origins that may stand at internal addresses. */
  isAllowedOrigin(origin: string): boolean
  /** Name resolution, asked for all addresses of a name. */
  lookup?: typeof dns.lookup
  /** Certificate authorities to trust instead of the platform's, as PEM. */
  ca?: string
  connectTimeoutMs?: number
}

/** Stands for every refusal to connect; says nothing about what is behind the address. */
class BlockedAddressError extends Error {
  readonly code = 'EBLOCKED'

  constructor() {
    super('Blocked address')
  }
}

/** An agent that connects to public addresses only, and to the allowed origins wherever they are. */
export const createGuardedAgent = (options: GuardOptions): Agent =>
  new Agent({ connect: createGuardedConnector(options), connections: 64 })

/**
 * The address is checked three times, always before a byte of ours is sent: a literal before connecting (lookup
 * is not asked for literals), a name's addresses as they are resolved, and the peer of the open socket before TLS.
 */
export function createGuardedConnector(
  { isAllowedOrigin, lookup = dns.lookup, ca, connectTimeoutMs: timeout = 5_000 }: GuardOptions,
  build = buildConnector,
): buildConnector.connector {
  const openAnywhere = build({ timeout, lookup: lookup as LookupFunction })
  const openPublic = build({ timeout, lookup: publicLookup(lookup) })
  const secure = build({ timeout, ca })
  return (target, callback) => {
    const isAllowed = isAllowedOrigin(new URL(`${target.protocol}//${target.host ?? target.hostname}`).origin)
    const isRefused = (address: string) => !isAllowed && isBlockedAddress(address)
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && isRefused(host)) return callback(new BlockedAddressError(), null)

    const isSecure = target.protocol === 'https:'
    const port = target.port || (isSecure ? '443' : '80')
    const open = isAllowed ? openAnywhere : openPublic
    open({ ...target, protocol: 'http:', port }, (error, socket) => {
      if (error !== null) return callback(error, null)
      if (isRefused(socket.remoteAddress ?? '')) {
        socket.destroy()
        return callback(new BlockedAddressError(), null)
      }
      if (isSecure) secure({ ...target, port, httpSocket: socket }, callback)
      else callback(null, socket)
    })
  }
}

/**
 * Resolves a name and refuses it when any of its addresses is blocked. What is returned is the list that was
 * checked, so that a name which answers differently next time (DNS rebinding) gains nothing.
 */
const publicLookup =
  (lookup: typeof dns.lookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, answer) => {
      if (error !== null) return callback(error, [])
      const addresses = answer.map(({ address, family }) => ({ address, family }))
      const [first] = addresses
      if (first === undefined || addresses.some(({ address }) => isBlockedAddress(address))) {
        return callback(new BlockedAddressError(), [])
      }
      if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
