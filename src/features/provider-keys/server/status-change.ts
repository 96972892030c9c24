import { AppError } from '@/core/errors'
import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { Outcome, Reason } from '@/providers/verdict'
import { canActivate } from '../admit-verdict'
import type { settableStatuses } from '../provider-key'
import { verdictWords } from '../verdict-words'
import type { ProviderKeyRow } from './provider-key.repository'

/** The refusal to switch on a key that its provider has not accepted as it stands; null when it may be. */
export function whyNotActivated(row: ProviderKeyRow): AppError | null {
  const provider = providers[row.provider as ProviderId]
  const settled = {
    outcome: row.verdict as Outcome,
    reason: row.verdictReason as Reason,
    params: row.verdictParams as Record<string, string | number>,
    usable: row.usable,
  }
  if (canActivate(settled, !provider.testedBeforeSaving)) return null
  const { meaning } = verdictWords(settled, provider.name)
  return new AppError(
    'KEY_NOT_CONFIRMED',
    `This key stays off until a test succeeds. ${meaning} Test it again, then switch it on.`,
    { field: 'status' },
  )
}

export const statusEvent = (key: ProviderKeyRow, status: (typeof settableStatuses)[number]) => ({
  event: status === 'active' ? ('provider_key.activated' as const) : ('provider_key.deactivated' as const),
  key,
})
