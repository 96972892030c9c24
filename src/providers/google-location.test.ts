import { describe, expect, test } from 'vitest'
import {
  googleLocationPattern,
  googleProjectPattern,
  suggestedGoogleLocations,
  vertexHost,
} from './google-location'

const hostMoving = ['evil.com#', 'a/b', 'a?b', 'a@b', 'a\\b', 'a:1', 'us-central1.evil.com', '', 'global\n']

describe('hosts of Vertex AI', () => {
  test.each([
    ['global', 'aiplatform.googleapis.com'],
    ['us', 'aiplatform.us.rep.googleapis.com'],
    ['eu', 'aiplatform.eu.rep.googleapis.com'],
    ['europe-west4', 'europe-west4-aiplatform.googleapis.com'],
    ['northamerica-northeast1', 'northamerica-northeast1-aiplatform.googleapis.com'],
  ])('the location %s is served at its own host', (location, host) => {
    expect(vertexHost(location)).toBe(host)
  })

  test.each(hostMoving)('a location or project that would move the host is refused: %j', (text) => {
    expect(googleLocationPattern.test(text)).toBe(false)
    expect(googleProjectPattern.test(text)).toBe(false)
    expect(() => vertexHost(text)).toThrow('Not a Google Cloud location')
  })

  test('projects are named by id or number', () => {
    expect(googleProjectPattern.test('tw-prod')).toBe(true)
    expect(googleProjectPattern.test('123456789012')).toBe(true)
    expect(googleProjectPattern.test('TW-Prod')).toBe(false)
  })

  test('every suggested location has the form of a location', () => {
    expect(suggestedGoogleLocations.every((location) => googleLocationPattern.test(location))).toBe(true)
  })
})
