import { describe, expect, it } from 'vitest'
import { createOriginRewrite, type OriginRule } from './rewrite-origin'

const rewrite = (url: string, ...rules: OriginRule[]) => createOriginRewrite(rules).rewrite(new URL(url)).href
const models = 'https://api.openai.com/v1/models?limit=1'

describe('createOriginRewrite', () => {
  it('leaves URLs alone that no rule names', () => {
    expect(rewrite(models)).toBe(models)
    expect(rewrite(models, { from: 'https://api.openai.co', to: 'http://127.0.0.1:4010' })).toBe(models)
    expect(rewrite(models, { from: 'http://api.openai.com', to: 'http://127.0.0.1:4010' })).toBe(models)
  })

  it('replaces an exact origin and keeps path and query', () => {
    const rule = { from: 'https://api.openai.com', to: 'http://127.0.0.1:4010/' }
    expect(rewrite(models, rule)).toBe('http://127.0.0.1:4010/v1/models?limit=1')
  })

  it('puts the original host where the target asks for it', () => {
    const rule = { from: '*', to: 'https://egress.example.com/to/{host}' }
    expect(rewrite(models, rule)).toBe('https://egress.example.com/to/api.openai.com/v1/models?limit=1')
    expect(rewrite('https://llm.example.com:8443/v1', rule)).toBe(
      'https://egress.example.com/to/llm.example.com:8443/v1',
    )
  })

  it('a star stands for any part of the host, and dots for themselves', () => {
    const rule = { from: 'https://*.openai.azure.com', to: 'http://127.0.0.1:4010' }
    expect(rewrite('https://acme.openai.azure.com/openai', rule)).toBe('http://127.0.0.1:4010/openai')
    expect(rewrite('https://openai.azure.com/openai', rule)).toBe('https://openai.azure.com/openai')
    expect(rewrite('https://acme.openai.azure.com.evil.com/', rule)).toBe(
      'https://acme.openai.azure.com.evil.com/',
    )
    expect(rewrite('https://acme.openaiXazure.com/', rule)).toBe('https://acme.openaixazure.com/')
  })

  it('takes the first rule that matches', () => {
    const rules = [
      { from: 'https://api.openai.com', to: 'http://127.0.0.1:1' },
      { from: '*', to: 'http://127.0.0.1:2' },
    ]
    expect(rewrite(models, ...rules)).toContain('127.0.0.1:1/')
    expect(rewrite('https://api.cohere.com/', ...rules)).toContain('127.0.0.1:2/')
  })

  it('names the origins it leads to', () => {
    const { targets } = createOriginRewrite([{ from: '*', to: 'http://127.0.0.1:4010/{host}' }])
    expect([...targets]).toEqual(['http://127.0.0.1:4010'])
  })

  it.each([
    'http://{host}',
    'https://{host}.egress.com',
    'https://egress.com?to={host}',
    'https://u@egress.com',
    'ftp://egress.com',
    'egress.com',
    '',
  ])('refuses the target %j', (to) => {
    expect(() => createOriginRewrite([{ from: '*', to }])).toThrow('is not an origin with a path')
  })

  it.each(['', '**/x', 'https://*/path', 'https://u@*.com', '*.com', 'https://*.com?x'])(
    'refuses the source %j',
    (from) => {
      expect(() => createOriginRewrite([{ from, to: 'http://127.0.0.1:4010' }])).toThrow('is not an origin')
    },
  )
})
