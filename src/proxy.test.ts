import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { proxy } from './proxy'

const visit = (path = '/tidewater/keys?verdict=invalid') =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { 'x-path': '/forged' } }))

const directives = (policy: string | null) =>
  Object.fromEntries((policy ?? '').split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1)]))

describe('the headers of every page', () => {
  const policy = directives(visit().headers.get('content-security-policy'))

  it('no inline script runs without the nonce of this very answer', () => {
    expect(policy['script-src']?.join(' ')).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'$/)
    const nonces = [visit(), visit()].map(
      (page) => /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1],
    )
    expect(new Set(nonces).size).toBe(2)
  })

  it('no inline style element is taken without a nonce or a known hash', () => {
    expect(policy['style-src-elem']).not.toContain("'unsafe-inline'")
  })

  it('nothing is loaded from, sent to or framed by another site', () => {
    expect(policy).toMatchObject({
      'default-src': ["'none'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
    })
  })

  it('no page is kept by a cache', () => {
    expect(visit().headers.get('cache-control')).toBe('no-store')
  })

  it('the path that leads back after signing in is the real one, whatever a client claims', () => {
    const seen = (path?: string) => visit(path).headers.get('x-middleware-request-x-path')
    expect(seen()).toBe('/tidewater/keys?verdict=invalid')
    expect(seen('/account?_rsc=1a2b')).toBe('/account')
  })

  it('the allowed styles of the toast library are those of the installed version', () => {
    const file = createRequire(import.meta.url).resolve('sonner')
    const css = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '""'
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy['style-src-elem']).toEqual(
      expect.arrayContaining([hash(''), hash(JSON.parse(css) as string)]),
    )
  })
})
