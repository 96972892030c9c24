import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { FakeProvider } from '@demo/fake-providers/fake-provider'
import { fakeProviders } from '@demo/fake-providers/fakes'
import { providerIds, providers } from '@/providers/registry'
import { createInput } from '../schema'
import type { FieldValues } from './field-values'
import { checkCreate } from './secret-form'

type Input = ReturnType<FakeProvider['credential']> & { name?: string }

const lines = (headers: object) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

/** What a person would have typed to send this input. */
function typedOf({ token, options = {}, ...rest }: Input, paths: readonly string[]): FieldValues {
  const parts = typeof token === 'object' ? Object.entries(token as object) : []
  return {
    ...(typeof token === 'string' && { [paths.includes('token') ? 'token' : 'token.key']: token }),
    ...Object.fromEntries(
      parts.map(([name, part]) => [
        `token.${name}`,
        typeof part === 'string' ? part : lines(part as object).join('\n'),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(options as Record<string, string>).map(([name, value]) => [`options.${name}`, value]),
    ),
    ...(rest as Record<string, string>),
  }
}

/* A form does not send what is blank, and takes spaces from the ends of a name and an address. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'eu-west-1',
      'https://llm.example/v1',
      'http://h',
      'a/b',
      'evil.com#',
      'sk-\u2026abcd',
      '{}',
    ),
    fc.constantFrom('Bearer ', '"', 'API_KEY=').map((start) => `${start}${'Ab3'.repeat(14)}`),
  )
  .map((typed) => typed.trim())
  .filter((typed) => typed !== '')

describe.each(providerIds)('%s', (id) => {
  const { fields } = providers[id]
  const allPaths: string[] = fields.map(({ path }) => path)
  const fake: FakeProvider = fakeProviders[id]
  const name = id === 'custom' ? { name: 'mine' } : {}
  const working = Object.keys(fake.scenarios)
    .filter((scenario) => scenario === 'ok' || scenario.endsWith('-ok'))
    .map((scenario): Input => ({ ...fake.credential(scenario), ...name }))
  const paths = fields.filter(({ kind }) => kind !== 'headers').map(({ path }) => path)

  const changed = fc
    .tuple(fc.constantFrom(...working), fc.constantFrom(...paths), fc.option(text))
    .map(([input, path, value]) => withValue(input, path, value))

  test.prop([changed])('the form accepts exactly what the API accepts, as the same credential', (input) => {
    const accepted = createInput.safeParse({ organizationId: 'org_1', provider: id, ...input })
    const typed = { providerId: id, fields, values: typedOf(input, allPaths) }
    const checked = checkCreate(typed, 'org_1', { label: '', environment: 'development' })
    expect(checked.ok).toBe(accepted.success)
    if (!checked.ok) {
      expect(Object.keys(checked.errors)).not.toEqual([])
      return
    }
    const sent = createInput.parse(checked.request).credential
    const direct = accepted.data?.credential
    expect(sent.secret.reveal()).toEqual(direct?.secret.reveal())
    expect({ ...sent, secret: null }).toEqual({ ...direct, secret: null })
  })
})

/** The input with one field set, or without it. */
function withValue(input: Input, path: string, value: string | null): Input {
  const [top = '', part] = path.split('.')
  const { [top]: before, ...others } = input as unknown as Record<string, unknown>
  const set = (record: Record<string, unknown>, key: string, to: unknown) =>
    to === null ? record : { ...record, [key]: to }
  if (part === undefined) return set(others, top, value) as unknown as Input
  const { [part]: _, ...rest } = (typeof before === 'object' ? before : {}) as Record<string, unknown>
  const group = set(rest, part, value)
  return set(others, top, Object.keys(group).length > 0 ? group : null) as unknown as Input
}
