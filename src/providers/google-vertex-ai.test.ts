import { generateKeyPairSync } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { googleVertexAi } from './google-vertex-ai'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const file = (changes: Record<string, unknown> = {}) =>
  JSON.stringify({
    type: 'service_account',
    project_id: 'tw-prod',
    private_key_id: 'a1b2c3',
    private_key: pem,
    client_email: 'ledger@tw-prod.iam.gserviceaccount.com',
    token_uri: 'https://evil.example/token',
    universe_domain: 'evil.example',
    ...changes,
  })
const apiKey = `AI${'za'}${'Ab3dE6g'.repeat(5)}`
const parse = (token: string | Record<string, unknown>, options?: Record<string, unknown>) =>
  googleVertexAi.credentials.parse({ token, options })
const issuesOf = (token: string, options?: Record<string, unknown>) =>
  googleVertexAi.credentials.safeParse({ token, options }).error?.issues

describe('a service account', () => {
  test('is called at the host of its location, inside the project of its file, globally by default', () => {
    expect(googleVertexAi.destination(parse(file()))).toBe(
      'https://aiplatform.googleapis.com/v1/projects/tw-prod/locations/global/publishers/google',
    )
    expect(parse(file(), { project: 'tw-other', location: 'europe-west4' }).options).toEqual({
      project: 'tw-other',
      location: 'europe-west4',
    })
  })

  test('signs for the fixed token endpoint, whatever the file says, for at most an hour', async () => {
    const now = new Date()
    const request = await googleVertexAi.tokenRequest(parse(file()), now)
    const form = new URLSearchParams(request?.body)
    const assertion = form.get('assertion') ?? ''
    const { payload } = await jwtVerify(assertion, pair.publicKey)
    expect(request).toMatchObject({ method: 'POST', url: 'https://oauth2.googleapis.com/token' })
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
    expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'RS256', kid: 'a1b2c3' })
    expect(payload).toEqual({
      iss: 'ledger@tw-prod.iam.gserviceaccount.com',
      aud: 'https://oauth2.googleapis.com/token',
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      iat: Math.floor(now.getTime() / 1000),
      exp: Math.floor(now.getTime() / 1000) + 3600,
    })
  })

  test('keeps nothing of its file but the address and the key', () => {
    const { secret, removed } = parse(`\n${file()}\n`)
    expect(Object.keys(secret.reveal())).toEqual(['clientEmail', 'privateKey', 'privateKeyId'])
    expect(removed).toEqual([{ field: 'token', what: 'a line break' }])
  })

  test('its mask is its address, without the common end', () => {
    expect(googleVertexAi.mask(parse(file()))).toBe('ledger@tw-prod.iam…')
  })

  test('never calls without its access token', () => {
    const request = { method: 'GET' as const, url: 'https://aiplatform.googleapis.com/', headers: {} }
    expect(() => googleVertexAi.authorize(request, parse(file()))).toThrow()
  })

  test.each([
    ['token', file({ type: 'authorized_user' }), {}],
    ['token', file().slice(0, -30), {}],
    ['options.project', file({ project_id: undefined }), {}],
    ['options.project', file({ project_id: 'evil.com#' }), {}],
    ['options.project', file(), { project: 'a/b' }],
    ['options.location', file(), { location: 'evil.com#' }],
    ['options.location', file(), { location: 'a:1' }],
  ])('a fault is told at %s and quotes nothing', (field, token, options) => {
    const issues = issuesOf(token, options)
    expect(issues?.map(({ path }) => path.join('.'))).toEqual([field])
    expect(JSON.stringify(issues)).not.toMatch(/MII|ledger|evil|a\/b|a:1/)
  })
})

describe('an API key of Google', () => {
  test('is called at the global host, in a header and never in the address', () => {
    const credential = parse(apiKey)
    const next = googleVertexAi.nextCheck(credential, [])
    if (!('step' in next)) throw new Error('a request was expected')
    const request = googleVertexAi.authorize(next.request, credential)
    expect(request.url).toMatch(
      /^https:\/\/aiplatform\.googleapis\.com\/v1\/publishers\/google\/models\/[^?]+$/,
    )
    expect(request.headers).toMatchObject({ 'x-goog-api-key': apiKey })
    expect(googleVertexAi.tokenRequest(credential, new Date())).toBeNull()
  })

  test('takes no project and no location', () => {
    expect(issuesOf(apiKey, { location: 'eu' })).toMatchObject([{ path: ['options', 'location'] }])
    expect(issuesOf(apiKey, { location: '' })).toBeUndefined()
  })

  test('an access token, which ends within an hour, is refused', () => {
    const token = `ya${'29'}.${'A'.repeat(40)}`
    expect(issuesOf(token)).toMatchObject([
      { path: ['token'], message: expect.stringMatching(/access token/) },
    ])
  })

  test('a key of another provider is refused with the offer to switch', () => {
    expect(issuesOf(`gs${'k_'}${'A'.repeat(52)}`)).toMatchObject([
      { path: ['token'], params: { suggest: 'groq' } },
    ])
  })
})
