import { describe, expect, it } from 'vitest'
import { readSessionCookie } from './session-cookie'

const http = 'http://127.0.0.1:3000'
const https = 'https://keys.example.com'
const name = 'next-auth.session-token'

describe('the session cookie', () => {
  it('is found among others', () => {
    expect(readSessionCookie(`a=1; ${name}=token; b=2`, http)).toBe('token')
  })

  it('is joined from its parts by number, not by the order of their names', () => {
    const parts = Array.from({ length: 11 }, (_, i) => `${name}.${i}=<${i}>`)
    const expected = Array.from({ length: 11 }, (_, i) => `<${i}>`).join('')
    expect(readSessionCookie(parts.reverse().join('; '), http)).toBe(expected)
  })

  it('counts over https only with the prefix that plain http cannot set', () => {
    expect(readSessionCookie(`${name}=planted`, https)).toBeNull()
    expect(readSessionCookie(`__Secure-${name}=token`, https)).toBe('token')
  })

  it('is absent from headers that only resemble it', () => {
    expect(readSessionCookie(undefined, http)).toBeNull()
    expect(readSessionCookie(`x${name}=a; ${name}x=b; ${name}.x=c`, http)).toBeNull()
  })
})
