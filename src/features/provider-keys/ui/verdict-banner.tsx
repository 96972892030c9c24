'use client'

import { cn } from '@/components/ui/cn'
import { VerdictGlyph } from '@/components/ui/verdict-glyph'
import type { ProviderKeyView } from '../schema'
import { verdictWords } from '../verdict-words'
import { pendingWords } from './key-verdict'
import { providerOf, spokenName } from './provider-of'
import { useScreen } from './screen-context'
import { useZone } from './use-zone'
import { linkAddress, OutsideLink, verdictPlane, verdictText } from './verdict-card'

/** What the key counts as now, and what is pending. A valid key says it in one quiet line. */
export function VerdictBanner({ providerKey }: { providerKey: ProviderKeyView }) {
  const { now } = useScreen()
  const zone = useZone()
  const { verdict, confirmAt, lastCheck } = providerKey
  const name = spokenName(providerKey)
  const words = verdictWords(verdict, name)
  const provider = providerOf(providerKey)
  const href = words.link && linkAddress(words.link.to, provider)
  const pending = confirmAt
    ? `${pendingWords(providerKey, now, zone)}. Until then it counts as before.`
    : lastCheck &&
      lastCheck.outcome !== verdict.outcome &&
      `The last check did not change that: ${verdictWords(lastCheck, name).meaning}`
  return (
    <div
      role="status"
      className={cn(
        'px-gutter max-tablet:flex-wrap flex items-start gap-2.5 border-y py-3 text-sm',
        verdictPlane[verdict.outcome],
      )}
    >
      <VerdictGlyph name={verdict.outcome} className="mt-0.5" />
      <span className="text-ink-2 min-w-0 flex-1">
        <b className={cn('font-semibold', verdictText[verdict.outcome])}>{words.word}.</b> {words.meaning}
        {pending ? (
          <span className="text-ink block">{pending}</span>
        ) : (
          verdict.outcome !== 'valid' && ` ${words.nextStep}`
        )}
      </span>
      {verdict.outcome !== 'valid' && words.link && href && (
        <OutsideLink href={href} className="max-tablet:ml-6.5 max-tablet:w-full whitespace-nowrap">
          {words.link.text}
        </OutsideLink>
      )}
    </div>
  )
}
