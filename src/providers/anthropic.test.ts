import { describe, expect, test } from 'vitest'
import type { HttpExchange, HttpResult } from '@/core/http'
import { anthropic } from './anthropic'

const key = `sk-${'ant'}-api03-${'Ab3dE6gH'.repeat(5)}`
const credential = (options = {}) => anthropic.credentials.parse({ token: key, options })
const exchange = (step: string, result: HttpResult): HttpExchange => ({ step, result, latencyMs: 1 })
const answer = (status: number, body: unknown): HttpResult => ({
  ok: true,
  response: { status, headers: {}, body: JSON.stringify(body) },
})

describe('a key of Anthropic', () => {
  test('goes into its own header, with the version, and with the workspace where one is given', () => {
    const request = { method: 'GET' as const, url: 'https://api.anthropic.com/v1/models', headers: {} }
    expect(anthropic.authorize(request, credential())).toMatchObject({
      headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01' },
    })
    expect(anthropic.authorize(request, credential({ workspaceId: '' }))).not.toHaveProperty(
      'headers.anthropic-workspace-id',
    )
    expect(anthropic.authorize(request, credential({ workspaceId: ' wrkspc_01AbCd ' }))).toHaveProperty(
      'headers.anthropic-workspace-id',
      'wrkspc_01AbCd',
    )
  })

  test.each([
    ['admin key', `sk-${'ant'}-admin01-${'A'.repeat(40)}`, /admin key/],
    ['sign-in token of Claude Code', `sk-${'ant'}-oat01-${'A'.repeat(40)}`, /Claude Code/],
    ['key of OpenAI', `sk-${'proj'}-${'A'.repeat(40)}`, /OpenAI/],
  ])('an %s is refused before any call', (_, token, words) => {
    const issues = anthropic.credentials.safeParse({ token }).error?.issues
    expect(issues).toMatchObject([{ path: ['token'], message: expect.stringMatching(words) }])
    expect(JSON.stringify(issues)).not.toContain(token)
  })

  test('a workspace id of another form is refused at its field', () => {
    const issues = anthropic.credentials.safeParse({ token: key, options: { workspaceId: 'a/b' } }).error
      ?.issues
    expect(issues).toMatchObject([{ path: ['options', 'workspaceId'] }])
  })

  test('a first answer that decides is not followed by another request', () => {
    const rejected = answer(401, { type: 'error', error: { type: 'authentication_error', message: '' } })
    expect(anthropic.nextCheck(credential(), [exchange('models', rejected)])).toMatchObject({
      outcome: 'invalid',
    })
  })

  test('a key that may not list models is not called dead when the second chance finds no answer', () => {
    const refused = answer(403, { type: 'error', error: { type: 'permission_error', message: '' } })
    const exchanges = [
      exchange('models', refused),
      exchange('count_tokens', { ok: false, failure: 'timeout' }),
    ]
    expect(anthropic.nextCheck(credential(), exchanges)).toMatchObject({ outcome: 'unreachable' })
  })
})
