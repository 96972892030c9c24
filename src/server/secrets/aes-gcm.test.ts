import { createCipheriv, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decrypt, encrypt } from './aes-gcm'

const key = randomBytes(32)
const aad = Buffer.from('bound')

describe('AES-256-GCM', () => {
  it('opens what it encrypted', () => {
    expect(decrypt(key, encrypt(key, Buffer.from('text'), aad), aad).toString()).toBe('text')
  })

  it('never uses an IV twice', () => {
    const ivs = Array.from({ length: 2_000 }, () => encrypt(key, aad, aad).iv.toString('hex'))
    expect(new Set(ivs).size).toBe(ivs.length)
  })

  it('refuses other associated data and another key', () => {
    const encrypted = encrypt(key, Buffer.from('text'), aad)
    expect(() => decrypt(key, encrypted, Buffer.from('Bound'))).toThrow()
    expect(() => decrypt(randomBytes(32), encrypted, aad)).toThrow()
  })

  it.each([0, 4, 8, 12, 15])('refuses a tag cut to %i bytes, which could be guessed', (length) => {
    const encrypted = encrypt(key, Buffer.from('text'), aad)
    expect(() => decrypt(key, { ...encrypted, tag: encrypted.tag.subarray(0, length) }, aad)).toThrow()
  })

  it('refuses an IV of another length, though its text is authentic', () => {
    const iv = randomBytes(16)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad)
    const ciphertext = Buffer.concat([cipher.update('text'), cipher.final()])
    expect(() => decrypt(key, { iv, ciphertext, tag: cipher.getAuthTag() }, aad)).toThrow(
      'Malformed ciphertext',
    )
  })

  it('refuses a key of 128 bits', () => {
    expect(() => encrypt(randomBytes(16), aad, aad)).toThrow()
  })
})
