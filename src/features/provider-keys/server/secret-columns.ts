import type { Credential, Provider } from '@/providers/provider'
import { settleVerdict, untested } from '../settle-verdict'
import { lastCheckColumns, settledColumns } from './provider-key-check.repository'
import type { CheckResult } from './run-check'
import { storedOptions } from './stored-options'

interface NewSecret {
  provider: Provider
  credential: Credential
  checked: CheckResult | null
  at: Date
}

/** What a new secret sets on its key. Nothing is carried over from the one before: it says nothing about this one. */
export function secretColumns({ provider, credential, checked, at }: NewSecret) {
  const trusted = !provider.testedBeforeSaving
  const before = untested(trusted)
  const settled = checked ? settleVerdict(before, checked.verdict, { now: at, trusted }) : before
  return {
    baseUrl: credential.baseUrl,
    options: storedOptions(credential.options),
    maskedToken: provider.mask(credential),
    modelsDiscovered: checked?.models ?? [],
    secretReplacedAt: at,
    updatedAt: at,
    ...settledColumns(settled),
    ...lastCheckColumns(checked?.verdict ?? null),
  }
}
