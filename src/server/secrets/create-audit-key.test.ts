import { expect, it } from 'vitest'
import { createAuditKey } from './create-audit-key'
import { createKeyRing } from './key-ring'

it('signs the same text alike under one ring, and otherwise under another', () => {
  const ring = createKeyRing()
  const { id, sign } = createAuditKey(ring)
  expect(id).toBe('a1')
  expect(sign('event')).toMatch(/^[0-9a-f]{64}$/)
  expect(sign('event')).toBe(createAuditKey(ring).sign('event'))
  expect(sign('event')).not.toBe(sign('Event'))
  expect(sign('event')).not.toBe(createAuditKey(createKeyRing()).sign('event'))
})
