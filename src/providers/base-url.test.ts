import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { baseUrlText, cleanBaseUrl } from './base-url'

const valueOf = (text: string) => {
  const cleaned = cleanBaseUrl(text)
  return typeof cleaned === 'string' ? null : cleaned.value
}

describe('a base address', () => {
  it.each([
    'https://h.example/v1',
    'https://h.example/v1/',
    'https://h.example/v1//',
    ' https://H.example:443/v1 ',
    'https://h.example//v1',
    'https://h.example/x/../v1',
  ])('%s has one form', (text) => {
    expect(valueOf(text)).toBe('https://h.example/v1')
  })

  it.each([
    'https://h.example/v1/chat/completions',
    'https://h.example/v1/models/',
    'https://h.example/v1//embeddings',
  ])('%s loses its endpoint path, and says so', (text) => {
    expect(cleanBaseUrl(text)).toEqual({ value: 'https://h.example/v1', removed: ['the endpoint path'] })
  })

  it('keeps a port, a path and plain http, on which the way out decides', () => {
    expect(valueOf('http://10.0.0.7:8000')).toBe('http://10.0.0.7:8000')
    expect(valueOf('https://h.example:8443/team/v1')).toBe('https://h.example:8443/team/v1')
  })

  it.each([
    'h.example/v1',
    'localhost:8000/v1',
    '//h.example/v1',
    'ftp://h.example/v1',
    'javascript:alert(1)',
    'https://',
    'https:///v1',
    'https://h.example/v1?x=1',
    'https://h.example/v1?',
    'https://h.example/v1#x',
    'https://user@h.example/v1',
    'https://user:word@h.example/v1',
    'https://h.example\\@evil.example/v1',
    'https:\\\\h.example',
    'https://h ex.example',
    'https://h.example/\u200Bv1',
    'https://[::1',
    '',
  ])('%s is refused', (text) => {
    expect(typeof cleanBaseUrl(text)).toBe('string')
    const issues = baseUrlText.safeParse(text).error?.issues ?? []
    expect(issues).toHaveLength(1)
    if (text.length > 8) expect(issues[0]?.message).not.toContain(text)
  })

  test.prop([
    fc.webUrl({ validSchemes: ['https', 'http'] }),
    fc.constantFrom('', '/', '//', '/chat/completions', '/v1/models', '/models/models'),
  ])('is stable: its one form is its own form, and holds no trailing slash', (url, tail) => {
    const once = valueOf(url + tail)
    if (once === null) return
    expect(once).not.toMatch(/\/$|[?#\s]/)
    expect(valueOf(once)).toBe(once)
    expect(valueOf(`${once}/`)).toBe(once)
    expect(new URL(`${once}/models`).host).toBe(new URL(url).host)
  })
})
