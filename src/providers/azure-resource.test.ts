import { describe, expect, test } from 'vitest'
import { azureHost, readAzureResource } from './azure-resource'

describe('the resource of Azure OpenAI', () => {
  test.each([
    ['tw-prod', 'tw-prod'],
    ['  TW-Prod ', 'tw-prod'],
    ['https://tw-prod.openai.azure.com', 'tw-prod'],
    ['https://tw-prod.openai.azure.com/', 'tw-prod'],
    ['https://TW-PROD.openai.azure.com/openai/v1', 'tw-prod'],
    ['tw-prod.openai.azure.com', 'tw-prod'],
    ['https://tw-prod.services.ai.azure.com', 'tw-prod.services.ai.azure.com'],
    ['https://tw-prod.services.ai.azure.com/api/projects/one', 'tw-prod.services.ai.azure.com'],
    ['https://tw-prod.cognitiveservices.azure.com/openai/v1/', 'tw-prod.cognitiveservices.azure.com'],
  ])('%s is stored as %s', (typed, resource) => {
    expect(readAzureResource(typed)).toEqual({ resource })
    expect(readAzureResource(resource)).toEqual({ resource })
  })

  test('the URL of a deployment gives resource, deployment and api version', () => {
    const url =
      'https://tw-prod.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21'
    expect(readAzureResource(url)).toEqual({
      resource: 'tw-prod',
      deployment: 'gpt-4o',
      apiVersion: '2024-10-21',
    })
  })

  test.each([
    'evil.com#',
    'a/b',
    'a?b',
    'a@b',
    'a\\b',
    'a:1',
    '',
    'https://evil.com',
    'https://openai.azure.com',
    'https://a.b.openai.azure.com',
    'https://openai.azure.com.evil.com',
    'https://evil.com/tw-prod.openai.azure.com',
    'https://x@tw-prod.openai.azure.com',
    'https://tw-prod.openai.azure.com:8443',
    'https://tw-prod.openai.azure.com\\.evil.com',
    'https://-a.openai.azure.com',
    'ftp://tw-prod.openai.azure.com',
  ])('an address that would move the host is refused without being quoted: %j', (typed) => {
    const read = readAzureResource(typed)
    expect(read).toHaveProperty('problem')
    expect(typed === '' || !JSON.stringify(read).includes(typed)).toBe(true)
  })

  test('an unencrypted endpoint is refused', () => {
    expect(readAzureResource('http://tw-prod.openai.azure.com')).toEqual({
      problem: 'The endpoint must begin with https://',
    })
  })

  test('an address of the portal is told from an endpoint', () => {
    expect(readAzureResource('https://portal.azure.com/#@tw/resource/overview')).toMatchObject({
      problem: expect.stringContaining('portal page'),
    })
  })

  test('the host is rebuilt from the name', () => {
    expect(azureHost('tw-prod')).toBe('tw-prod.openai.azure.com')
    expect(azureHost('tw-prod.services.ai.azure.com')).toBe('tw-prod.services.ai.azure.com')
  })
})
