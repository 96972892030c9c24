import { describe, expect, it } from 'vitest'
import { detectOwner, ownerOfShape } from './key-owner'

const rest = 'a1B2'.repeat(12)

describe('whose key a paste is', () => {
  it.each([
    [`sk-${'proj'}-${rest}`, 'openai'],
    [`sk-${'svcacct'}-${rest}`, 'openai'],
    [`sk-${'a'.repeat(20)}T3BlbkFJ${'b'.repeat(20)}`, 'openai'],
    [`sk-${'ant'}-api03-${rest}`, 'anthropic'],
    [`${'gsk'}_${rest}`, 'groq'],
    [`${'AIza'}${rest}`, 'google-vertex-ai'],
    [`${'AQ'}.${rest}`, 'google-vertex-ai'],
    ['{ "project_id": "p", "type": "service_account" }', 'google-vertex-ai'],
    [`${'ABSK'}${rest}`, 'aws-bedrock'],
    [`${'AKIA'}${'ABCDEFGH23456723'}`, 'aws-bedrock'],
    [`${'a'.repeat(52)}JQQJ99${rest}`, 'azure-openai'],
    [`${'tgp'}_v1_${rest}`, 'together-ai'],
  ])('its public prefix tells: %#', (text, provider) => {
    expect(detectOwner(` "${text}" `)?.provider).toBe(provider)
    expect(detectOwner(text)?.refusal).toBeUndefined()
  })

  it.each([
    [`sk-${'or'}-v1-${rest}`, 'OpenRouter'],
    [`${'xai'}-${rest}`, 'xAI (Grok)'],
    [`${'hf'}_${rest}`, 'Hugging Face'],
  ])('keys of providers that Latchkey does not list are named: %#', (text, name) => {
    expect(detectOwner(text)).toEqual({ provider: null, name })
  })

  it.each([
    [`sk-${'admin'}-${rest}`, /admin key/],
    [`sk-${'ant'}-admin01-${rest}`, /admin key/],
    [`sk-${'ant'}-oat01-${rest}`, /sign-in token of Claude Code/],
    [`${'ya29'}.${rest}`, /access token/],
    [`${'eyJ'}${rest}.${'eyJ'}${rest}.${rest}`, /sign-in token/],
    [`${'org'}-${rest}`, /id of an OpenAI organization/],
    [`${'proj'}_${rest}`, /id of an OpenAI organization or project/],
  ])('what can never be a provider key is refused with the reason: %#', (text, refusal) => {
    expect(ownerOfShape(text)?.refusal).toMatch(refusal)
  })

  it('without a telling prefix the variable tells', () => {
    expect(detectOwner(`COHERE_API_KEY=${rest}`)?.provider).toBe('cohere')
    expect(detectOwner(`export MISTRAL_API_KEY="${rest}"`)?.provider).toBe('mistral')
    expect(detectOwner(`OPENAI_API_KEY=${'gsk'}_${rest}`)?.provider).toBe('groq')
  })

  it('nothing is guessed about a key without any sign', () => {
    expect(detectOwner(rest)).toBeNull()
    expect(detectOwner('')).toBeNull()
  })
})
