import { describe, expect, it } from 'vitest'
import { anySecretText, removalsOf, secretText } from './secret-text'

const text = secretText({ of: { id: 'openai', name: 'OpenAI' } })
const rest = 'a1B2'.repeat(12)
const issueOf = (typed: unknown) => text.safeParse(typed).error?.issues[0]

describe('one secret of a provider', () => {
  it('comes out clean, with what was removed', () => {
    expect(text.parse(` Bearer ${rest}\n`)).toMatchObject({ value: rest })
    expect(removalsOf('token', text.parse(`Bearer ${rest}`))).toEqual([{ field: 'token', what: 'Bearer' }])
    expect(removalsOf('token', undefined)).toEqual([])
  })

  it('is asked for when nothing, or nothing but junk, was typed', () => {
    for (const typed of [undefined, '', '  ', '""', '\u200B', {}])
      expect(issueOf(typed)?.message).toBe('Paste the OpenAI key')
  })

  it('of another provider is refused with an offer to switch', () => {
    const issue = issueOf(`sk-${'ant'}-api03-${rest}`)
    expect(issue?.message).toMatch(/looks like a key of Anthropic, not of OpenAI/)
    expect(issue).toMatchObject({ code: 'custom', params: { suggest: 'anthropic' } })
  })

  it('of a provider that is not listed is refused without an offer', () => {
    expect(issueOf(`${'xai'}-${rest}`)).not.toHaveProperty('params')
  })

  it('of an administrator is refused, and no other provider is offered for it', () => {
    expect(issueOf(`sk-${'admin'}-${rest}`)).not.toHaveProperty('params')
    expect(issueOf(`sk-${'ant'}-admin01-${rest}`)).not.toHaveProperty('params')
  })

  it('of unknown shape is accepted', () => {
    expect(text.safeParse('short').success).toBe(true)
    expect(text.safeParse(`something-${rest}`).success).toBe(true)
  })
})

describe('a secret of any shape', () => {
  it('may be of any provider, or of none', () => {
    for (const typed of [`sk-${'admin'}-${rest}`, `sk-${'ant'}-api03-${rest}`, 'x', ''])
      expect(anySecretText.parse(typed).value).toBe(typed)
  })

  it('may not break a header', () => {
    expect(anySecretText.safeParse('a\nb').success).toBe(false)
    expect(anySecretText.safeParse('A'.repeat(4097)).success).toBe(false)
  })
})
