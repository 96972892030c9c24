import { decrypt, encrypt, keyBytes } from './aes-gcm'
import type { KeyRing } from './key-ring'
import type { KeyWrapper } from './key-wrapper'

const ivBytes = 12
const wrappedBytes = ivBytes + keyBytes + 16

/** Wraps under the ring's active master key with AES-256-GCM: IV, ciphertext and tag in a row. */
export const createLocalKeyWrapper = (ring: KeyRing): KeyWrapper => ({
  async wrap(dataKey, associated) {
    const key = ring.masterKeys.get(ring.active)!.reveal()
    const { iv, ciphertext, tag } = encrypt(key, dataKey, associated)
    return { masterKeyId: ring.active, wrapped: Buffer.concat([iv, ciphertext, tag]) }
  },
  async unwrap({ masterKeyId, wrapped }, associated) {
    const key = ring.masterKeys.get(masterKeyId)?.reveal()
    if (key === undefined) throw new Error('No such master key')
    if (wrapped.length !== wrappedBytes) throw new Error('Malformed wrapped key')
    const iv = wrapped.subarray(0, ivBytes)
    const ciphertext = wrapped.subarray(ivBytes, ivBytes + keyBytes)
    const tag = wrapped.subarray(ivBytes + keyBytes)
    return decrypt(key, { iv, ciphertext, tag }, associated)
  },
})
