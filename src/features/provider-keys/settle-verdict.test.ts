import { describe, expect, it } from 'vitest'
import type { Finding } from '@/providers/verdict'
import { confirmAfterMs, settleVerdict, untested, type SettledVerdict } from './settle-verdict'

const start = new Date('2026-03-01T10:00:00.000Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const finding = (
  outcome: Finding['outcome'],
  reason: Finding['reason'],
  usable = false,
): Required<Finding> => ({ outcome, reason, usable, params: {} })
const valid = finding('valid', 'accepted', true)
const noCredit = finding('limited', 'billing')
const rejected = finding('invalid', 'rejected')
const noAnswer = finding('unreachable', 'no_answer')
const serverError = finding('inconclusive', 'server_error')
const unreadable = finding('inconclusive', 'secret_unreadable')

function settleAll(
  checks: readonly (readonly [minutes: number, check: Required<Finding>])[],
  { trusted = false, from = untested(trusted) }: { trusted?: boolean; from?: SettledVerdict } = {},
): SettledVerdict {
  return checks.reduce(
    (before, [minutes, check]) => settleVerdict(before, check, { now: after(minutes), trusted }),
    from,
  )
}

describe('a settled verdict', () => {
  it('takes good news at once, and says since when', () => {
    expect(settleAll([[1, valid]])).toMatchObject({ outcome: 'valid', usable: true, since: after(1) })
    expect(settleAll([[1, valid], [3, noCredit]])).toMatchObject({ reason: 'billing', usable: false, since: after(3) }) // prettier-ignore
  })

  it('keeps its time while checks say the same', () => {
    expect(settleAll([[1, valid], [9, valid]]).since).toEqual(after(1)) // prettier-ignore
  })

  it('stays valid after one rejection, which waits for confirmation', () => {
    const once = settleAll([[0, valid], [10, rejected]]) // prettier-ignore
    expect(once).toMatchObject({ outcome: 'valid', usable: true, rejections: 1, since: start })
    expect(once.confirmAt).toEqual(new Date(after(10).getTime() + confirmAfterMs))
  })

  it('is not confirmed by further tests before the confirmation is due', () => {
    const often = settleAll([[0, valid], [10, rejected], [10.5, rejected], [11, rejected], [14.9, rejected]]) // prettier-ignore
    expect(often).toMatchObject({ outcome: 'valid', rejections: 1, confirmAt: after(15) })
  })

  it('becomes invalid with the second confirmation, minutes after the first', () => {
    const twice = settleAll([[0, valid], [10, rejected], [15, rejected]]) // prettier-ignore
    expect(twice).toMatchObject({ outcome: 'valid', rejections: 2, confirmAt: after(20) })
    const thrice = settleAll([[20, rejected]], { from: twice })
    expect(thrice).toMatchObject({ outcome: 'invalid', usable: false, rejections: 0, confirmAt: null, since: after(20) }) // prettier-ignore
  })

  it('forgets rejections as soon as the key is accepted again', () => {
    const back = settleAll([[0, valid], [10, rejected], [15, rejected], [16, valid], [30, rejected]]) // prettier-ignore
    expect(back).toMatchObject({ outcome: 'valid', rejections: 1, since: start })
  })

  it('turns unreachable at once without taking the use of a key that worked', () => {
    const down = settleAll([[0, valid], [10, noAnswer]]) // prettier-ignore
    expect(down).toMatchObject({ outcome: 'unreachable', usable: true, params: { was: 'valid' } })
    expect(settleAll([[11, noAnswer]], { from: down })).toMatchObject({
      since: after(10),
      params: { was: 'valid' },
    })
    expect(settleAll([[11, rejected]], { from: down })).toMatchObject({
      outcome: 'unreachable',
      rejections: 1,
    })
  })

  it('remembers over an outage that a key without credit was accepted', () => {
    const down = settleAll([[0, noCredit], [10, noAnswer]]) // prettier-ignore
    expect(down).toMatchObject({ usable: false, params: { was: 'limited' } })
    expect(settleAll([[11, rejected]], { from: down })).toMatchObject({
      outcome: 'unreachable',
      rejections: 1,
    })
  })

  it('is left alone by an inconclusive check of a key that worked', () => {
    expect(settleAll([[0, valid], [10, serverError]])).toEqual(settleAll([[0, valid]])) // prettier-ignore
  })

  it('neither confirms nor drops a pending rejection by an outage, and asks again later', () => {
    for (const outage of [noAnswer, serverError])
      expect(settleAll([[0, valid], [10, rejected], [15, outage]])).toMatchObject({ rejections: 1, confirmAt: after(20), usable: true }) // prettier-ignore
  })

  it('takes a rejection at once where the key never worked', () => {
    expect(settleAll([[0, noAnswer], [1, rejected]])).toMatchObject({ outcome: 'invalid', usable: false }) // prettier-ignore
    expect(settleAll([[0, rejected], [1, noAnswer]])).toMatchObject({ outcome: 'unreachable', usable: false }) // prettier-ignore
  })

  it('stops the use of a key whose secret cannot be decrypted', () => {
    for (const trusted of [false, true])
      expect(settleAll([[0, valid], [1, unreadable]], { trusted })).toMatchObject({ reason: 'secret_unreadable', usable: false }) // prettier-ignore
  })

  it('never takes the use of a custom endpoint, whatever a test says', () => {
    for (const check of [rejected, noAnswer, serverError, noCredit])
      expect(settleAll([[0, check]], { trusted: true })).toMatchObject({
        outcome: check.outcome,
        usable: true,
      })
  })
})
