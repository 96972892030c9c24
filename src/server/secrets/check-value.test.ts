import { describe, expect, it } from 'vitest'
import { StartError } from '../start-error'
import { opensCheckValue, requireOwnKeyRing, sealCheckValue } from './check-value'
import { createKeyRing } from './key-ring'
import { retireMasterKey, rotateMasterKey } from './rotate-master-key'

describe('the check value', () => {
  const ring = createKeyRing()

  it('opens under its own ring, also after a rotation', () => {
    const value = sealCheckValue(ring)
    expect(value).toMatch(/^v1\.m1\./)
    expect(opensCheckValue(ring, value)).toBe(true)
    expect(opensCheckValue(rotateMasterKey(ring), value)).toBe(true)
  })

  it('does not open under another ring, or one that lost its master key', () => {
    const value = sealCheckValue(ring)
    expect(opensCheckValue(createKeyRing(), value)).toBe(false)
    expect(opensCheckValue(retireMasterKey(rotateMasterKey(ring), 'm1', 0), value)).toBe(false)
  })

  it('tells a ring whose audit or fingerprint key was exchanged', () => {
    const value = sealCheckValue(ring)
    const other = createKeyRing()
    expect(opensCheckValue({ ...ring, auditKey: other.auditKey }, value)).toBe(false)
    expect(opensCheckValue({ ...ring, fingerprintKey: other.fingerprintKey }, value)).toBe(false)
    expect(opensCheckValue({ ...ring, auditKey: { ...ring.auditKey, id: 'a2' } }, value)).toBe(false)
  })

  it('answers any text without throwing', () => {
    const value = sealCheckValue(ring)
    for (const text of [
      '',
      'v1',
      'v1.m1',
      'v1.m1...',
      'v1.constructor.a.b.c',
      `${value}A`,
      value.slice(0, -1),
      value.replace('v1', 'v2'),
    ]) {
      expect(opensCheckValue(ring, text)).toBe(false)
    }
  })

  it('a foreign ring ends the start, a new database does not', () => {
    expect(() => requireOwnKeyRing(createKeyRing(), sealCheckValue(ring), false)).toThrow(StartError)
    expect(() => requireOwnKeyRing(ring, null, true)).toThrow('holds sealed secrets but not the check value')
    expect(() => requireOwnKeyRing(ring, null, false)).not.toThrow()
    expect(() => requireOwnKeyRing(ring, sealCheckValue(ring), true)).not.toThrow()
  })
})
