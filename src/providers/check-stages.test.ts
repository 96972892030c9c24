import { describe, expect, it } from 'vitest'
import type { HttpExchange } from '@/core/http'
import { stagesOf } from './check-stages'
import type { CheckEnd } from './provider'
import { outcomes, reasons } from './verdict'

const exchange = (latencyMs: number): HttpExchange => ({
  step: 'models',
  latencyMs,
  result: { ok: true, response: { status: 200, headers: {}, body: '' } },
})
const silent: HttpExchange = { step: 'models', latencyMs: 9, result: { ok: false, failure: 'timeout' } }
const states = (end: CheckEnd, exchanges: HttpExchange[] = [exchange(5)]) =>
  stagesOf(end, exchanges).map(({ state }) => state)

describe('the four questions of a check', () => {
  it.each<[string, CheckEnd, string[]]>([
    [
      'a good key',
      { outcome: 'valid', reason: 'accepted', usable: true, models: ['a'] },
      ['passed', 'passed', 'passed', 'passed'],
    ],
    [
      'a list without models',
      { outcome: 'valid', reason: 'accepted', usable: true, models: [] },
      ['passed', 'passed', 'passed', 'warned'],
    ],
    [
      'too many requests',
      { outcome: 'valid', reason: 'rate_limited', usable: true },
      ['passed', 'passed', 'unknown', 'unknown'],
    ],
    [
      'a key that may not list',
      { outcome: 'limited', reason: 'models_not_listed', usable: true },
      ['passed', 'passed', 'warned', 'warned'],
    ],
    [
      'a key that may not chat',
      { outcome: 'limited', reason: 'chat_not_allowed', usable: false },
      ['passed', 'passed', 'failed', 'unknown'],
    ],
    [
      'a wrong deployment',
      { outcome: 'limited', reason: 'options_wrong', usable: false },
      ['passed', 'passed', 'unknown', 'failed'],
    ],
    [
      'a rejected key',
      { outcome: 'invalid', reason: 'rejected', usable: false },
      ['passed', 'failed', 'skipped', 'skipped'],
    ],
    [
      'a broken provider',
      { outcome: 'inconclusive', reason: 'server_error', usable: false },
      ['passed', 'unknown', 'skipped', 'skipped'],
    ],
    [
      'a page in between',
      { outcome: 'inconclusive', reason: 'not_the_api', usable: false },
      ['warned', 'unknown', 'skipped', 'skipped'],
    ],
    [
      'an open endpoint',
      { outcome: 'inconclusive', reason: 'keys_not_checked', usable: true, models: ['a'] },
      ['passed', 'warned', 'passed', 'passed'],
    ],
    [
      'a region not served',
      { outcome: 'unreachable', reason: 'region', usable: false },
      ['failed', 'skipped', 'skipped', 'skipped'],
    ],
  ])('%s', (_, end, expected) => {
    expect(states(end)).toEqual(expected)
  })

  it('a silent host fails the first and skips the rest', () => {
    const end: CheckEnd = { outcome: 'unreachable', reason: 'no_answer', usable: false }
    expect(states(end, [silent])).toEqual(['failed', 'skipped', 'skipped', 'skipped'])
  })

  it('a check that never started skips all', () => {
    expect(states({ outcome: 'untested', reason: 'not_tested', usable: false }, [])).toEqual(
      Array(4).fill('skipped'),
    )
  })

  it('times add up, and are given only where an answer came', () => {
    const end: CheckEnd = { outcome: 'limited', reason: 'models_not_listed', usable: true }
    expect(stagesOf(end, [exchange(84.4), exchange(100)]).map(({ latencyMs }) => latencyMs)).toEqual([
      84, 84, 184, 184,
    ])
    expect(
      stagesOf({ outcome: 'invalid', reason: 'rejected', usable: false }, [exchange(5)]).map(
        ({ latencyMs }) => latencyMs,
      ),
    ).toEqual([5, 5, null, null])
  })

  it('every outcome and reason has an answer for all four, and nothing passes after a failure to reach', () => {
    for (const outcome of outcomes)
      for (const reason of reasons)
        for (const exchanges of [[], [silent], [exchange(1)]]) {
          const stages = states({ outcome, reason, usable: false }, exchanges)
          expect(stages).toHaveLength(4)
          if (stages[0] === 'failed') expect(stages.slice(1)).toEqual(['skipped', 'skipped', 'skipped'])
        }
  })
})
