import { describe, expect, it } from 'vitest'
import type { CredentialInput } from './provider'
import { openai } from './openai'

const token = `sk-${'proj'}-${'a'.repeat(40)}xyz9`
const parse = (input: CredentialInput = {}) => openai.credentials.parse({ token, ...input })
const pathsOf = (input: CredentialInput) =>
  openai.credentials.safeParse({ token, ...input }).error?.issues.map(({ path }) => path.join('.'))
const plain = { method: 'GET' as const, url: 'https://api.openai.com/v1/models', headers: {} }

describe('an OpenAI credential', () => {
  it('empty options are absent, and none of their headers is sent', () => {
    const credential = parse({ options: { organization: ' ', project: '' }, baseUrl: '' })
    expect(credential).toMatchObject({ options: {}, baseUrl: null })
    expect(Object.keys(credential.options)).toEqual([])
    expect(openai.authorize(plain, credential)).toEqual({
      ...plain,
      headers: { authorization: `Bearer ${token}` },
    })
  })

  it('options become headers of every request', () => {
    const credential = parse({ options: { organization: 'org-Tide1', project: 'proj_Tide2' } })
    expect(openai.authorize(plain, credential)).toMatchObject({
      headers: { 'openai-organization': 'org-Tide1', 'openai-project': 'proj_Tide2' },
    })
  })

  it('names the field of what is wrong', () => {
    expect(pathsOf({ options: { organization: 'Tidewater' } })).toEqual(['options.organization'])
    expect(pathsOf({ options: { project: 'org-x' } })).toEqual(['options.project'])
    expect(pathsOf({ options: { region: 'us-east-1' } })).toEqual(['options.region'])
    expect(pathsOf({ options: { project: { nested: 1 } } })).toEqual(['options.project'])
    expect(pathsOf({ baseUrl: 'eu.api.openai.com' })).toEqual(['baseUrl'])
    expect(pathsOf({ token: undefined })).toEqual(['token'])
    expect(pathsOf({ token: { key: token } })).toEqual(['token'])
  })

  it('another address is where its calls go, and nowhere else', () => {
    const credential = parse({ baseUrl: 'https://eu.api.openai.com/v1/' })
    expect(openai.destination(credential)).toBe('https://eu.api.openai.com/v1')
    expect(openai.nextCheck(credential, [])).toMatchObject({
      request: { url: 'https://eu.api.openai.com/v1/models' },
    })
    expect(openai.destination(parse())).toBe('https://api.openai.com/v1')
  })

  it('shows its prefix and its last four', () => {
    expect(openai.mask(parse())).toBe('sk-proj-…xyz9')
  })

  it('tells the scope that is missing, in our words', () => {
    const body = JSON.stringify({
      error: 'You have insufficient permissions. Missing scopes: api.model.read.',
    })
    expect(openai.readError({ status: 401, headers: {}, body }, parse())).toEqual({
      class: 'permission',
      reason: 'models_not_listed',
      params: { scope: 'api.model.read' },
      usable: true,
    })
  })
})
