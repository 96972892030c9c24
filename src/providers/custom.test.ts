import { describe, expect, it } from 'vitest'
import type { HttpExchange, HttpResponse } from '@/core/http'
import { custom } from './custom'
import type { CredentialInput } from './provider'

const baseUrl = 'https://llm.example/v1'
const key = `local-${'k'.repeat(20)}`
const parse = (input: CredentialInput) => custom.credentials.parse({ baseUrl, ...input })
const pathsOf = (input: CredentialInput) =>
  custom.credentials.safeParse({ baseUrl, ...input }).error?.issues.map(({ path }) => path.join('.'))

const answer = (step: string, status: number, body: unknown): HttpExchange => ({
  step,
  latencyMs: 1,
  result: { ok: true, response: { status, headers: {}, body: JSON.stringify(body) } },
})
const list = (step: string) => answer(step, 200, { data: [{ id: 'llama' }] })

describe('a custom credential', () => {
  it('needs a base address, and nothing else', () => {
    expect(parse({}).secret.reveal()).toEqual({})
    expect(parse({ token: '' }).secret.reveal()).toEqual({})
    expect(parse({ token: { key: '', headers: {} } }).secret.reveal()).toEqual({})
    expect(custom.credentials.safeParse({ token: key }).error?.issues[0]?.path).toEqual(['baseUrl'])
  })

  it('takes a bare token as its key', () => {
    expect(parse({ token: ` Bearer ${key}` })).toMatchObject({
      removed: [
        { field: 'token.key', what: 'spaces' },
        { field: 'token.key', what: 'Bearer' },
      ],
    })
    expect(parse({ token: key }).secret.reveal()).toEqual({ key })
  })

  it('takes a key of any other provider', () => {
    for (const token of [
      `sk-${'proj'}-${'a'.repeat(40)}`,
      `sk-${'ant'}-admin01-${'a'.repeat(40)}`,
      '***',
      'x',
    ])
      expect(parse({ token }).secret.reveal()).toEqual({ key: token })
  })

  it('names the field of what is wrong', () => {
    expect(pathsOf({ token: 'a b' })).toEqual(['token.key'])
    expect(pathsOf({ token: { surprise: 'x' } })).toEqual(['token'])
    expect(pathsOf({ token: { headers: { host: 'x' } } })).toEqual(['token.headers'])
    expect(pathsOf({ options: { model: 'two words' } })).toEqual(['options.model'])
    expect(pathsOf({ baseUrl: 'llm.example' })).toEqual(['baseUrl'])
  })

  it.each([
    'Host',
    'content-length',
    'Connection',
    'Cookie',
    'Transfer-Encoding',
    'TE',
    'Upgrade',
    'Proxy-Authorization',
    'Expect',
    'Origin',
    'Keep-Alive',
    'Trailer',
  ])('cannot set the header %s', (name) => {
    expect(pathsOf({ token: { headers: { [name]: 'x' } } })).toEqual(['token.headers'])
  })

  it.each([
    { '': 'x' },
    { 'a b': 'x' },
    { 'a:': 'x' },
    { a: '' },
    { a: 'x\r\nb: y' },
    { a: 'caf\u00E9' },
    { 'X-A': '1', 'x-a': '2' },
  ])('refuses a header that cannot be sent: %#', (headers) => {
    expect(pathsOf({ token: { headers } })).toEqual(['token.headers'])
  })

  it('never quotes a header in a refusal', () => {
    const issues = custom.credentials.safeParse({
      baseUrl,
      token: { headers: { 'canary canary': 'canary' } },
    }).error?.issues
    expect(JSON.stringify(issues)).not.toContain('canary')
  })

  it('has one Authorization header: from the key or from the extra headers', () => {
    const headers = { Authorization: 'Basic eDp5' }
    expect(pathsOf({ token: { key, headers } })).toEqual(['token.headers'])
    const request = custom.authorize(
      { method: 'GET', url: baseUrl, headers: {} },
      parse({ token: { headers } }),
    )
    expect(request).toMatchObject({ headers: { authorization: 'Basic eDp5' } })
  })

  it('sends no credential header where it has none', () => {
    expect(custom.authorize({ method: 'GET', url: baseUrl, headers: {} }, parse({}))).toMatchObject({
      headers: {},
    })
  })

  it('has a mask that no form takes for a secret', () => {
    for (const token of [undefined, key, { headers: { 'x-team': 'a'.repeat(20) } }]) {
      const mask = custom.mask(parse({ token }))
      expect(custom.credentials.safeParse({ baseUrl, token: mask }).success).toBe(false)
    }
  })
})

describe('a check of a custom endpoint', () => {
  it('asks again with nothing right in the secret, headers included', () => {
    const credential = parse({ token: { key, headers: { 'x-team': 'search-team' } } })
    const next = custom.nextCheck(credential, [list('models')])
    expect(next).toMatchObject({ step: 'control', request: { url: `${baseUrl}/models` } })
    const wrong = 'as' in next ? next.as?.secret.reveal() : undefined
    expect(Object.keys(wrong ?? {})).toEqual(['key', 'headers'])
    expect(JSON.stringify(wrong)).not.toMatch(new RegExp(`${key}|search-team`))
  })

  it('says that keys are not checked when both pass, and keeps the models', () => {
    const end = custom.nextCheck(parse({ token: key }), [list('models'), list('control')])
    expect(end).toMatchObject({
      outcome: 'inconclusive',
      reason: 'keys_not_checked',
      usable: true,
      models: ['llama'],
    })
  })

  it('needs no control where there is no secret', () => {
    expect(custom.nextCheck(parse({}), [list('models')])).toMatchObject({
      outcome: 'valid',
      reason: 'accepted',
    })
  })

  it('proves nothing when the control itself gets no answer', () => {
    const end = custom.nextCheck(parse({ token: key }), [
      list('models'),
      { step: 'control', latencyMs: 1, result: { ok: false, failure: 'timeout' } },
    ])
    expect(end).toMatchObject({ outcome: 'unreachable', reason: 'no_answer', usable: true })
  })

  it('tests with the model that was named', () => {
    const next = custom.nextCheck(parse({ token: key, options: { model: 'qwen' } }), [
      answer('models', 404, {}),
    ])
    expect('request' in next && JSON.parse(next.request.body ?? '')).toMatchObject({
      model: 'qwen',
      max_tokens: 1,
      stream: false,
    })
  })

  it('builds one URL from every way to write the address', () => {
    for (const typed of [baseUrl, `${baseUrl}/`, `${baseUrl}//`, `${baseUrl}/chat/completions`])
      expect(custom.nextCheck(parse({ baseUrl: typed }), [])).toMatchObject({
        request: { url: `${baseUrl}/models` },
      })
  })

  it('reads a page with status 200 as no API, never as a bad key', () => {
    const response: HttpResponse = { status: 200, headers: {}, body: '<html></html>' }
    const end = custom.nextCheck(parse({ token: key }), [
      { step: 'models', latencyMs: 1, result: { ok: true, response } },
    ])
    expect(end).toMatchObject({ outcome: 'inconclusive', reason: 'not_the_api' })
  })
})
