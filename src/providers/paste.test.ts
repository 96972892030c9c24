import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { cleanSecret, refusalOf } from './paste'

const key = `sk-${'A'.repeat(40)}`
const paddedKey = `${'Zm9vYmFy'.repeat(5)}==`

describe('what clings to a copied key is taken away, and said', () => {
  it.each([
    ['spaces around', `  ${key}\t`, ['spaces']],
    ['a line break', `${key}\r\n`, ['a line break']],
    ['a byte order mark', `\uFEFF${key}`, ['invisible characters']],
    ['a non-breaking space', `\u00A0${key}\u00A0`, ['spaces']],
    ['zero-width characters, inside too', `sk-\u200B${key.slice(3)}\u200D`, ['invisible characters']],
    [
      'soft hyphens and direction marks',
      `\u202E${key.slice(0, 9)}\u00AD${key.slice(9)}\u2066`,
      ['invisible characters'],
    ],
    ['double quotes', `"${key}"`, ['quotes']],
    ['single quotes', `'${key}'`, ['quotes']],
    ['smart quotes', `\u201C${key}\u201D`, ['quotes']],
    ['backticks', `\`${key}\``, ['quotes']],
    ['one quote only', `${key}"`, ['quotes']],
    ['a semicolon', `${key};`, ['a trailing sign']],
    ['a comma', `"${key}",`, ['a trailing sign', 'quotes']],
    ['Bearer', `Bearer ${key}`, ['Bearer']],
    ['bearer in lower case', `bearer  ${key}`, ['Bearer']],
    ['an Authorization header', `Authorization: Bearer ${key}`, ['the header name', 'Bearer']],
    ['an x-api-key header', `x-api-key: ${key}`, ['the header name']],
    ['an api-key header without a space', `api-key:${key}`, ['the header name']],
    [
      'an option of curl',
      `-H "Authorization: Bearer ${key}"`,
      ['the header option', 'quotes', 'the header name', 'Bearer'],
    ],
    ['a variable', `OPENAI_API_KEY=${key}`, ['the variable name']],
    ['an exported variable', `export OPENAI_API_KEY="${key}"`, ['the variable name', 'quotes']],
    ['a PowerShell variable', `$env:OPENAI_API_KEY = '${key}'`, ['the variable name', 'quotes']],
    ['a line of YAML', `api_key: ${key}`, ['the variable name']],
    ['a line of JSON', `"apiKey": "${key}",`, ['a trailing sign', 'quotes', 'the variable name']],
  ])('%s', (_, text, removed) => {
    const cleaned = cleanSecret(text)
    expect(cleaned.value).toBe(key)
    expect([...cleaned.removed].sort()).toEqual([...removed].sort())
  })

  it('a clean key is left as it is', () => {
    for (const clean of [key, paddedKey, `my-key-${'x'.repeat(20)}`, `id:${'s'.repeat(20)}`])
      expect(cleanSecret(clean)).toEqual({ value: clean, removed: [] })
  })

  it('the padding of a base64 key is not taken for an assignment', () => {
    const padded = `${'KEYTOKEN'.repeat(4)}=`
    expect(cleanSecret(padded).value).toBe(padded)
    expect(cleanSecret(`${padded}=`).value).toBe(`${padded}=`)
    expect(cleanSecret(`AWS_BEARER_TOKEN_BEDROCK=${padded}=`).value).toBe(`${padded}=`)
  })

  const junk = fc.constantFrom<(text: string) => string>(
    (text) => ` ${text} `,
    (text) => `\r\n${text}\n`,
    (text) => `\uFEFF${text}\u200B`,
    (text) => `\u00A0${text}`,
    (text) => `"${text}"`,
    (text) => `'${text}'`,
    (text) => `\u201C${text}\u201D`,
    (text) => `\`${text}\``,
    (text) => `${text};`,
    (text) => `${text},`,
    (text) => `Bearer ${text}`,
    (text) => `Authorization: ${text}`,
    (text) => `x-api-key: ${text}`,
    (text) => `OPENAI_API_KEY=${text}`,
    (text) => `export MY_SECRET_TOKEN= ${text}`,
    (text) => `api_key: ${text}`,
  )
  test.prop([fc.array(junk, { maxLength: 7 }), fc.constantFrom(key, paddedKey)])(
    'any arrangement of junk round a key cleans to the key',
    (layers, clean) => {
      const pasted = layers.reduce((text, wrap) => wrap(text), clean)
      const cleaned = cleanSecret(pasted)
      expect(cleaned.value).toBe(clean)
      expect(cleaned.removed.length > 0).toBe(layers.length > 0)
    },
  )

  test.prop([fc.string({ unit: 'binary', maxLength: 300 })])(
    'cleaning twice changes nothing more',
    (text) => {
      const once = cleanSecret(text).value
      expect(cleanSecret(once)).toEqual({ value: once, removed: [] })
    },
  )

  it('hostile lengths are cleaned in a blink', () => {
    for (const text of [
      `a${' '.repeat(16_000)}b`,
      'KEY'.repeat(5_000),
      `a${'"'.repeat(16_000)}b`,
      `a${';'.repeat(16_000)}b`,
    ]) {
      const startedAt = performance.now()
      cleanSecret(text)
      expect(performance.now() - startedAt).toBeLessThan(200)
    }
  })
})

