import type { Outcome } from '@/providers/verdict'

interface Check {
  outcome: Outcome
  usable: boolean
  checkedAt: string
}

/** Height of a tick in pixels: a second sign beside its colour. */
export const tickHeights: Record<Outcome, number> = {
  valid: 16,
  limited: 24,
  invalid: 28,
  unreachable: 8,
  inconclusive: 12,
  untested: 4,
}

/** "98.3 %" of the checks found the key usable. */
export function usableShare(checks: readonly Check[]): string {
  const share = (100 * checks.filter((check) => check.usable).length) / Math.max(1, checks.length)
  return `${Number.isInteger(share) ? share : share.toFixed(1)} %`
}

/** The strip in words: "34 checks: 31 valid, 2 limited, 1 unreachable". */
export function historyWords(checks: readonly Check[]): string {
  const counts = new Map<Outcome, number>()
  for (const { outcome } of checks) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const parts = [...counts].toSorted((a, b) => b[1] - a[1]).map(([outcome, count]) => `${count} ${outcome}`)
  return `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}: ${parts.join(', ')}`
}
