import { expect, test } from 'vitest'
import { createClientAddress } from './client-address'

const alone = createClientAddress([])
const behind = createClientAddress(['10.0.0.0/8', '192.0.2.1', 'fd00::/8'])

test('without trusted proxies the socket decides, whatever a client claims', () => {
  expect(alone('203.0.113.9', '127.0.0.1')).toBe('203.0.113.9')
  expect(alone('203.0.113.9', '127.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
})

test('a trusted proxy names its client', () => {
  expect(behind('10.1.2.3', '203.0.113.9')).toBe('203.0.113.9')
  expect(behind('fd00::5', '2001:db8::1')).toBe('2001:db8::1')
})

test('a forged entry before the real client is not believed', () => {
  expect(behind('10.1.2.3', '127.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
})

test('a chain of trusted proxies is followed to its far end', () => {
  expect(behind('10.1.2.3', '203.0.113.9, 192.0.2.1, 10.9.9.9')).toBe('203.0.113.9')
})

test('an entry that is no address ends the chain at the last hop known', () => {
  expect(behind('10.1.2.3', 'evil|script, 10.4.4.4')).toBe('10.4.4.4')
  expect(behind('10.1.2.3', undefined)).toBe('10.1.2.3')
})

test('an IPv4 address in IPv6 clothes is the same address', () => {
  expect(alone('::ffff:203.0.113.9', undefined)).toBe('203.0.113.9')
  expect(behind('::ffff:10.1.2.3', '::ffff:203.0.113.9')).toBe('203.0.113.9')
})
