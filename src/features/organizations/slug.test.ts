import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOrganizationInput } from './schema'
import { isReservedSlug, suggestSlug } from './slug'

describe('the address of an organization', () => {
  it('is never one of the words that stand in its place', () => {
    const folders = readdirSync('src/app', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^src\/app(\/\([^/]+\))*$/.test(entry.parentPath))
      .map(({ name }) => name)
      .filter((name) => /^[a-z]/.test(name))
    expect(folders).toContain('api')
    for (const word of [...folders, 'v1', 'native', 'openai', 'custom', 'azure', 'google-vertex'])
      expect(isReservedSlug(word), word).toBe(true)
  })

  it('is suggested from the name', () => {
    expect(suggestSlug('Ünïcode & Söhne GmbH')).toBe('unicode-sohne-gmbh')
    expect(suggestSlug('API')).toBe('api-team')
    expect(suggestSlug('X')).toBe('x-team')
    expect(suggestSlug('日本')).toBe('my-team')
  })

  it('is acceptable whenever it was suggested', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (name) => {
        expect(createOrganizationInput.shape.slug.safeParse(suggestSlug(name)).success).toBe(true)
      }),
    )
  })

  it.each(['A', 'Upper', 'a--b', '-a', 'a-', 'a b', 'a/b', 'a.b', 'ä', 'api', 'x'.repeat(41)])(
    'is not "%s"',
    (slug) => {
      expect(createOrganizationInput.safeParse({ name: 'Acme', slug }).success).toBe(false)
    },
  )
})
