import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { StartError } from '../start-error'
import { createKeyRing, parseKeyRing, printKeyRing } from './key-ring'

type Printed = {
  version: number
  active: string
  masterKeys: Record<string, string>
  fingerprintKey: { id: string; key: string }
  auditKey: { id: string; key: string }
}
const printed = (change: (ring: Printed) => unknown = () => undefined): string => {
  const ring = JSON.parse(printKeyRing(createKeyRing())) as Printed
  return JSON.stringify(change(ring) ?? ring)
}
const faultOf = (text: string): string => {
  try {
    parseKeyRing(text)
  } catch (error) {
    if (error instanceof StartError) return error.message
  }
  return 'none'
}

describe('a key ring', () => {
  it('is read back as it was written', () => {
    const ring = createKeyRing()
    const again = parseKeyRing(printKeyRing(ring))
    expect(printKeyRing(again)).toBe(printKeyRing(ring))
    expect(again.masterKeys.get('m1')?.reveal()).toEqual(ring.masterKeys.get('m1')?.reveal())
  })

  it('is new every time, and has a different key for each purpose', () => {
    const keys = [createKeyRing(), createKeyRing()].flatMap(
      (ring) => printKeyRing(ring).match(/[0-9a-f]{64}/g) ?? [],
    )
    expect(new Set(keys).size).toBe(6)
  })

  it('shows no key when it is printed, logged or turned into JSON by accident', () => {
    const ring = createKeyRing()
    const shown = [
      inspect(ring, { depth: 9, showHidden: true }),
      JSON.stringify(ring),
      JSON.stringify([...ring.masterKeys]),
      String(ring.auditKey.key),
    ].join()
    for (const key of printKeyRing(ring).match(/[0-9a-f]{64}/g) ?? []) expect(shown).not.toContain(key)
    expect(shown).not.toContain('Buffer')
  })

  it.each([
    ['an empty file', '', 'The key ring is empty. Restore it from your backup.'],
    ['blanks', ' \n', 'The key ring is empty. Restore it from your backup.'],
    [
      'a file cut short',
      printed().slice(0, 100),
      'The key ring is cut short or is not JSON. Restore it from your backup.',
    ],
    [
      'something else',
      'just a passphrase',
      'The key ring is cut short or is not JSON. Restore it from your backup.',
    ],
    ['a number', '5', 'The key ring is malformed at its top level. Restore it from your backup.'],
    [
      'another version',
      printed((ring) => ({ ...ring, version: 2 })),
      'The key ring is malformed at version. Restore it from your backup.',
    ],
    [
      'no audit key',
      printed((ring) => ({ ...ring, auditKey: undefined })),
      'The key ring is malformed at auditKey. Restore it from your backup.',
    ],
    [
      'a dot in an id',
      printed((ring) => ({ ...ring, active: 'm.1' })),
      'The key ring is malformed at active. Restore it from your backup.',
    ],
    [
      'no master keys',
      printed((ring) => ({ ...ring, masterKeys: {} })),
      'The key ring lacks its active master key "m1". Restore it from your backup.',
    ],
    [
      'an active key that is not there',
      printed((ring) => ({ ...ring, active: 'm2' })),
      'The key ring lacks its active master key "m2". Restore it from your backup.',
    ],
    [
      'an inherited name as active key',
      printed((ring) => ({ ...ring, active: 'constructor' })),
      'The key ring lacks its active master key "constructor". Restore it from your backup.',
    ],
  ])('%s is refused with one sentence', (_, text, message) => {
    expect(faultOf(text)).toBe(message)
  })

  it.each([
    ['short', 'ab'.repeat(31), 'has 62 hex digits; it needs 64'],
    ['AES-128', 'ab'.repeat(16), 'has 32 hex digits, which is AES-128; it needs 64'],
    ['a passphrase', 'open sesame', 'is not hexadecimal; a passphrase is not a key'],
    ['all zeros', '00'.repeat(32), 'follows a pattern, so it can be guessed'],
  ])('a key that is %s is refused wherever it stands, and not quoted', (_, key, weakness) => {
    const faults = [
      faultOf(printed((ring) => void (ring.masterKeys.m1 = key))),
      faultOf(printed((ring) => void (ring.fingerprintKey.key = key))),
      faultOf(printed((ring) => void (ring.auditKey.key = key))),
    ]
    expect(faults).toEqual(
      ['Master key "m1"', 'The fingerprint key', 'The audit key'].map(
        (name) => `${name} of the key ring ${weakness}. Make one with: openssl rand -hex 32`,
      ),
    )
    for (const fault of faults) expect(fault).not.toContain(key)
  })

  it('one key under two names is refused', () => {
    expect(faultOf(printed((ring) => void (ring.auditKey.key = ring.masterKeys.m1 ?? '')))).toContain(
      'one key under two names',
    )
    expect(
      faultOf(printed((ring) => void (ring.masterKeys.m2 = ring.masterKeys.m1?.toUpperCase() ?? ''))),
    ).toContain('one key under two names')
  })
})
