'use client'

import type { ProviderKeyView } from '../schema'
import { useIsTesting } from './key-actions'
import { keyVerdict } from './key-verdict'
import { spokenName } from './provider-of'
import { useScreen } from './screen-context'
import { useZone } from './use-zone'
import { VerdictLine } from './verdict-line'

/** The verdict cell of a row; while it is tested, that it is. */
export function KeyVerdictLine({ providerKey }: { providerKey: ProviderKeyView }) {
  const { now } = useScreen()
  const isTesting = useIsTesting(providerKey.id)
  const zone = useZone()
  const narrow = 'tablet:max-laptop:hidden'
  if (isTesting)
    return (
      <VerdictLine
        outcome="testing"
        word="Testing"
        why={`Asking ${spokenName(providerKey)}`}
        whyClassName={narrow}
      />
    )
  const { outcome, word, why, title } = keyVerdict(providerKey, now, zone)
  const isOff = providerKey.status === 'inactive'
  return (
    <VerdictLine
      outcome={outcome}
      word={word}
      why={why}
      title={title}
      whyClassName={narrow}
      className={isOff ? '[&>svg]:opacity-50' : undefined}
      wordClassName={isOff ? 'text-ink-3 font-[450]' : undefined}
    />
  )
}
