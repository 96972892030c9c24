import { describe, expect, it } from 'vitest'
import { sameOriginUrl } from './same-origin-url'

const base = 'https://keys.example.com'

describe('the address after signing in', () => {
  it('may be any of our own', () => {
    expect(sameOriginUrl('/acme/keys?q=1', base)).toBe(`${base}/acme/keys?q=1`)
    expect(sameOriginUrl(`${base}/account`, base)).toBe(`${base}/account`)
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'http://keys.example.com',
    'https://keys.example.com.evil.example',
    'https://keys.example.com@evil.example',
    'https://keys.example.com:8443',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://[',
  ])('is never %s', (url) => {
    expect(sameOriginUrl(url, base)).toBe(base)
  })
})
