import { describe, expect, test } from 'vitest'
import { azureOpenai } from './azure-openai'

const token = 'Ab3dE6gH'.repeat(5)
const parse = (options: Record<string, unknown>) => azureOpenai.credentials.parse({ token, options })
const first = (options: Record<string, unknown>) => azureOpenai.nextCheck(parse(options), [])
const issuesOf = (options: Record<string, unknown> | undefined, typed = token) =>
  azureOpenai.credentials.safeParse({ token: typed, options }).error?.issues

describe('a key of Azure OpenAI', () => {
  test('is bound to the host of its resource', () => {
    expect(azureOpenai.destination(parse({ resource: 'tw-prod' }))).toBe('https://tw-prod.openai.azure.com')
    expect(azureOpenai.destination(parse({ resource: 'https://tw.services.ai.azure.com/' }))).toBe(
      'https://tw.services.ai.azure.com',
    )
  })

  test('lists models by v1, or by the dated API version', () => {
    expect(first({ resource: 'tw-prod', apiVersion: '' })).toMatchObject({
      request: { url: 'https://tw-prod.openai.azure.com/openai/v1/models' },
    })
    expect(first({ resource: 'tw-prod', apiVersion: '2024-10-21' })).toMatchObject({
      request: { url: 'https://tw-prod.openai.azure.com/openai/models?api-version=2024-10-21' },
    })
  })

  test('the address of a deployment fills resource, deployment and API version; what is given by itself wins', () => {
    const resource =
      'https://tw-prod.openai.azure.com/openai/deployments/chat/completions?api-version=2024-10-21'
    expect(parse({ resource, deployment: '' }).options).toEqual({
      resource: 'tw-prod',
      deployment: 'chat',
      apiVersion: '2024-10-21',
    })
    expect(parse({ resource, deployment: 'chat-prod' }).options).toMatchObject({ deployment: 'chat-prod' })
  })

  test('stored options read again are the same', () => {
    const { options } = parse({ resource: 'https://tw.cognitiveservices.azure.com', deployment: 'chat' })
    expect(azureOpenai.options.parse(options)).toEqual(options)
  })

  test.each(['evil.com#', 'a/b', 'a?b', 'a@b', 'a\\b', 'a:1', ''])(
    'a resource that would move the host is refused at its field: %j',
    (resource) => {
      expect(issuesOf({ resource })).toMatchObject([{ path: ['options', 'resource'] }])
    },
  )

  test.each([
    ['deployment', { resource: 'tw-prod', deployment: '../keys' }],
    ['apiVersion', { resource: 'tw-prod', apiVersion: '2024-10-21&x=1' }],
    ['resource', {}],
    ['resource', undefined],
  ])('a wrong or missing %s is refused at its field', (option, options) => {
    const issues = issuesOf(options)
    expect(issues).toMatchObject([{ path: ['options', option] }])
    expect(JSON.stringify(issues)).not.toMatch(/\.\.\/keys|&x=1/)
  })

  test('a sign-in token is refused', () => {
    const jwt = `${'eyJ'}hbGciOi.${'eyJ'}hdWQi.c2ln`
    const issues = issuesOf({ resource: 'tw-prod' }, jwt)
    expect(issues).toMatchObject([{ path: ['token'], message: expect.stringMatching(/sign-in token/) }])
    expect(JSON.stringify(issues)).not.toContain(jwt)
  })

  test('a resource that does not exist is unreachable, not an invalid key', () => {
    const result = { ok: false, failure: 'dns' } as const
    expect(
      azureOpenai.nextCheck(parse({ resource: 'tw-prod' }), [{ step: 'models', result, latencyMs: 1 }]),
    ).toMatchObject({ outcome: 'unreachable', reason: 'no_answer' })
  })
})
