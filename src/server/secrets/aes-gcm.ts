import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export const keyBytes = 32
const ivBytes = 12
const tagBytes = 16

export interface Encrypted {
  iv: Buffer
  ciphertext: Buffer
  tag: Buffer
}

/** AES-256-GCM under a fresh random IV of 96 bits. */
export function encrypt(key: Buffer, plaintext: Buffer, associated: Buffer): Encrypted {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(associated)
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return { iv, ciphertext, tag: cipher.getAuthTag() }
}

/** Throws when key, text, tag or associated data differ in one bit, or the tag was shortened. */
export function decrypt(key: Buffer, { iv, ciphertext, tag }: Encrypted, associated: Buffer): Buffer {
  // GCM takes IVs of any length, and a short tag can be guessed: only the one form that `encrypt` writes opens.
  if (iv.length !== ivBytes || tag.length !== tagBytes) throw new Error('Malformed ciphertext')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(associated)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()])
}
