import { describe, expect, test } from 'vitest'
import type { Field } from '@/providers/provider'
import { credentialValues, errorsByField, fieldsOf, placeOf } from './field-values'

const field = (path: Field['path'], more: Partial<Field> = {}): Field => ({
  path,
  label: path,
  secret: path.startsWith('token'),
  required: false,
  kind: 'text',
  ...more,
})

describe('typed values', () => {
  test('a single secret is sent as text, its options beside it', () => {
    const fields = [field('token'), field('options.project'), field('options.organization')]
    expect(credentialValues(fields, { token: 'abc ', 'options.project': 'proj_1' })).toEqual({
      token: 'abc ',
      options: { project: 'proj_1' },
    })
  })

  test('several secret fields are sent as one object', () => {
    const fields = [field('token.accessKeyId'), field('token.secretAccessKey'), field('options.region')]
    const values = { 'token.accessKeyId': 'id', 'token.secretAccessKey': 's', 'options.region': 'eu-west-1' }
    expect(credentialValues(fields, values)).toEqual({
      token: { accessKeyId: 'id', secretAccessKey: 's' },
      options: { region: 'eu-west-1' },
    })
  })

  test('empty fields, and fields of another kind of credential, are absent', () => {
    const all = [
      field('token', { variant: 'key' }),
      field('token.pair', { variant: 'pair' }),
      field('baseUrl'),
    ]
    const values = { token: 'abc', 'token.pair': 'left over', baseUrl: '  ' }
    expect(credentialValues(fieldsOf(all, 'key'), values)).toEqual({ token: 'abc' })
  })

  test('headers are read from lines of "Name: value"', () => {
    const fields = [field('token.headers', { kind: 'headers' })]
    expect(credentialValues(fields, { 'token.headers': 'x-team: a:b\n\nx-tier:gold' })).toEqual({
      token: { headers: { 'x-team': 'a:b', 'x-tier': 'gold' } },
    })
  })
})

describe('errors of a form', () => {
  const fields = ['token.accessKeyId', 'token.headers', 'options.region', 'label']

  test('an issue stands at its field, the first one wins', () => {
    const issues = [
      { path: ['options', 'region'], message: 'first' },
      { path: ['options', 'region'], message: 'second' },
    ]
    expect(errorsByField(issues, fields)).toEqual({ 'options.region': 'first' })
  })

  test('an issue about a whole or a part finds the nearest field', () => {
    expect(placeOf('token', fields)).toBe('token.accessKeyId')
    expect(placeOf('token.headers.x-team', fields)).toBe('token.headers')
  })

  test('an issue about nothing on screen is shown for the form', () => {
    expect(errorsByField([{ path: [], message: 'whole' }], fields)).toEqual({ '': 'whole' })
    expect(placeOf('options.unknown', fields)).toBe('')
  })
})
