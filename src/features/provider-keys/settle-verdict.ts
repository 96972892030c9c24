import type { Finding } from '@/providers/verdict'

/** Rejections in a row, minutes apart, that make a key that worked `invalid`: the first one and two confirmations. */
const rejectionsToInvalid = 3
export const confirmAfterMs = 5 * 60_000

/** What a key counts as, as opposed to what its newest check said. */
export interface SettledVerdict extends Required<Finding> {
  /** Since when; null before the first check. */
  since: Date | null
  rejections: number
  /** When the next rejection counts; null while none is pending. */
  confirmAt: Date | null
}

/** Before the first check. A provider that is not tested before saving is trusted until then. */
export const untested = (usable: boolean): SettledVerdict => ({
  outcome: 'untested',
  reason: 'not_tested',
  params: {},
  usable,
  since: null,
  rejections: 0,
  confirmAt: null,
})

/** `trusted`: a custom endpoint, whose owner vouches for it; no test takes its use away. */
export interface CheckCircumstances {
  now: Date
  trusted: boolean
}

/**
 * The settled verdict after one more check. Good news counts at once. A rejection of a key that worked counts only
 * when it is repeated minutes apart, since providers have refused good keys for hours. An outage says nothing about
 * the key: it is shown, and what was usable stays usable.
 */
export function settleVerdict(
  before: SettledVerdict,
  check: Required<Finding>,
  { now, trusted }: CheckCircumstances,
): SettledVerdict {
  const take = (finding: Required<Finding>) => settled(before, trusted ? trust(finding) : finding, now)
  if (check.outcome === 'valid' || check.outcome === 'limited') return take(check)
  if (check.reason === 'secret_unreadable' || !hasWorked(before)) return take({ ...check, usable: false })
  if (check.outcome === 'invalid') return reject(before, now) ?? take({ ...check, usable: false })
  const pending = before.confirmAt && {
    rejections: before.rejections,
    confirmAt: laterOf(before.confirmAt, now),
  }
  if (check.outcome === 'inconclusive') return { ...before, ...pending }
  return {
    ...take({ ...check, usable: before.usable, params: { ...check.params, was: wasOf(before) } }),
    ...pending,
  }
}

/** Has the provider ever accepted it, as far as is known? An outage remembers in `was` what came before it. */
const hasWorked = ({ outcome, params }: SettledVerdict): boolean =>
  outcome === 'valid' || outcome === 'limited' || params.was !== undefined

const wasOf = ({ outcome, params }: SettledVerdict): string | number => params.was ?? outcome

/** One more rejection on the way, or null when it is the last one that was missing. */
function reject(before: SettledVerdict, now: Date): SettledVerdict | null {
  // Too early: a second test within a minute asks the same provider in the same mood.
  if (before.confirmAt && now < before.confirmAt) return before
  const rejections = before.rejections + 1
  if (rejections >= rejectionsToInvalid) return null
  return { ...before, rejections, confirmAt: confirmTime(now) }
}

const confirmTime = (now: Date) => new Date(now.getTime() + confirmAfterMs)
const laterOf = (confirmAt: Date, now: Date) => (confirmAt > now ? confirmAt : confirmTime(now))

/** An endpoint that its owner vouches for stays usable, unless there is nothing to send. */
const trust = (finding: Required<Finding>): Required<Finding> =>
  finding.reason === 'secret_unreadable' ? finding : { ...finding, usable: true }

function settled(before: SettledVerdict, { outcome, reason, params, usable }: Required<Finding>, now: Date) {
  const same = before.outcome === outcome && before.reason === reason
  return { outcome, reason, params, usable, since: same ? before.since : now, rejections: 0, confirmAt: null }
}
