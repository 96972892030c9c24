import { describe, expect, it } from 'vitest'
import { safePath } from './safe-path'

describe('where a person lands after signing in', () => {
  it.each(['/tidewater/keys', '/tidewater/keys?verdict=invalid', '/account'])(
    '%s is a page of ours',
    (path) => {
      expect(safePath(path)).toBe(path)
    },
  )

  it.each([
    ...['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', 'evil', ''],
    ...['/\t/evil.example', '/a\\b', '/a b', null, undefined],
  ])('%j cannot lead away from the site', (path) => {
    expect(safePath(path)).toBe('/')
  })

  it.each(['/sign-in', '/sign-in?to=/x', '/sign-up', '/set-up'])(
    '%s does not lead round in a circle',
    (path) => {
      expect(safePath(path)).toBe('/')
    },
  )
})
