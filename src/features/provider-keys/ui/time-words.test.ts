import { describe, expect, test } from 'vitest'
import { ageDays, clockWords, dayTimeWords, fullTimeWords, isPastAge, latencyWords } from './time-words'

const now = Date.parse('2026-11-25T10:00:00.000Z')
const clock = { now, zone: 'UTC' }
const before = (ms: number) => new Date(now - ms).toISOString()

describe('words for times', () => {
  test('a server clock that runs ahead does not give a negative age', () => {
    expect(ageDays(before(-5_000), now)).toBe(0)
  })

  test('absolute times stand in the reader’s zone', () => {
    const at = '2026-11-24T16:40:09.000Z'
    expect(dayTimeWords(at, clock)).toBe('24 Nov, 16:40')
    expect(dayTimeWords('2026-09-05T08:03:00Z', clock)).toBe('5 Sep, 08:03')
    expect(clockWords(at, { now, zone: 'Europe/Berlin' })).toBe('17:40')
    expect(fullTimeWords(at, clock)).toBe('24 November 2026, 16:40:09 UTC')
  })

  test('a secret is late only past the limit, and never without one', () => {
    expect(isPastAge(before(90 * 86_400_000), now, 90)).toBe(false)
    expect(isPastAge(before(91 * 86_400_000), now, 90)).toBe(true)
    expect(isPastAge(before(9_999 * 86_400_000), now, null)).toBe(false)
  })

  test('long answers are told in seconds', () => {
    expect([latencyWords(84.4), latencyWords(10_012)]).toEqual(['84 ms', '10.0 s'])
  })
})
