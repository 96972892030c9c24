import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlockedAddress } from './is-blocked-address'

const blocked = {
  loopback: ['127.0.0.1', '127.0.0.53', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'],
  'this host': ['0.0.0.0', '0.1.2.3', '::'],
  private: ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255'],
  'link-local': ['169.254.0.1', '169.254.169.254', '169.254.170.2', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  'carrier-grade NAT': ['100.64.0.1', '100.100.100.200', '100.127.255.255'],
  'unique local': ['fc00::1', 'fd00:ec2::254', 'fd20:ce::254', 'fdff:ffff::1', 'fec0::1'],
  'platform channel': ['168.63.129.16', '::ffff:168.63.129.16', '::ffff:a83f:8110'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  'broadcast and reserved': ['255.255.255.255', '240.0.0.1', '192.0.0.1', '192.0.0.192', '192.88.99.1'],
  documentation: ['192.0.2.1', '198.51.100.7', '203.0.113.9', '2001:db8::1', '3fff::1'],
  benchmarking: ['198.18.0.1', '198.19.255.255', '2001:2::1'],
  'IPv4-mapped': [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::FFFF:169.254.169.254',
    '0:0:0:0:0:ffff:c0a8:1',
  ],
  'IPv4-compatible': ['::127.0.0.1', '::7f00:1', '::10.0.0.1', '::8.8.8.8'],
  NAT64: [
    '64:ff9b::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '64:ff9b:1:ffff::10.0.0.1',
  ],
  '6to4, Teredo and ISATAP': [
    '2002:7f00:1::',
    '2002:a9fe:a9fe::1',
    '2001::1',
    '2a00:1450::5efe:10.0.0.1',
    '2a00:1450::200:5efe:7f00:1',
  ],
  'translated and discarded': [
    '::ffff:0:127.0.0.1',
    '100::1',
    '5f00::1',
    '4000::1',
    '2001:10::1',
    '2001:20::1',
  ],
  'decimal, octal, hexadecimal, short': [
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '127.1',
    '127.0.1',
    '0',
    '010.8.8.8',
    '08.8.8.8',
  ],
  'not an address': [
    '',
    ' ',
    '127.0.0.1 ',
    '１２７.0.0.1',
    '127。0。0。1',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '[::1]',
    '::1]',
    ':::',
    '8.8.8.8/8',
    '8.8.8.8:53',
    'undefined',
  ],
}

describe('isBlockedAddress', () => {
  for (const [kind, addresses] of Object.entries(blocked)) {
    it.each(addresses)(`refuses ${kind}: %j`, (address) => {
      expect(isBlockedAddress(address)).toBe(true)
    })
  }

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '168.63.129.15',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001::200e',
    '2620:1ec::1',
    '::ffff:8.8.8.8',
  ])('lets the public address %s through', (address) => {
    expect(isBlockedAddress(address)).toBe(false)
  })

  it('knows more than sixty spellings', () => {
    expect(Object.values(blocked).flat().length).toBeGreaterThan(60)
  })

  it('gives a mapped address the same answer as the IPv4 address in it', () => {
    fc.assert(
      fc.property(
        fc.ipV4(),
        (address) => isBlockedAddress(`::ffff:${address}`) === isBlockedAddress(address),
      ),
    )
  })

  it('refuses every IPv6 address outside 2000::/3', () => {
    const outside = fc
      .ipV6()
      .filter((address) => !/^[23][0-9a-f]{3}:/i.test(address) && !/ffff/i.test(address))
    fc.assert(fc.property(outside, (address) => isBlockedAddress(address)))
  })

  it('answers any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isBlockedAddress(text) === 'boolean'))
  })
})
