import { describe, expect, it } from 'vitest'
import { ago } from './ago'

const now = Date.parse('2026-11-25T12:00:00.000Z')
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString()

describe('the age of an event', () => {
  it.each([
    [0, 'Just now'],
    [59, 'Just now'],
    [60, '1 min ago'],
    [59 * 60 + 59, '59 min ago'],
    [3600, '1 h ago'],
    [86_399, '23 h ago'],
    [86_400, '1 d ago'],
    [29 * 86_400, '29 d ago'],
    [31 * 86_400, '25 Oct'],
    [400 * 86_400, '21 Oct 2025'],
  ])('%i seconds ago reads "%s"', (seconds, words) => {
    expect(ago(before(seconds), now)).toBe(words)
  })

  it('never lies in the future when the clocks of browser and server differ', () => {
    expect(ago(before(-90), now)).toBe('Just now')
  })
})
