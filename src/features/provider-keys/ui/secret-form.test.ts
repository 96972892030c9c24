import { describe, expect, test } from 'vitest'
import { providers } from '@/providers/registry'
import type { Verdict } from '@/providers/verdict'
import { checkCreate, checkDraft, checkReplace, permittedAfter, type Typed } from './secret-form'

/* Put together here, so that no scanner takes it for a key. */
const keyOf = (...prefix: string[]) => `${prefix.join('-')}-${'a'.repeat(48)}`
const openAi = (values: Typed['values']): Typed => ({
  providerId: 'openai',
  fields: providers.openai.fields,
  values,
})
const custom = (values: Typed['values']): Typed => ({
  providerId: 'custom',
  fields: providers.custom.fields,
  values,
})
const naming = { label: ' ', environment: 'staging' as const }

describe('what a form sends', () => {
  test('a new key goes out as typed, without empty fields', () => {
    const token = keyOf('sk', 'proj')
    const checked = checkCreate(openAi({ token, 'options.project': '' }), 'org_1', naming)
    expect(checked).toMatchObject({
      ok: true,
      host: 'api.openai.com',
      request: { organizationId: 'org_1', provider: 'openai', token, environment: 'staging' },
    })
    expect(checked.ok && Object.keys(checked.request).toSorted()).toEqual([
      'environment',
      'organizationId',
      'provider',
      'token',
    ])
  })

  test('a replacement carries the revision that was seen', () => {
    const key = { organizationId: 'org_1', id: 'pk_1', revision: 7 }
    expect(checkReplace(openAi({ token: keyOf('sk', 'proj') }), key)).toMatchObject({
      ok: true,
      request: { id: 'pk_1', revision: 7 },
    })
  })
})

describe('what a form refuses before anything is sent', () => {
  test('nothing typed asks for the secret, at its field', () => {
    const checked = checkDraft(openAi({}), 'org_1')
    expect(!checked.ok && Object.keys(checked.errors)).toEqual(['token'])
  })

  test('a key of another provider offers that provider', () => {
    const checked = checkDraft(openAi({ token: keyOf('sk', 'ant', 'api03') }), 'org_1')
    expect(checked).toMatchObject({ ok: false, suggest: 'anthropic' })
  })

  test('a custom endpoint needs a name and an address, each said at its field', () => {
    const checked = checkCreate(custom({}), 'org_1', naming)
    expect(!checked.ok && Object.keys(checked.errors).toSorted()).toEqual(['baseUrl', 'name'])
  })
})

describe('what a verdict permits', () => {
  const verdict = (outcome: Verdict['outcome'], reason: Verdict['reason'], usable: boolean) =>
    ({ outcome, reason, usable, params: {} }) as unknown as Verdict
  test.each([
    ['save', verdict('valid', 'accepted', true)],
    ['save', verdict('limited', 'billing', false)],
    ['saveInactive', verdict('limited', 'options_wrong', false)],
    ['saveInactive', verdict('unreachable', 'no_answer', false)],
    ['edit', verdict('invalid', 'rejected', false)],
  ] as const)('%s after %o', (permitted, found) => {
    expect(permittedAfter(found, providers.openai)).toBe(permitted)
  })

  test('a custom endpoint may be saved whatever its test says', () => {
    expect(permittedAfter(verdict('invalid', 'rejected', false), providers.custom)).toBe('save')
  })
})
