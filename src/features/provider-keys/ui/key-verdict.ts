import { ago } from '@/components/ui/ago'
import type { Outcome } from '@/providers/verdict'
import type { ProviderKeyView } from '../schema'
import { verdictWords } from '../verdict-words'
import { spokenName } from './provider-of'
import { clockWords } from './time-words'

interface KeyVerdict {
  outcome: Outcome
  word: string
  /** The reason, where there is something to say; a valid key stays quiet. */
  why: string | null
  /** The reason at length, where the short one leaves something out. */
  title?: string
}

/** What a row says of a key: its settled verdict, and an odd last check when it has not changed that. */
export function keyVerdict(key: ProviderKeyView, now: number, zone?: string): KeyVerdict {
  const { verdict, lastCheck, confirmAt } = key
  const { word, summary } = verdictWords(verdict, spokenName(key))
  const plain = { outcome: verdict.outcome, word }
  if (confirmAt)
    return {
      ...plain,
      why: `Confirming at ${clockWords(confirmAt, { now, zone })}`,
      title: pendingWords(key, now, zone),
    }
  if (lastCheck && lastCheck.outcome !== verdict.outcome)
    return { ...plain, why: `Last: ${verdictWords(lastCheck, spokenName(key)).summary}` }
  return { ...plain, why: isQuiet(key) ? null : summary }
}

/** "Rejected just now; confirming at 10:05": a rejection that does not count yet. */
export function pendingWords({ lastCheck, confirmAt }: ProviderKeyView, now: number, zone?: string): string {
  const when = lastCheck ? ` ${ago(lastCheck.checkedAt, now).toLowerCase()}` : ''
  return `Rejected${when}; confirming at ${confirmAt ? clockWords(confirmAt, { now, zone }) : 'once'}`
}

const isQuiet = ({ verdict: { outcome, reason } }: ProviderKeyView) =>
  reason === 'accepted' || outcome === 'untested'
