import { describe, expect, it } from 'vitest'
import type { HttpResponse } from '@/core/http'
import { errorFacts, readByRules, retryAfterSeconds } from './error-rules'

const response = (status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const read = (status: number, body: unknown) => readByRules(response(status, body), [])

describe('an error answer', () => {
  it.each([
    [{ error: { message: 'text', type: 'kind', code: 'code', param: null } }, ['code', 'kind']],
    [{ error: 'text' }, []],
    [{ detail: 'text' }, []],
    [{ Message: 'text' }, []],
    [{ object: 'error', message: 'text', type: 'kind', code: '1300' }, ['1300', 'kind']],
    [
      { error: { code: 400, message: 'text', status: 'INVALID', details: [{ reason: 'API_KEY_INVALID' }] } },
      ['400', 'INVALID', 'API_KEY_INVALID'],
    ],
    [
      { type: 'error', error: { type: 'kind', message: 'text', details: { error_code: 'code' } } },
      ['kind', 'error', 'code'],
    ],
    [[{ error: { message: 'text', status: 'INVALID' } }], ['INVALID']],
  ])('is read in every shape that providers use: %#', (body, codes) => {
    expect(errorFacts(response(400, body))).toMatchObject({ text: 'text', codes, isJson: true })
  })

  it.each(['null', '7', '"x"', '[]', '', '<html>', '{"error":{"message":{"deep":1}}}', '{"error":null}'])(
    'of any other shape is read without harm: %s',
    (body) => {
      expect(errorFacts(response(400, body)).text).toBe('')
    },
  )

  it.each([
    [400, 'request'],
    [401, 'credential'],
    [402, 'billing'],
    [403, 'permission'],
    [404, 'unknown'],
    [408, 'provider_down'],
    [409, 'unknown'],
    [422, 'request'],
    [429, 'rate'],
    [498, 'provider_down'],
    [499, 'provider_down'],
    [500, 'provider_down'],
    [503, 'provider_down'],
    [529, 'provider_down'],
  ])('without a line of its own is judged by its status: %i is %s', (status, errorClass) => {
    expect(read(status, {}).class).toBe(errorClass)
  })

  it('404 about a model or a deployment is an option to mend', () => {
    expect(read(404, { error: { message: 'The model does not exist' } })).toMatchObject({
      class: 'options',
      params: { option: 'model' },
    })
    expect(read(404, { error: { code: 'DeploymentNotFound' } })).toMatchObject({
      class: 'options',
      params: { option: 'deployment' },
    })
  })

  it.each([400, 401, 403, 404, 429])(
    'a web page with status %i says nothing about a key, whatever the lines say',
    (status) => {
      const rules = [{ status, means: { class: 'credential', reason: 'rejected' } as const }]
      expect(readByRules(response(status, '<html>invalid_api_key</html>'), rules)).toEqual({
        class: 'unknown',
        reason: 'not_the_api',
      })
    },
  )

  it('never carries text that a provider sent', () => {
    const error = read(401, { error: { message: 'Incorrect key sk-canary', code: 'canary', type: 'canary' } })
    expect(JSON.stringify(error)).not.toContain('canary')
  })
})

describe('the time to wait', () => {
  it.each([
    [{ 'retry-after': '7' }, 7],
    [{ 'retry-after': '1.2' }, 2],
    [{ 'retry-after': '7', 'retry-after-ms': '1500' }, 2],
    [{ 'retry-after': 'Wed, 25 Nov 2026 10:00:30 GMT', date: 'Wed, 25 Nov 2026 10:00:00 GMT' }, 30],
    [{ 'retry-after': 'Wed, 25 Nov 2026 10:00:30 GMT' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-3' }, undefined],
    [{}, undefined],
  ])('is read from %o as %s seconds', (headers, seconds) => {
    expect(retryAfterSeconds(response(429, {}, headers as Record<string, string>))).toBe(seconds)
  })
})
