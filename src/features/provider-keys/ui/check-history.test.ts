import { expect, test } from 'vitest'
import type { Outcome } from '@/providers/verdict'
import { historyWords, usableShare } from './check-history'

const check = (outcome: Outcome, usable: boolean) => ({ outcome, usable, checkedAt: '2026-11-25T10:00:00Z' })

test('the history is told in words for those who do not see the strip', () => {
  const checks = [
    check('valid', true),
    check('limited', true),
    check('valid', true),
    check('unreachable', false),
  ]
  expect(historyWords(checks)).toBe('4 checks: 2 valid, 1 limited, 1 unreachable')
  expect(historyWords([check('invalid', false)])).toBe('1 check: 1 invalid')
})

test('the usable share counts limited keys that work', () => {
  expect(usableShare([check('limited', true), check('invalid', false)])).toBe('50 %')
  expect(usableShare([check('valid', true), check('valid', true), check('invalid', false)])).toBe('66.7 %')
})
