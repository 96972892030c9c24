import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { maskSecret } from './mask'

describe('a mask', () => {
  it('shows the public prefix and the last four', () => {
    expect(maskSecret(`sk-proj-${'a'.repeat(40)}xyz9`, /^sk-(?:proj-)?/)).toBe('sk-proj-…xyz9')
    expect(maskSecret(`${'a'.repeat(28)}t8Lk`)).toBe('…t8Lk')
  })

  it('of a short secret shows no character of it', () => {
    for (const secret of ['', 'a', 'sk-proj-abc', 'a'.repeat(15)])
      expect(maskSecret(secret, /^sk-proj-/)).toBe('…')
  })

  test.prop([fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), fc.constantFrom('', 'sk-proj-', 'gsk_')])(
    'never shows more than a quarter of what follows the prefix, and never the length',
    (rest, prefix) => {
      const mask = maskSecret(prefix + rest, /^(?:sk-proj-|gsk_)/)
      const shown = mask.slice(mask.indexOf('…') + 1)
      expect(shown.length * 4).toBeLessThanOrEqual(rest.length)
      expect([0, 4]).toContain(shown.length)
      expect(rest.endsWith(shown)).toBe(true)
    },
  )
})
