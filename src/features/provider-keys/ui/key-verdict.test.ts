import { describe, expect, test } from 'vitest'
import type { ProviderKeyView } from '../schema'
import { keyVerdict } from './key-verdict'

const now = Date.parse('2026-11-25T10:00:30Z')
const valid = { outcome: 'valid', reason: 'accepted', params: {}, usable: true }
const rejected = { outcome: 'invalid', reason: 'rejected', params: {}, usable: false }
const key = (more: object): ProviderKeyView =>
  ({
    provider: 'openai',
    name: null,
    verdict: valid,
    lastCheck: null,
    confirmAt: null,
    ...more,
  }) as ProviderKeyView
const read = (more: object) => keyVerdict(key(more), now, 'UTC')

describe('the verdict of a row', () => {
  test('a valid key stays quiet', () => {
    expect(read({})).toEqual({ outcome: 'valid', word: 'Valid', why: null })
  })

  test('a problem tells its reason', () => {
    expect(read({ verdict: rejected })).toMatchObject({ word: 'Invalid', why: 'Rejected by OpenAI' })
  })

  test('a rejection that does not count yet keeps the verdict and says when it will be confirmed', () => {
    const lastCheck = { ...rejected, checkedAt: '2026-11-25T10:00:00Z' }
    expect(read({ lastCheck, confirmAt: '2026-11-25T10:05:00Z' })).toEqual({
      outcome: 'valid',
      word: 'Valid',
      why: 'Confirming at 10:05',
      title: 'Rejected just now; confirming at 10:05',
    })
  })

  test('an odd last check that changed nothing is told beside the verdict', () => {
    const lastCheck = {
      outcome: 'inconclusive',
      reason: 'server_error',
      params: { status: 529 },
      usable: false,
    }
    expect(read({ lastCheck }).why).toBe('Last: Answered 529')
  })
})
