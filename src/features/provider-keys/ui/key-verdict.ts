import type { Outcome } from '@/providers/verdict'
import type { ProviderKeyView } from '../schema'
import { verdictWords } from '../verdict-words'
import { spokenName } from './provider-of'

interface KeyVerdict {
  outcome: Outcome
  word: string
  /** The reason, where there is something to say; a valid key stays quiet. */
  why: string | null
}

/** What a row says of a key: its settled verdict, and an odd last check when it has not changed that. */
export function keyVerdict(key: ProviderKeyView, clockWords: (at: string) => string): KeyVerdict {
  const { verdict, lastCheck, confirmAt } = key
  const { word, summary } = verdictWords(verdict, spokenName(key))
  const plain = { outcome: verdict.outcome, word }
  if (confirmAt) return { ...plain, why: `Rejected; confirming at ${clockWords(confirmAt)}` }
  if (lastCheck && lastCheck.outcome !== verdict.outcome)
    return { ...plain, why: `Last: ${verdictWords(lastCheck, spokenName(key)).summary}` }
  return { ...plain, why: isQuiet(key) ? null : summary }
}

const isQuiet = ({ verdict: { outcome, reason } }: ProviderKeyView) =>
  reason === 'accepted' || outcome === 'untested'
