import { expect, it } from 'vitest'
import type { Finding } from '@/providers/verdict'
import { admitVerdict, canActivate } from './admit-verdict'

const finding = (outcome: Finding['outcome'], reason: Finding['reason'], usable: boolean): Finding => ({
  outcome,
  reason,
  usable,
})
const ask = (given: Finding, ifUncertain: 'reject' | 'saveInactive' = 'reject', trusted = false) =>
  admitVerdict(given, { ifUncertain, trusted })

const good = [finding('valid', 'accepted', true), finding('valid', 'rate_limited', true)]
const weak = [finding('limited', 'billing', false), finding('limited', 'models_not_listed', true)]
const misplaced = [
  finding('limited', 'options_wrong', false),
  finding('limited', 'wrong_organization', false),
]
const open = [finding('unreachable', 'no_answer', false), finding('inconclusive', 'server_error', false)]
const refused = finding('invalid', 'rejected', false)

it('stores an accepted key as active, usable as the check found', () => {
  for (const given of [...good, ...weak])
    expect(ask(given)).toEqual({ stored: true, status: 'active', usable: given.usable })
})

it('never stores a rejected key', () => {
  expect(ask(refused)).toEqual({ stored: false, code: 'KEY_REJECTED' })
  expect(ask(refused, 'saveInactive')).toEqual({ stored: false, code: 'KEY_REJECTED' })
})

it('stores an unsettled key, or one with wrong options, only when asked, and inactive', () => {
  for (const given of [...misplaced, ...open]) {
    expect(ask(given)).toEqual({ stored: false, code: 'KEY_NOT_CONFIRMED' })
    expect(ask(given, 'saveInactive')).toEqual({ stored: true, status: 'inactive', usable: false })
  }
})

it('stores a custom key as active whatever its test says', () => {
  for (const given of [refused, ...open, finding('untested', 'not_tested', true)])
    expect(ask(given, 'reject', true)).toEqual({ stored: true, status: 'active', usable: true })
})

it('lets a key be switched on only when its provider has accepted it, or when it is custom', () => {
  for (const given of [...good, ...weak]) expect(canActivate(given, false)).toBe(true)
  for (const given of [...misplaced, ...open, refused]) {
    expect(canActivate(given, false)).toBe(false)
    expect(canActivate(given, true)).toBe(true)
  }
  expect(canActivate({ ...finding('unreachable', 'no_answer', true) }, false)).toBe(true)
})