describe('text of several lines', () => {
  const json = '{\n  "type": "service_account",\n  "private_key": "-----BEGIN\\nPRIVATE-----\\n"\n}'

  it('keeps its line breaks, and loses what is wrapped round it', () => {
    for (const text of [json, `\uFEFF${json}\n`, `'${json}'`, `GOOGLE_SERVICE_KEY='${json}'`])
      expect(cleanSecret(text, { multiline: true }).value).toBe(json)
  })

  it('keeps the quotes of a text that was escaped twice', () => {
    const twice = JSON.stringify(json)
    expect(cleanSecret(` ${twice}\n`, { multiline: true }).value).toBe(twice)
  })
})

describe('what cannot be a key is refused without quoting it', () => {
  it.each([
    ['a space inside', `${key.slice(0, 20)} ${key.slice(20)}`, /space or a line break inside/],
    ['a line break inside', `${key.slice(0, 20)}\n${key.slice(20)}`, /space or a line break inside/],
    [
      'a control character inside',
      `${key.slice(0, 20)}\u0000${key.slice(20)}`,
      /space or a line break inside/,
    ],
    ['an ellipsis', 'sk-proj-\u2026abcd', /masked value/],
    ['three dots', 'sk-...abcd', /masked value/],
    ['asterisks', 'sk-***', /masked value/],
    ['bullets', 'sk-\u2022\u2022\u2022\u2022abcd', /masked value/],
    ['a Cyrillic letter', `sk-\u0410${'A'.repeat(20)}`, /^Character 4 /],
    ['an accented letter', `sk-AAAA\u00E9`, /^Character 8 /],
    ['full-width letters', '\uFF53k-AAAA', /^Character 1 /],
    ['an address', 'https://platform.example.com/api-keys', /web address/],
    ['an e-mail address', 'mira@tidewater.example', /e-mail/],
    ['a sentence', 'here is the key I promised', /sentence/],
    ['a variable', '${OPENAI_API_KEY}', /placeholder/],
    ['a placeholder', '<your-key>', /placeholder/],
    ['five thousand characters', 'A'.repeat(5000), /longer than any key/],
  ])('%s', (_, text, sentence) => {
    const refusal = refusalOf(text)
    expect(refusal).toMatch(sentence)
    expect(refusal).not.toContain(text)
  })

  it('a key is not refused', () => {
    for (const clean of [key, paddedKey, `a.b_c-${'d'.repeat(30)}/+`]) expect(refusalOf(clean)).toBeNull()
  })

  it('where any shape goes, only what no header can carry is refused', () => {
    for (const shape of ['***', 'a@b.example', 'https://key', '<key>', 'x'])
      expect(refusalOf(shape, { anyShape: true })).toBeNull()
    for (const bad of ['a b', 'a\nb', 'sk-\u2026abcd', 'caf\u00E9', 'A'.repeat(5000)])
      expect(refusalOf(bad, { anyShape: true })).not.toBeNull()
    expect(refusalOf('A'.repeat(4096), { anyShape: true })).toBeNull()
  })
})
