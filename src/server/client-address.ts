import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/**
 * Tells who the client is. `X-Forwarded-For` is believed from trusted proxies alone: anybody else could write an
 * address there, to escape a throttle or to pass for loopback.
 */
export function createClientAddress(
  trustedProxies: readonly string[],
): (socketAddress: string, forwardedFor: string | undefined) => string {
  const ranges = trustedProxies.map(toRange)
  const isTrusted = (address: string) => {
    const parsed = ipaddr.process(address)
    return ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))
  }

  return (socketAddress, forwardedFor) => {
    let address = canonical(socketAddress) ?? ''
    // From the nearest hop outwards; everything beyond the first untrusted one is hearsay.
    const hops = forwardedFor?.split(',').map((hop) => hop.trim()) ?? []
    while (address !== '' && isTrusted(address)) {
      const next = canonical(hops.pop() ?? '')
      if (next === null) break
      address = next
    }
    return address
  }
}

function toRange(entry: string): Range {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry)
  const address = ipaddr.process(entry)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** One spelling per address; IPv4 in IPv6 clothes counts as IPv4. Null when it is no address. */
function canonical(text: string): string | null {
  return ipaddr.isValid(text) ? ipaddr.process(text).toString() : null
}
