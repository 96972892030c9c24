import type { z } from 'zod'
import { toast } from '@/components/ui/toast'
import type { createdView } from '../schema'
import { verdictWords } from '../verdict-words'
import { spokenName } from './provider-of'

export type CreatedKey = z.infer<typeof createdView>

/** "It is also stored as Search ranking", where the same secret was there already. */
function duplicateWords({ duplicateOf }: CreatedKey): string | null {
  if (duplicateOf.length === 0) return null
  return `The same secret is also stored as ${duplicateOf.map(({ label }) => label).join(', ')}.`
}

function stateWords({ providerKey, verdict }: CreatedKey): string | null {
  if (providerKey.status === 'inactive') return 'It stays off until a test succeeds.'
  if (!verdict) return 'It was not tested.'
  return verdict.outcome === 'valid' ? null : `${verdictWords(verdict, spokenName(providerKey)).summary}.`
}

/** What was taken away on the server from what was sent, for example from an address. */
function removedWords({ removed }: CreatedKey): string | null {
  return removed.length === 0
    ? null
    : `Removed ${removed.map(({ what }) => what).join(', ')} from what was given.`
}

/** Says that a key was stored, and what is worth knowing about it. */
export function toastCreated(
  created: CreatedKey,
  deed: string,
  action?: { label: string; onClick: () => void },
) {
  const detail = [stateWords(created), duplicateWords(created), removedWords(created)]
    .filter(Boolean)
    .join(' ')
  toast(`${created.providerKey.label} ${deed}`, {
    glyph: created.verdict?.outcome ?? 'untested',
    detail: detail || undefined,
    action,
    durationMs: created.duplicateOf.length > 0 ? 15_000 : undefined,
  })
}
