import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const globalIPv6 = ipaddr.IPv6.parseCIDR('2000::/3')
// Azure's platform channel hands out credentials from an address that is publicly routed by its range.
// https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
const internalDespiteRange = new Set(['168.63.129.16'])

/**
 * Whether an address must not be reached on behalf of a person: anything but ordinary public unicast, and every
 * text that is not an address in its standard spelling (`0177.0.0.1` means different hosts to different parsers).
 */
export function isBlockedAddress(text: string): boolean {
  // ipaddr.js reads `::8.8.8.8` as if it were mapped; the system would not.
  if (isIP(text) === 0 || text.includes('%') || /^::\d+\./.test(text)) return true
  const address = ipaddr.parse(text)
  if (address instanceof ipaddr.IPv4) return isBlockedIPv4(address)
  if (address.isIPv4MappedAddress()) return isBlockedIPv4(address.toIPv4Address())
  // ipaddr.js calls `::7f00:1` unicast; outside 2000::/3 nothing is public, NAT64 included.
  return !address.match(globalIPv6) || address.range() !== 'unicast' || isIsatap(address)
}

const isBlockedIPv4 = (address: ipaddr.IPv4): boolean =>
  address.range() !== 'unicast' || internalDespiteRange.has(address.toString())

/** RFC 5214: the last 32 bits are an IPv4 address behind a tunnel, whatever the prefix says. */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean => parts[5] === 0x5efe && (parts[4]! & 0xfdff) === 0
