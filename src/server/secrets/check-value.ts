import { createHmac } from 'node:crypto'
import { StartError } from '../start-error'
import { decrypt, encrypt } from './aes-gcm'
import { canonicalJson } from './canonical-json'
import type { KeyRing, NamedKey } from './key-ring'
import { parseParts, printParts } from './sealed-text'

/** Name of the system fact that holds the check value. */
export const checkValueName = 'key_ring_check'
const associated = Buffer.from('latchkey/key-ring-check/v1')

/** A value that opens under this ring only. It also covers the fingerprint and audit keys, which seal nothing. */
export function sealCheckValue(ring: KeyRing): string {
  const key = ring.masterKeys.get(ring.active)!.reveal()
  const { iv, ciphertext, tag } = encrypt(key, Buffer.from(describe(ring)), associated)
  return printParts(ring.active, [iv, ciphertext, tag])
}

/** Whether a check value was sealed under this ring. Never throws. */
export function opensCheckValue(ring: KeyRing, text: string): boolean {
  const read = parseParts(text, 3)
  const key = read && ring.masterKeys.get(read.masterKeyId)?.reveal()
  if (!key) return false
  const [iv, ciphertext, tag] = read.parts as [Buffer, Buffer, Buffer]
  try {
    return decrypt(key, { iv, ciphertext, tag }, associated).toString() === describe(ring)
  } catch {
    return false
  }
}

/**
 * Throws a StartError when the ring is not the one that this database was sealed under. `checkValue` is null where
 * none is stored yet.
 */
export function requireOwnKeyRing(ring: KeyRing, checkValue: string | null, hasSealedRows: boolean): void {
  if (checkValue === null && hasSealedRows) {
    throw new StartError(
      'The database holds sealed secrets but not the check value of their key ring. Restore the whole database from your backup.',
    )
  }
  if (checkValue !== null && !opensCheckValue(ring, checkValue)) {
    throw new StartError(
      'The key ring belongs to another database. Restore the one this database was sealed under from your backup.',
    )
  }
}

const describe = ({ fingerprintKey, auditKey }: KeyRing): string =>
  canonicalJson({ fingerprint: proof(fingerprintKey), audit: proof(auditKey) })

const proof = ({ id, key }: NamedKey): string[] => [
  id,
  createHmac('sha256', key.reveal()).update(associated).digest('hex'),
]
