import { describe, expect, it } from 'vitest'
import { createKeyRing, parseKeyRing, printKeyRing } from './key-ring'
import { retireMasterKey, rotateMasterKey } from './rotate-master-key'

describe('rotation of the master key', () => {
  it('adds a key that seals from now on and keeps the others', () => {
    const ring = createKeyRing()
    const next = rotateMasterKey(ring)
    expect(next.active).toBe('m2')
    expect([...next.masterKeys.keys()]).toEqual(['m1', 'm2'])
    expect(next.masterKeys.get('m1')).toBe(ring.masterKeys.get('m1'))
    expect([...ring.masterKeys.keys()]).toEqual(['m1'])
    expect(() => parseKeyRing(printKeyRing(next))).not.toThrow()
  })

  it('never gives an id a second time while its key is there', () => {
    const third = rotateMasterKey(rotateMasterKey(createKeyRing()))
    expect(rotateMasterKey(retireMasterKey(third, 'm1', 0)).active).toBe('m4')
  })

  it('retires a key that nothing needs', () => {
    const ring = retireMasterKey(rotateMasterKey(createKeyRing()), 'm1', 0)
    expect([...ring.masterKeys.keys()]).toEqual(['m2'])
  })

  it('refuses to retire a key that rows need, the active one, and one that is not there', () => {
    const ring = rotateMasterKey(createKeyRing())
    expect(() => retireMasterKey(ring, 'm1', 3)).toThrow('3 sealed rows need master key "m1".')
    expect(() => retireMasterKey(ring, 'm1', 1)).toThrow('1 sealed row needs master key "m1".')
    expect(() => retireMasterKey(ring, 'm2', 0)).toThrow('is the active one')
    expect(() => retireMasterKey(ring, 'm9', 0)).toThrow('holds no master key "m9"')
  })
})
