import { describe, expect, test } from 'vitest'
import { outcomes, reasons, type Reason } from '@/providers/verdict'
import { outcomeWords, verdictWords } from './verdict-words'

const facts = {
  scope: 'api.model.read',
  models: 61,
  failure: 'timeout',
  status: 500,
  option: 'deployment',
  permission: 'bedrock:ListFoundationModels',
  model: 'm',
  suggestName: 'Groq',
}
const variants = (reason: Reason) =>
  [true, false].flatMap((usable) =>
    [{}, facts].map((params) => verdictWords({ outcome: 'limited', reason, params, usable }, 'OpenAI')),
  )

describe('words of verdicts', () => {
  test('every outcome has its own word', () => {
    expect(new Set(Object.values(outcomeWords)).size).toBe(outcomes.length)
  })

  test.each(reasons)('%s is explained, with a next step, in whole sentences', (reason) => {
    for (const words of variants(reason)) {
      expect(words.summary).toMatch(/^[A-Z0-9][^.]{2,45}/)
      expect(words.meaning).toMatch(/^[A-Z].*\.$/)
      expect(words.nextStep).toMatch(/^[A-Z].*\.$/)
    }
  })

  test.each(reasons)('%s is told calmly: no shouting, no pleading, no placeholder', (reason) => {
    expect(JSON.stringify(variants(reason))).not.toMatch(/!|please|oops|sorry|undefined| {2}/i)
  })

  test('a key that may not list models says which scope is missing and that chat works', () => {
    const params = { scope: 'api.model.read' }
    const words = verdictWords(
      { outcome: 'limited', reason: 'models_not_listed', params, usable: true },
      'OpenAI',
    )
    expect(words.meaning).toBe(
      'OpenAI accepts this key, but it may not list models (scope api.model.read). It works for chat.',
    )
  })

  test('an error of the provider is said to be on its side', () => {
    const params = { status: 503 }
    const words = verdictWords(
      { outcome: 'inconclusive', reason: 'server_error', params, usable: false },
      'Groq',
    )
    expect(words).toMatchObject({ word: 'Inconclusive', summary: 'Answered 503' })
    expect(words.meaning).toContain('its side')
  })
})
