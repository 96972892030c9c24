import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findKeyWeakness } from './find-key-weakness'

const bytes = (make: (i: number) => number) =>
  Buffer.from(Array.from({ length: 32 }, (_, i) => make(i) & 0xff)).toString('hex')

describe('findKeyWeakness', () => {
  it('finds nothing in 10,000 random keys, in either case', () => {
    for (let i = 0; i < 10_000; i++) expect(findKeyWeakness(randomBytes(32).toString('hex'))).toBeNull()
    expect(findKeyWeakness(randomBytes(32).toString('hex').toUpperCase())).toBeNull()
  })

  it.each([
    ['', 'has 0 hex digits; it needs 64'],
    ['ab'.repeat(16), 'has 32 hex digits, which is AES-128; it needs 64'],
    ['ab'.repeat(31), 'has 62 hex digits; it needs 64'],
    ['ab'.repeat(33), 'has 66 hex digits; it needs 64'],
    [`${'ab'.repeat(31)}a`, 'has 63 hex digits; it needs 64'],
  ])('refuses %j by its length', (text, weakness) => {
    expect(findKeyWeakness(text)).toBe(weakness)
  })

  it.each([
    'correct horse battery staple',
    'z'.repeat(64),
    `${'ab'.repeat(31)}0x`,
    `0x${'ab'.repeat(31)}`,
    `${'ab'.repeat(32)}\n`,
    randomBytes(32).toString('base64'),
  ])('refuses %j, which is not hexadecimal', (text) => {
    expect(findKeyWeakness(text)).toBe('is not hexadecimal; a passphrase is not a key')
  })

  it.each([
    ['zeros', bytes(() => 0)],
    ['ones', bytes(() => 255)],
    ['one byte', bytes(() => 0x5a)],
    ['counting up', bytes((i) => i)],
    ['counting from elsewhere', bytes((i) => 0x80 + i)],
    ['counting down', bytes((i) => 255 - i)],
    ['counting in steps', bytes((i) => i * 7)],
    ['a repeated word', 'deadbeef'.repeat(8)],
    ['repeated digits', '0123456789abcdef'.repeat(4)],
    ['digits counting', '1234567890'.repeat(6) + '1234'],
    ['a repeated half', randomBytes(16).toString('hex').repeat(2)],
    ['zeros and a few bytes', '00'.repeat(24) + randomBytes(8).toString('hex')],
    ['a text in hex', Buffer.from('this is a passphrase of 32 chars').toString('hex')],
  ])('refuses %s as a pattern', (_, hex) => {
    expect(findKeyWeakness(hex)).toBe('follows a pattern, so it can be guessed')
  })

  it.each(['', 'secret', 'password', 'changeme', 'latchkey'])('refuses the plain hash of %j', (word) => {
    expect(findKeyWeakness(createHash('sha256').update(word).digest('hex'))).toBe('is publicly known')
  })

  it('refuses the keys printed in standards', () => {
    const halves = [
      ['603deb1015ca71be2b73aef0857d7781', '1f352c073b6108d72d9810a30914dff4'],
      ['1c9240a5eb55d38af333888604f6b5f0', '473917c1402b80099dca5cbc207075c0'],
    ]
    for (const half of halves) expect(findKeyWeakness(half.join(''))).toBe('is publicly known')
  })
})
